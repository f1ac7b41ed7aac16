import { RECORD_TYPES, type RecordType } from '../model/ref.ts'
import type {
  CallOptions,
  GetMany,
  ListPage,
  Plan,
  PlannedRead,
  PlannedRequest,
  Sent,
  Source,
} from '../sources/source.ts'
import { countShared } from '../usage.ts'
import { type AccountPeers, noPeers } from './account-peers.ts'
import { createBreaker } from './breaker.ts'
import { createPace } from './pace.ts'
import { rememberCapabilities } from './remembered-capabilities.ts'
import { shareBudget } from './shared-budget.ts'
import { createSharedReads } from './shared-reads.ts'

export interface GuardOptions {
  /** How long a source's answers are given again; 0, the default: only while they are on their way. */
  readonly cacheTtlMs?: number
  /** The same account in other processes. Default: there are none. */
  readonly peers?: AccountPeers
}

/** A source whose reads are shared and which is left alone while it fails. */
export interface GuardedSource extends Source {
  /** `open`: it fails and is not asked; `half-open`: one call will tell. */
  readonly circuit: 'closed' | 'half-open' | 'open'
}

/**
 * The source, guarded for many requests at once: identical reads share one call, calls keep inside its rate limit, and it is left
 * alone while it fails. A guarded source stands for one linked account: answers never pass from one
 * to another. What opens a record for writing is always read anew, and a write ends the sharing of what was asked before it.
 */
export function guardSource(source: Source, { cacheTtlMs = 0, peers = noPeers }: GuardOptions = {}): GuardedSource {
  const reads = createSharedReads({ cacheTtlMs, onShared: () => countShared(source.name) })
  const breaker = createBreaker(source.name)

  const budget = shareBudget(source, peers)
  const pace = createPace({ name: source.name, budget: budget.share })
  peers.listen({
    begun: reads.forget,
    written(requests, createdId) {
      source.wroteElsewhere?.(requests, createdId)
      reads.forget()
    },
    learned: budget.hear,
  })

  const spreading = <T>(answer: Promise<T>): Promise<T> => (peers.count === 1 ? answer : answer.finally(budget.spread))
  const guarded = <T>({ signal }: CallOptions, call: () => Promise<T>, calls = 1): Promise<T> =>
    pace.run(calls, signal, () => spreading(breaker.run(signal, call)))
  const shared = <T extends object | null>(
    key: unknown,
    options: CallOptions,
    call: (options: CallOptions) => Promise<T>,
    planned: PlannedRead | null = null,
  ) =>
    reads.read(JSON.stringify(key), options.signal, (signal) =>
      guarded({ signal }, () => call({ signal }), planned === null ? 1 : source.callsFor?.(planned)),
    )

  const get = byType((type) => {
    const ask = source.get[type] as GetMany<RecordType> | undefined
    return (
      ask &&
      ((ids: readonly string[], options: CallOptions) =>
        shared(['get', type, ids], options, (own) => ask(ids, own), { method: 'get', type, ids }))
    )
  })
  const list = byType((type) => {
    const ask = source.list[type] as ListPage<RecordType> | undefined
    return (
      ask &&
      ((query: Parameters<typeof ask>[0], options: CallOptions) =>
        shared(['list', type, query], options, (own) => ask(query, own), { method: 'list', type, query }))
    )
  })
  const {
    listMembers,
    complete,
    contactItemTypes,
    customFieldDefinitions,
    readAvatar,
    open,
    planCreate,
    send,
    wasDone,
    createdWith,
  } = source

  const guards: Partial<Source> = {
    get: get as Source['get'],
    list: list as Source['list'],
    capabilities: rememberCapabilities((options) => guarded(options, () => source.capabilities(options))),
    ping: (options) => guarded(options, () => source.ping(options)),
    ...(listMembers && {
      listMembers: (id, query, options) =>
        shared(['members', id, query], options, (own) => listMembers.call(source, id, query, own)),
    }),
    ...(complete && {
      complete: (records, part, options) =>
        shared(
          ['complete', part, records.map(({ type, ref }) => [type, ref.id])],
          options,
          (own) => complete.call(source, records, part, own),
          { method: 'complete', part, records },
        ) as Promise<never>,
    }),
    ...(contactItemTypes && {
      contactItemTypes: (options) => shared(['types'], options, (own) => contactItemTypes.call(source, own)),
    }),
    ...(customFieldDefinitions && {
      customFieldDefinitions: (options) =>
        shared(['definitions'], options, (own) => customFieldDefinitions.call(source, own)),
    }),
    ...(readAvatar && {
      readAvatar: (ref, options) =>
        shared(['avatar', ref.type, ref.id], options, (own) => readAvatar.call(source, ref, own)),
    }),
    ...(open && {
      open: (type, id, options) => guarded(options, () => open.call(source, type, id, options)) as Promise<never>,
    }),
    ...(planCreate && {
      planCreate: (type, patch, picture, options) =>
        guarded(options, () => planCreate.call(source, type, patch, picture, options)),
    }),
    ...(wasDone && { wasDone: (mark, options) => guarded(options, () => wasDone.call(source, mark, options)) }),
    ...(createdWith && {
      createdWith: (mark, options) => guarded(options, () => createdWith.call(source, mark, options)),
    }),
    ...(source.budget && { budget: budget.current }),
    ...(send && {
      async send(plan, options) {
        const { signal } = options
        // One more: what was written is then read, for the receipt.
        return pace.run(plan.requests.length + 1, signal, async () => {
          reads.forget()
          peers.begun()
          let sent: Sent | null = null
          try {
            sent = await breaker.run(
              signal,
              () => send.call(source, plan, options),
              ({ error }) => error,
            )
            return sent
          } finally {
            reads.forget()
            budget.spread()
            await peers.written(sent === null ? [] : carriedOut(plan, sent), sent?.id ?? null)
          }
        })
      },
    }),
  }
  // Whatever else the source says of itself it goes on saying, getters included.
  return Object.defineProperty(Object.assign(Object.create(source), guards), 'circuit', { get: () => breaker.state })
}

/** The requests that were carried out, or may have been. */
function carriedOut({ requests }: Plan, { done, error }: Sent): readonly PlannedRequest[] {
  return requests.slice(0, error?.outcomeUnknown ? done + 1 : done)
}

function byType<T>(make: (type: RecordType) => T | undefined): { readonly [Type in RecordType]?: T } {
  return Object.fromEntries(RECORD_TYPES.map((type) => [type, make(type)]).filter(([, value]) => value !== undefined))
}
