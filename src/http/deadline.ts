import type { Timers } from './timers.ts'

/** The end of one call, whichever comes first: its time is up, or its caller went away. */
export interface Deadline {
  /** Aborts at the end. */
  readonly signal: AbortSignal
  /** Which of the two it was; `null` while the call may go on. */
  readonly ended: 'time-is-up' | 'caller-left' | null
  readonly timeoutMs: number
  remainingMs(): number
  /** Lets go of the timer and of the caller's signal. */
  dispose(): void
}

export function startDeadline(timeoutMs: number, caller: AbortSignal, timers: Timers): Deadline {
  const controller = new AbortController()
  const endsAt = timers.now() + timeoutMs
  let ended: Deadline['ended'] = null

  const end = (why: 'time-is-up' | 'caller-left', reason: unknown) => {
    ended ??= why
    controller.abort(reason)
    dispose()
  }
  const cancel = timers.after(timeoutMs, () => end('time-is-up', new DOMException('time is up', 'TimeoutError')))
  const onCallerAbort = () => end('caller-left', caller.reason)
  const dispose = () => {
    cancel()
    caller.removeEventListener('abort', onCallerAbort)
  }

  if (caller.aborted) onCallerAbort()
  else caller.addEventListener('abort', onCallerAbort, { once: true })

  return {
    signal: controller.signal,
    get ended() {
      return ended
    },
    timeoutMs,
    remainingMs: () => endsAt - timers.now(),
    dispose,
  }
}
