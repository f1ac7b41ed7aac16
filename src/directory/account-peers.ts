import type { PlannedRequest, SourceBudget } from '../sources/source.ts'
import type { Siblings } from './siblings.ts'

/** The same linked account in other processes. */
export interface AccountPeers {
  /** How many processes use the account, this one included. */
  readonly count: number
  /** A write begins. */
  begun(): void
  /** Resolves once no other process gives out what it read before the write. See `Source.wroteElsewhere`. */
  written(requests: readonly PlannedRequest[], createdId: string | null): Promise<void>
  learned(budget: SourceBudget, atMs: number): void
  /** Hears of the same from them. */
  listen(ears: AccountEars): void
}

export interface AccountEars {
  begun(): void
  written(requests: readonly PlannedRequest[], createdId: string | null): void
  learned(budget: SourceBudget, atMs: number): void
}

/** For a process that serves alone. */
export const noPeers: AccountPeers = {
  count: 1,
  begun: () => undefined,
  written: async () => undefined,
  learned: () => undefined,
  listen: () => undefined,
}

/** The accounts that this process uses, each with its own in the others. */
export interface Accounts {
  peersOf(account: string): AccountPeers
  /** The account is used no more. */
  leave(account: string): void
}

export function createAccounts(siblings: Siblings): Accounts {
  const ears = new Map<string, AccountEars>()
  siblings.on('begun', ({ account }) => {
    ears.get(account)?.begun()
    return null
  })
  siblings.on('written', ({ account, requests, createdId }) => {
    ears.get(account)?.written(requests, createdId)
    return null
  })
  siblings.on('budget', ({ account, budget, atMs }) => {
    ears.get(account)?.learned(budget, atMs)
    return null
  })

  return {
    peersOf(account) {
      if (siblings.count === 1) return noPeers
      return {
        count: siblings.count,
        begun: () => siblings.tell('begun', { account }),
        async written(requests, createdId) {
          await siblings.ask('written', { account, requests: requests.map(withoutBytes), createdId })
        },
        learned: (budget, atMs) => siblings.tell('budget', { account, budget, atMs }),
        listen: (own) => void ears.set(account, own),
      }
    },
    leave: (account) => void ears.delete(account),
  }
}

const NO_BYTES = new Uint8Array()

/** A picture goes to its source, and by its checksum to whoever has to know of it. */
function withoutBytes(request: PlannedRequest): PlannedRequest {
  const { file } = request
  return file === undefined ? request : { ...request, file: { ...file, picture: { ...file.picture, bytes: NO_BYTES } } }
}
