/** Phone numbers begin so and are no formula. */
const NUMBER = /^[+-][\d\s().-]*$/
const DANGEROUS = /^'*[=@+\-\t\r]/

/** The cell so that no spreadsheet takes it for a formula, whoever wrote it into a source: with a `'` before it. */
export function guard(cell: string): string {
  return DANGEROUS.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell
}

/** The cell as it was before `guard`. */
export function unguard(cell: string): string {
  return cell.startsWith("'") && DANGEROUS.test(cell) && !NUMBER.test(cell) ? cell.slice(1) : cell
}
