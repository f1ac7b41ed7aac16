import { createHmac } from 'node:crypto'
import { resolve } from 'node:path'
import { ConfigError } from '../config/config-error.ts'
import type { Config, ServerConfig } from '../config.ts'
import type { Journal } from '../directory/journal.ts'
import { settleUnfinished } from '../directory/settle-unfinished.ts'
import { createSourcePool } from '../directory/source-pool.ts'
import { createDirectoryState } from '../directory/state.ts'
import { openSqliteJournal } from '../journal/sqlite-journal.ts'
import type { Logger } from '../model/logger.ts'
import { startServer } from '../server.ts'
import type { SourceContext } from '../sources/definition.ts'
import { type OpenAvatars, openAvatars } from './open-avatars.ts'
import { type OpenSources, openSources } from './open-sources.ts'
import { shareLinks } from './share-links.ts'
import { shareSettings } from './share-settings.ts'
import { type Team, teamOfOne } from './team.ts'

/** How long kith may take, before it serves, to find out what became of writes that a crash cut off. */
const SETTLE_WITHIN_MS = 30_000

export interface Gateway {
  /** `http://127.0.0.1:4000` */
  readonly url: string
  /** Lets running requests end, then closes the sources. */
  close(): Promise<void>
}

export interface GatewaySurroundings {
  readonly log: Logger
  /** Where the relative names of the journal and of the pictures' folder begin. */
  readonly directory: string
  /** Ends starting. */
  readonly stop: AbortSignal
  /** Default: it serves alone. */
  readonly team?: Team
}

/**
 * Opens the configured sources, settles what a crash has left between them and kith, and serves them. When something can't
 * start, what was opened before it is closed again.
 */
export async function startGateway(config: Config, surroundings: GatewaySurroundings): Promise<Gateway> {
  const { log, stop, team = teamOfOne() } = surroundings
  const { locks, siblings } = team
  await using opened = new AsyncDisposableStack()
  let ownUrl = ''
  const open = () => openAll(config, { ...surroundings, team }, () => ownUrl, opened)
  // One process after the other: what the first makes the next one finds.
  const { pictures, sources, journal } = await (team.exclusively?.('opening', open) ?? open())
  const pool = createSourcePool(sources.configured, siblings)
  opened.defer(() => pool.close())
  const signal = AbortSignal.any([stop, AbortSignal.timeout(SETTLE_WITHIN_MS)])
  const owners = team.settles === 'all' ? undefined : team.settles
  await settleUnfinished(pool.configured, { journal, locks }, { signal, log, owners })
  // Probed now, so that no request has to wait for it; a source that can't be asked yet is asked when it is needed.
  for (const source of pool.configured) source.capabilities({ signal }).catch(() => undefined)
  const state = createDirectoryState({
    journal,
    locks,
    pictures: pictures.pictures,
    cursorKey: cursorKeyOf(pictures.secret),
  })
  const links = shareLinks(pictures.links, siblings)
  const port = await team.whenToListen(config.server.port)
  const server = await startServer({
    ...serverOptions(config.server),
    port,
    pool,
    log,
    avatars: pictures.avatars,
    links,
    spool: pictures.spool,
    state,
    siblings,
  })
  ownUrl = server.url
  opened.defer(() => server.close())
  const running = opened.move()
  return { url: server.url, close: () => running.disposeAsync() }
}

interface OpenAll {
  readonly pictures: OpenAvatars
  readonly sources: OpenSources
  readonly journal: Journal
}

/** Opens what is on the disk, and makes the sources; what is to be closed is put on `opened`. */
async function openAll(
  config: Config,
  { directory, log, team }: GatewaySurroundings & { readonly team: Team },
  ownUrl: () => string,
  opened: AsyncDisposableStack,
): Promise<OpenAll> {
  const { publicUrl } = config.server
  const { exclusively, simulated, siblings } = team
  const pictures = await openPictures(config, { directory, log, team })
  const contextOf = ({ simulate }: { readonly simulate: boolean }): SourceContext => {
    // A simulator runs on this machine and reaches kith where it listens; a vendor only where the world does.
    const baseUrl = simulate ? ownUrl : publicUrl === undefined ? null : () => publicUrl
    const linkTo: SourceContext['linkTo'] = baseUrl && ((picture) => pictures.links.linkTo(picture, baseUrl()))
    return { log, now: Date.now, linkTo, ...(exclusively && { exclusively }) }
  }
  const sources = await openSources(config.sources, contextOf, {
    ...(simulated && { simulated }),
    share: (settings) => shareSettings(settings, { index: team.index, count: siblings.count }),
  })
  opened.defer(sources.close)
  const journal = openJournal(config.server.journal, directory, team.owner)
  opened.defer(() => journal.close())
  return { pictures, sources, journal }
}

/** Cursors outlast a restart, and can't be made from the signature of anything else. */
function cursorKeyOf(secret: Uint8Array): Uint8Array {
  return createHmac('sha256', secret).update('cursors').digest()
}

async function openPictures(
  { avatars }: Config,
  { directory, log, team }: Pick<GatewaySurroundings, 'directory' | 'log'> & { readonly team: Team },
): Promise<OpenAvatars> {
  const { secret, siblings } = team
  const folder = resolve(directory, avatars.path)
  try {
    return await openAvatars(avatars, { folder, log, processes: siblings.count, ...(secret && { secret }) })
  } catch (cause) {
    throw new ConfigError(`avatars.path: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}

function openJournal(file: string, directory: string, owner: string | null): Journal {
  try {
    return openSqliteJournal(file === ':memory:' ? file : resolve(directory, file), { owner })
  } catch (cause) {
    throw new ConfigError(`server.journal: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}

function serverOptions({ logLevel: _log, journal: _journal, workers: _workers, publicUrl, ...rest }: ServerConfig) {
  return { ...rest, publicUrl: publicUrl ?? null }
}
