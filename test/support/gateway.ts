import { openAvatars } from '../../src/commands/open-avatars.ts'
import { openSources } from '../../src/commands/open-sources.ts'
import { type ConfiguredSource, createSourcePool } from '../../src/directory/source-pool.ts'
import { createDirectoryState } from '../../src/directory/state.ts'
import { silentLogger } from '../../src/model/logger.ts'
import { startServer } from '../../src/server.ts'
import type { SourceDefinition } from '../../src/sources/definition.ts'
import { SOURCE_DEFINITIONS } from '../../src/sources/registry.ts'
import type { Source } from '../../src/sources/source.ts'

/** A vendor's simulator, as far as every one of them is alike. */
export interface Simulator {
  readonly url: string
  readonly settings: Readonly<Record<string, unknown>>
  readonly calls: readonly { readonly method: string; readonly path: string }[]
  resetCalls(): void
  close(): Promise<void>
}

export interface Gateway {
  readonly url: string
  readonly sources: readonly Source[]
  readonly simulators: ReadonlyMap<string, Simulator>
  /** Sends an operation as a client would. */
  query(
    document: string,
    variables?: Readonly<Record<string, unknown>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>
  /** What each simulator was asked since the last `forget`: `GET /api/Contact/1`. */
  calls(source: string): readonly string[]
  forget(): void
  close(): Promise<void>
}

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: what a client gets is as its query says
  readonly data: any
  // biome-ignore lint/suspicious/noExplicitAny: likewise
  readonly errors?: readonly any[]
  readonly extensions?: {
    readonly sources?: Readonly<Record<string, { readonly calls: number; readonly shared: number }>>
  }
}

export interface GatewayOptions {
  /** Sources by name and kind, in order; with a header, it holds each caller's own token. */
  readonly sources: Readonly<
    Record<
      string,
      { readonly kind: string; readonly settings?: Readonly<Record<string, unknown>>; readonly header?: string }
    >
  >
  /** How long the answers of every source are kept. Default 0. */
  readonly cacheTtlMs?: number
  /** Where pictures are kept, and shown to vendors that fetch them. Default: they are made anew each time, and shown to none. */
  readonly folder?: string
  /** In place of a kind's own simulator. */
  readonly startSimulator?: Readonly<Record<string, () => Promise<Simulator>>>
  readonly answerTimeoutMs?: number
  /** Where a source finds its simulator: a proxy in between, say. */
  readonly via?: (source: string, url: string) => Promise<string> | string
}

/** A whole gateway over simulators on free ports. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const simulators = new Map<string, Simulator>()
  const opened: Awaited<ReturnType<typeof openSources>>[] = []
  const configured: ConfiguredSource[] = []
  let ownUrl = ''
  const pictures =
    options.folder === undefined ? null : await openAvatars(AVATARS, { folder: options.folder, log: silentLogger })
  const linkTo = pictures && ((picture: Picture) => pictures.links.linkTo(picture, ownUrl))
  for (const [name, { kind, settings, header = null }] of Object.entries(options.sources)) {
    const definition = definitionOf(kind)
    const start = options.startSimulator?.[name] ?? (() => definition.simulator?.start() as Promise<Simulator>)
    const simulator = definition.simulator ? await start() : null
    if (simulator) simulators.set(name, simulator)
    const url = simulator ? await (options.via?.(name, simulator.url) ?? simulator.url) : undefined
    const given = { ...(simulator && { ...simulator.settings, url }), ...settings }
    const config = { name, definition, given, credentialHeader: header, simulate: false }
    const sources = await openSources([{ ...config, cacheTtlMs: options.cacheTtlMs ?? 0 }], () => ({
      ...{ log: silentLogger, now: Date.now, linkTo },
    }))
    opened.push(sources)
    configured.push(...sources.configured)
  }
  const pool = createSourcePool(configured)
  const server = await startServer({
    pool,
    state: createDirectoryState(pictures ? { pictures: pictures.pictures } : {}),
    ...(pictures && { avatars: pictures.avatars, links: pictures.links, spool: pictures.spool }),
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    closeTimeoutMs: 0,
    log: silentLogger,
    ...(options.answerTimeoutMs !== undefined && { answerTimeoutMs: options.answerTimeoutMs }),
  })

  ownUrl = server.url
  return {
    url: server.url,
    sources: configured.map(({ source }) => source),
    simulators,
    async query(query, variables = {}, headers = {}) {
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      })
      return (await response.json()) as Answer
    },
    calls: (name) => simulators.get(name)?.calls.map(({ method, path }) => `${method} ${path.split('?')[0]}`) ?? [],
    forget() {
      for (const simulator of simulators.values()) simulator.resetCalls()
    },
    async close() {
      await server.close()
      await pool.close()
      await Promise.all(opened.map((sources) => sources.close()))
      await Promise.all([...simulators.values()].map((simulator) => simulator.close()))
    },
  }
}

const AVATARS = { path: '', maxCacheBytes: 10_000_000, animated: true } as const

interface Picture {
  readonly bytes: Uint8Array
  readonly contentType: string
}

function definitionOf(kind: string): SourceDefinition {
  const definition = SOURCE_DEFINITIONS.find((candidate) => candidate.kind === kind)
  if (!definition) throw new Error(`no source of the kind ${kind}`)
  return definition
}
