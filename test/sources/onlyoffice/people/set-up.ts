import { createHash } from 'node:crypto'
import { GatewayError } from '../../../../src/model/errors.ts'
import type { Picture } from '../../../../src/model/picture.ts'
import { createPeopleSource } from '../../../../src/sources/onlyoffice/people/index.ts'
import { peopleSettings } from '../../../../src/sources/onlyoffice/people/settings.ts'
import {
  type DocSpaceOptions,
  type DocSpaceSimulator,
  startDocSpaceSimulator,
} from '../../../../src/sources/onlyoffice/simulator/docspace.ts'
import type { UserRow } from '../../../../src/sources/onlyoffice/simulator/state.ts'
import {
  startWorkspaceSimulator,
  type WorkspaceOptions,
  type WorkspaceSimulator,
} from '../../../../src/sources/onlyoffice/simulator/workspace.ts'
import type { OpenRecord, Source } from '../../../../src/sources/source.ts'
import { startPictureHost } from '../../picture-host.ts'
import { PNG } from '../../pictures.ts'

export interface Tried<Simulator> {
  readonly simulator: Simulator
  readonly source: Source
  readonly users: readonly UserRow[]
  close(): Promise<void>
}

export interface SourceOptions {
  readonly settings?: Readonly<Record<string, unknown>>
  /** False: the portal can't reach us. */
  readonly hasLinks?: boolean
  readonly now?: () => number
}

/** The source over a pretended Workspace, with a host of pictures for it to fetch from. */
export async function tryWorkspace(
  options: WorkspaceOptions = {},
  sourceOptions: SourceOptions = {},
): Promise<Tried<WorkspaceSimulator>> {
  return connect(await startWorkspaceSimulator(options), sourceOptions)
}

export async function tryDocSpace(
  options: DocSpaceOptions = {},
  sourceOptions: SourceOptions = {},
): Promise<Tried<DocSpaceSimulator>> {
  return connect(await startDocSpaceSimulator(options), sourceOptions)
}

async function connect<Simulator extends WorkspaceSimulator | DocSpaceSimulator>(
  simulator: Simulator,
  { settings, hasLinks = true, now = Date.now }: SourceOptions,
): Promise<Tried<Simulator>> {
  const pictures = await startPictureHost()
  const given = { url: simulator.url, requestsPerSecond: 10_000, ...simulator.settings, ...settings }
  const source = createPeopleSource('office', peopleSettings.parse(given), {
    now,
    linkTo: hasLinks ? pictures.linkTo : null,
  })
  return {
    simulator,
    source,
    users: [...simulator.state.users.values()],
    async close() {
      await source.close?.()
      await pictures.close()
      await simulator.close()
    },
  }
}

/** What the work throws on purpose; `null` when it goes through. */
export function refusal(work: () => unknown): GatewayError | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof GatewayError) return error
    throw error
  }
}

export function picture(bytes: Uint8Array = PNG): Picture {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { bytes, contentType: 'image/png', filename: 'avatar.png', sha256 }
}

export const options = () => ({ signal: AbortSignal.timeout(20_000) })

export async function openUser(source: Source, id: string): Promise<OpenRecord<'User'>> {
  const found = await source.open!('User', id, options())
  if (!found) throw new Error(`nobody is ${id}`)
  return found
}
