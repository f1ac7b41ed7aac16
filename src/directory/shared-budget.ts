import type { Source, SourceBudget } from '../sources/source.ts'
import type { AccountPeers } from './account-peers.ts'

/** What a source told of its rate limit, to whichever process. */
export interface SharedBudget {
  /** What was told last, to anyone. */
  current(): SourceBudget | null
  /** The part of it that this process keeps to: an equal one for each, so that together they keep to all of it. */
  share(): SourceBudget | null
  /** After a call: lets the others know what its answer told, at most some times a second. */
  spread(): void
  /** What another was told, in milliseconds since 1970. */
  hear(budget: SourceBudget, atMs: number): void
}

/** The others know that late at most. */
const SPREAD_EVERY_MS = 50

/** `now` is for tests. */
export function shareBudget(
  source: Pick<Source, 'budget'>,
  peers: Pick<AccountPeers, 'count' | 'learned'>,
  now: () => number = Date.now,
): SharedBudget {
  let own: SourceBudget | null = null
  let ownAtMs = 0
  let heard: SourceBudget | null = null
  let heardAtMs = 0
  let spread: SourceBudget | null = null
  let timer: NodeJS.Timeout | null = null

  /** Sources make what they were told anew with every answer that tells something. */
  function look(): void {
    const told = source.budget?.() ?? null
    if (told === own) return
    own = told
    ownAtMs = now()
  }

  function current(): SourceBudget | null {
    look()
    return heard !== null && heardAtMs > ownAtMs ? heard : own
  }

  function send(): void {
    timer = null
    look()
    if (own === null || own === spread) return
    spread = own
    peers.learned(own, ownAtMs)
  }

  return {
    current,
    share() {
      const all = current()
      if (all === null || peers.count === 1) return all
      const part = (number: number | null) => (number === null ? null : Math.floor(number / peers.count))
      return { ...all, limit: part(all.limit), remaining: part(all.remaining) }
    },
    spread() {
      if (peers.count === 1 || source.budget === undefined || timer !== null) return
      timer = setTimeout(send, SPREAD_EVERY_MS)
      timer.unref()
    },
    hear(budget, atMs) {
      if (atMs < heardAtMs) return
      heard = budget
      heardAtMs = atMs
    },
  }
}
