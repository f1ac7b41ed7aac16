/**
 * What `work` gives; errors that are made meanwhile know where they come from, but not through which calls. For those that a client
 * is shown, where nobody ever reads it: it is most of what such an error costs, and a flood of wrong requests makes thousands.
 */
export function withoutTraces<T>(work: () => T): T {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    return work()
  } finally {
    Error.stackTraceLimit = limit
  }
}
