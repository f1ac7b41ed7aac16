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
import type { Source } from '../../../../src/sources/source.ts'
import { PNG } from '../../pictures.ts'
import { servePicture } from '../simulator/wire.ts'

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
  const pictures = await servePicture(PNG)
  const given = { url: simulator.url, requestsPerSecond: 10_000, ...simulator.settings, ...settings }
  const source = createPeopleSource('office', peopleSettings.parse(given), {
    now,
    linkTo: hasLinks ? () => `${pictures.url}/picture.png` : null,
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
