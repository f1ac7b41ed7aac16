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
  return new DeadlineOfCall(timeoutMs, caller, timers)
}

/** A class, so that all have one shape, whatever has become of them. */
class DeadlineOfCall implements Deadline {
  readonly timeoutMs: number
  ended: Deadline['ended'] = null
  readonly #controller = new AbortController()
  readonly #caller: AbortSignal
  readonly #timers: Timers
  readonly #endsAt: number
  readonly #cancel: () => void
  readonly #onCallerAbort = () => this.#end('caller-left', this.#caller.reason)

  constructor(timeoutMs: number, caller: AbortSignal, timers: Timers) {
    this.timeoutMs = timeoutMs
    this.#caller = caller
    this.#timers = timers
    this.#endsAt = timers.now() + timeoutMs
    this.#cancel = timers.after(timeoutMs, () =>
      this.#end('time-is-up', new DOMException('time is up', 'TimeoutError')),
    )
    if (caller.aborted) this.#onCallerAbort()
    else caller.addEventListener('abort', this.#onCallerAbort, { once: true })
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  remainingMs(): number {
    return this.#endsAt - this.#timers.now()
  }

  dispose(): void {
    this.#cancel()
    this.#caller.removeEventListener('abort', this.#onCallerAbort)
  }

  #end(why: 'time-is-up' | 'caller-left', reason: unknown): void {
    this.ended ??= why
    this.#controller.abort(reason)
    this.dispose()
  }
}
