import type { Output } from './surroundings.ts'

export interface Progress {
  /** `done`: cards so far. `share`: how much of the work that is, 0 to 1; `null` where it can't be told. */
  show(done: number, share: number | null): void
  /** Takes the bar away, so that a line can be written where it stood. */
  clear(): void
}

const BAR_WIDTH = 24
/** A terminal shows no more than this many a second; a log holds one line each ten seconds. */
const TERMINAL_EVERY_MS = 100
const LINE_EVERY_MS = 10_000

/** A bar with the rate and the time left where somebody watches, and else a plain line now and then. */
export function createProgress(output: Output, what: string, now: () => number): Progress {
  const isTerminal = output.columns !== undefined
  const beganAt = now()
  let shownAt = beganAt - (isTerminal ? TERMINAL_EVERY_MS : 0)
  let isShown = false
  return {
    show(done, share) {
      const at = now()
      if (at - shownAt < (isTerminal ? TERMINAL_EVERY_MS : LINE_EVERY_MS)) return
      shownAt = at
      const text = describe(done, share, what, (at - beganAt) / 1000)
      if (!isTerminal) return void output.write(`${text}\n`)
      const filled = Math.round((share ?? 0) * BAR_WIDTH)
      const bar = share === null ? '' : `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} `
      output.write(`\r\u001b[K${`${bar}${text}`.slice(0, Math.max(10, (output.columns ?? 80) - 1))}`)
      isShown = true
    },
    clear() {
      if (isShown) output.write('\r\u001b[K')
      isShown = false
    },
  }
}

function describe(done: number, share: number | null, what: string, seconds: number): string {
  const rate = seconds > 0 ? done / seconds : 0
  const parts = [
    `${done.toLocaleString('en')} ${what}`,
    `${rate < 10 ? rate.toFixed(1) : Math.round(rate).toLocaleString('en')} a second`,
  ]
  if (share !== null) parts.unshift(`${Math.floor(share * 100)} %`)
  if (share !== null && share > 0.01 && share < 1) parts.push(`${formatSeconds((seconds / share) * (1 - share))} left`)
  return parts.join(', ')
}

function formatSeconds(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`
}
