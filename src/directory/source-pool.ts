import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { GatewayError } from '../model/errors.ts'
import type { Source } from '../sources/source.ts'
import { createAccounts } from './account-peers.ts'
import { type GuardedSource, type GuardOptions, guardSource } from './guard.ts'
import { noSiblings, type Siblings } from './siblings.ts'

/** A configured source: one with the credentials of the configuration, or one that takes each caller's own. */
export type ConfiguredSource = (FixedSource | CallerSource) & { readonly guard?: GuardOptions }

export interface FixedSource {
  readonly source: Source
}

export interface CallerSource {
  /** Made without anybody's credential; says what the source is, and is never asked for records. */
  readonly source: Source
  /** Name of the request header, in lower case, that holds the caller's credential for this source. */
  readonly header: string
  /** The source as one caller sees it. */
  create(credential: string): Source | Promise<Source>
}

/** The sources, and for each request those that it may use. */
export interface SourcePool {
  /** One for each configured source, in order: for start. One that takes callers' credentials refuses, and sends nothing. */
  readonly configured: readonly GuardedSource[]
  /** Request headers that hold callers' credentials, in lower case: what is answered depends on them. */
  readonly headers: readonly string[]
  /** How long an answer made from these sources may be kept, in milliseconds: as long as the least kept of them. */
  readonly maxAgeMs: number
  /** The sources as a request sees them, in configured order. */
  forRequest(readHeader: (name: string) => string | undefined): Promise<RequestSources>
  /** Ends what was opened for callers; the configured sources stay open. */
  close(): Promise<void>
}

export interface RequestSources {
  readonly sources: readonly GuardedSource[]
  /** Tells callers with other credentials apart; empty where every credential is configured. */
  readonly caller: string
}

/** How many callers' sources are kept open; who comes seldom gives way. */
const MAX_CALLERS = 500
const IDLE_MS = 15 * 60 * 1000
/** Longest credential that is looked at. */
const MAX_CREDENTIAL_LENGTH = 8192

/**
 * Gives every credential its own source: its own session, its own sharing of reads, its own cache, its own breaker. So nothing
 * read with one credential can be given to another. `siblings`: the processes that serve the same sources.
 */
export function createSourcePool(configured: readonly ConfiguredSource[], siblings: Siblings = noSiblings): SourcePool {
  const accounts = createAccounts(siblings)
  const guard = (source: Source, account: string, options?: GuardOptions) =>
    guardSource(source, { ...options, peers: accounts.peersOf(account) })
  const guarded = configured.map(({ source, guard: options }) => guard(source, source.name, options))
  const refusing = configured.map((entry) => ('header' in entry ? refuseAll(entry.source, entry.header) : null))
  const callers = configured.filter((entry) => 'header' in entry)
  const closings: Promise<unknown>[] = []
  const open = new LRUCache<string, Promise<GuardedSource>>({
    max: MAX_CALLERS,
    ttl: IDLE_MS,
    updateAgeOnGet: true,
    dispose: (source, account) => {
      accounts.leave(account)
      closings.push(source.then((one) => one.close?.()).catch(() => undefined)) // whoever used it has seen why
      if (closings.length > MAX_CALLERS) closings.splice(0, closings.length - MAX_CALLERS)
    },
  })

  function openFor(
    entry: CallerSource & { readonly guard?: GuardOptions },
    credential: string,
  ): Promise<GuardedSource> {
    const key = `${entry.source.name}:${digest(credential)}`
    const known = open.get(key)
    if (known) return known
    const made = Promise.resolve(entry.create(credential)).then((source) => guard(source, key, entry.guard))
    open.set(key, made)
    made.catch(() => open.delete(key))
    return made
  }

  return {
    configured: guarded.map((source, index) => refusing[index] ?? source),
    headers: [...new Set(callers.map(({ header }) => header))],
    // What is kept by address can't tell callers apart.
    maxAgeMs: callers.length > 0 ? 0 : Math.min(...configured.map(({ guard }) => guard?.cacheTtlMs ?? 0)),
    async forRequest(readHeader) {
      if (callers.length === 0) return { sources: guarded, caller: '' }
      const credentials: string[] = []
      const sources = configured.map((entry, index) => {
        if (!('header' in entry)) return guarded[index] as GuardedSource
        const credential = readHeader(entry.header)
        if (credential === undefined || credential === '' || credential.length > MAX_CREDENTIAL_LENGTH) {
          return refusing[index] as GuardedSource
        }
        credentials.push(`${entry.source.name}:${digest(credential)}`)
        return openFor(entry, credential)
      })
      return {
        sources: await Promise.all(sources),
        caller: credentials.length === 0 ? '' : digest(credentials.join('\n')),
      }
    },
    async close() {
      open.clear()
      await Promise.all(closings)
    },
  }
}

/** The source for callers who brought no credential: it says what it is, and that it needs one. */
function refuseAll(source: Source, header: string): GuardedSource {
  const message = `${source.name} is read with the caller's own credential. Send it in the header ${header}.`
  const refuse = () => Promise.reject(new GatewayError('SOURCE_UNAUTHENTICATED', message, { source: source.name }))
  const refusing = (methods: object) => Object.fromEntries(Object.keys(methods).map((name) => [name, refuse]))
  const methods = [
    'capabilities',
    'ping',
    'listMembers',
    'complete',
    'contactItemTypes',
    'customFieldDefinitions',
    'readAvatar',
    'open',
    'planCreate',
    'send',
    'wasDone',
    'createdWith',
  ] as const
  const own = Object.fromEntries(methods.filter((name) => source[name] !== undefined).map((name) => [name, refuse]))
  return Object.assign(Object.create(source), own, {
    get: refusing(source.get),
    list: refusing(source.list),
    budget: () => null,
    close: async () => undefined,
    circuit: 'closed',
  })
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
