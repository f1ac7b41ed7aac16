/** Rows as lines whose columns are as wide as they need to be. A cell may hold several lines. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const split = rows.map((row) => row.map((cell) => cell.split('\n')))
  const widths = (split[0] ?? []).map((_, column) =>
    Math.max(...split.map((row) => Math.max(...(row[column] ?? []).map((line) => line.length)))),
  )
  return split.map((row) => formatRow(row, widths)).join('')
}

function formatRow(row: readonly (readonly string[])[], widths: readonly number[]): string {
  const height = Math.max(...row.map((cell) => cell.length))
  const lines = Array.from({ length: height }, (_, index) =>
    row.map((cell, column) => (cell[index] ?? '').padEnd(widths[column] ?? 0)).join('  '),
  )
  return lines.map((line) => `${line.trimEnd()}\n`).join('')
}
