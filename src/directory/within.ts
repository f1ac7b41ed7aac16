/**
 * Does `work`, whose signal aborts after so many milliseconds with a `TimeoutError`. As with `AbortSignal.timeout`, but that would be
 * kept, with all that has listened to it, until its time is up, long after the work is done.
 */
export async function within<T>(milliseconds: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const timer = setTimeout(abort, milliseconds, controller)
  timer.unref()
  try {
    return await work(controller.signal)
  } finally {
    clearTimeout(timer)
  }
}

function abort(controller: AbortController): void {
  controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'))
}
