import { silentLogger } from '../../../src/model/logger.ts'
import { bluskyDefinition } from '../../../src/sources/blusky/index.ts'
import type { BluskySimulator, StartOptions } from '../../../src/sources/blusky/simulator/index.ts'
import { startBluskySimulator } from '../../../src/sources/blusky/simulator/index.ts'
import type { Source } from '../../../src/sources/source.ts'

export interface BluskySubject {
  readonly source: Source
  readonly simulator: BluskySimulator
  /** Ids of users, as seeded. The last two belong to another customer. */
  readonly users: readonly string[]
  close(): Promise<void>
}

/** A source over a simulator of its own. `settings` are laid over those that let in. */
export async function startBlusky(
  options: StartOptions = {},
  settings: Readonly<Record<string, unknown>> = {},
): Promise<BluskySubject> {
  const simulator = await startBluskySimulator(options)
  const checked = bluskyDefinition.settings.parse({ url: simulator.url, ...simulator.settings, ...settings })
  const source = await bluskyDefinition.create('doors', checked, { log: silentLogger, now: Date.now, linkTo: null })
  return {
    source,
    simulator,
    users: [...simulator.state.users.keys()],
    async close() {
      await source.close?.()
      await simulator.close()
    },
  }
}

export const call = () => ({ signal: AbortSignal.timeout(10_000) })

/** What every switch of the simulator is set to once, with the settings that tell the source so where it must be told. */
export const SWITCHES: readonly {
  readonly title: string
  readonly options: StartOptions
  readonly settings?: Readonly<Record<string, unknown>>
}[] = [
  { title: 'as the help pages suggest', options: {} },
  {
    title: 'a header of its own',
    options: { authorizationHeader: 'X-Session-Token', authorizationScheme: '' },
    settings: { authorizationHeader: 'X-Session-Token', authorizationScheme: '' },
  },
  { title: 'a refused login told by 401', options: { refusedLogin: '401' } },
  { title: 'another code for success', options: { successCode: 1 }, settings: { successCodes: [0, 1] } },
  { title: 'failures with status 400', options: { failureStatus: 400 } },
  { title: 'the zero GUID for nothing', options: { failureValue: 'zero-guid' } },
  { title: 'unknown users told by a result', options: { unknownUser: 'result' } },
  {
    title: 'unknown users told by a result and status 400',
    options: { unknownUser: 'result', failureStatus: 400 },
  },
  { title: 'the old generation', options: { generation: 'legacy' }, settings: { generation: 'legacy' } },
  {
    title: 'items told apart by type and value',
    options: { upsertKey: 'type-and-value' },
    settings: { upsertKey: 'type-and-value' },
  },
  { title: 'defaults that are not demoted', options: { demotesDefault: false } },
  { title: 'defaults left to the system', options: { demotesDefault: true }, settings: { demotesDefault: true } },
  {
    title: 'items by type and value, defaults not demoted',
    options: { upsertKey: 'type-and-value', demotesDefault: false },
    settings: { upsertKey: 'type-and-value' },
  },
  { title: 'no contact items in the view', options: { contactItemsInView: false } },
  { title: 'types inside a result', options: { typesShape: 'wrapped' } },
  { title: 'types in groups', options: { typesShape: 'grouped' } },
  {
    title: 'other names of members',
    options: { memberNames: 'other' },
    settings: {
      contactItemFields: {
        list: 'UserContactItems',
        id: 'ContactItemId',
        type: 'TypeId',
        typeName: 'TypeName',
        value: 'ContactValue',
        isDefault: 'Default',
      },
      typeFields: { id: 'TypeId', category: 'Category', children: 'Types' },
    },
  },
  { title: 'a mismatch of ids let through', options: { refusesMismatch: false } },
  { title: 'an update that keeps what is not sent', options: { updateOmitted: 'keeps' } },
  { title: 'times with a zone', options: { timesWithZone: true } },
]
