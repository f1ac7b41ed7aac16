/** Whether objects and lists lie within each other more than `maxDepth` deep. Reads every value once, without recursion. */
export function isDeeperThan(value: unknown, maxDepth: number): boolean {
  let level: object[] = isContainer(value) ? [value] : []
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > maxDepth) return true
    const next: object[] = []
    for (const container of level) {
      if (ArrayBuffer.isView(container)) continue
      for (const inner of Object.values(container)) if (isContainer(inner)) next.push(inner)
    }
    level = next
  }
  return false
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
