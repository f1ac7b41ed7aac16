/**
 * A worker's part of what the settings of a source let it ask, so that together the workers keep to them: of the requests each
 * second, and of those at the same moment, as near to an equal part as whole numbers go. With more workers than requests each has one
 * at a time, and as many fewer a second as make the sum.
 */
export function shareSettings(settings: unknown, { index, count }: { readonly index: number; readonly count: number }) {
  if (typeof settings !== 'object' || settings === null || count === 1) return settings
  // Whole: the limit of starts holds for any one second only where it is one.
  const partOf = (total: number) => Math.floor((total + count - 1 - index) / count)
  const shared: Record<string, unknown> = { ...settings }
  const { requestsPerSecond, concurrency } = shared
  if (typeof concurrency === 'number') shared.concurrency = Math.max(1, partOf(concurrency))
  if (typeof requestsPerSecond === 'number') {
    shared.requestsPerSecond = requestsPerSecond < count ? requestsPerSecond / count : partOf(requestsPerSecond)
  }
  return shared
}
