import { silentLogger } from '../../../src/model/logger.ts'
import { leadsyDefinition } from '../../../src/sources/leadsy/index.ts'
import type { LeadsySimulator, StartOptions } from '../../../src/sources/leadsy/simulator/index.ts'
import { startLeadsySimulator } from '../../../src/sources/leadsy/simulator/index.ts'
import type { Source } from '../../../src/sources/source.ts'

export interface LeadsySubject {
  readonly source: Source
  readonly simulator: LeadsySimulator
  close(): Promise<void>
}

/** A source over a simulator of its own. `settings` are laid over those that let in. */
export async function startLeadsy(
  options: StartOptions = {},
  settings:
    | Readonly<Record<string, unknown>>
    | ((simulator: LeadsySimulator) => Readonly<Record<string, unknown>>) = {},
): Promise<LeadsySubject> {
  const simulator = await startLeadsySimulator(options)
  const own = typeof settings === 'function' ? settings(simulator) : settings
  const checked = leadsyDefinition.settings.parse({ url: simulator.url, ...simulator.settings, ...own })
  const source = await leadsyDefinition.create('sales', checked, { log: silentLogger, now: Date.now, linkTo: null })
  return {
    source,
    simulator,
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
  readonly settings?: Parameters<typeof startLeadsy>[1]
}[] = [
  { title: 'as the reference suggests', options: {} },
  { title: 'a token without a scheme', options: { authorizationScheme: '' }, settings: { authorizationScheme: '' } },
  {
    title: 'a token given once for all',
    options: {},
    settings: ({ token }) => ({ token, username: undefined, password: undefined }),
  },
  { title: 'the token as jwt', options: { tokenIn: 'jwt' } },
  { title: 'the token inside data', options: { tokenIn: 'data.token' }, settings: { tokenAt: 'data.token' } },
  { title: 'the token in a header', options: { tokenIn: 'header' }, settings: { tokenAt: 'header:Authorization' } },
  { title: 'lists as {"users": […]}', options: { listShape: 'users' } },
  { title: 'lists that count', options: { listShape: 'counted' } },
  { title: 'lists in pages', options: { listPageSize: 20 }, settings: { pageSize: 20 } },
  { title: 'pages that are asked for and not given', options: {}, settings: { pageSize: 20 } },
  { title: 'pictures as data URIs', options: { avatarEncoding: 'data-uri' }, settings: { avatarEncoding: 'data-uri' } },
  { title: 'relative avatar routes', options: { avatarRoute: 'relative' } },
  {
    title: 'avatar routes that are storage keys',
    options: { avatarRoute: 'key' },
    settings: ({ url }) => ({ avatarBaseUrl: `${url}/uploads` }),
  },
  { title: 'avatar routes that stay', options: { avatarRouteReused: true } },
  { title: 'avatar removal by query', options: { avatarRemovalBy: 'query' } },
  { title: 'avatar removal by body', options: { avatarRemovalBy: 'body' }, settings: { avatarRemovalBy: 'body' } },
  { title: 'errors as {"error": …}', options: { errorShape: 'error' } },
  { title: 'errors as a list', options: { errorShape: 'errors-list' } },
  { title: 'errors as {"message": …}', options: { errorShape: 'message' } },
  { title: 'errors as bare fields', options: { errorShape: 'bare-fields' } },
  { title: 'errors as text', options: { errorShape: 'text' } },
  { title: 'null for the unknown', options: { unknown: 'null' } },
  { title: 'an update that keeps what is not sent', options: { updateOmitted: 'keeps' } },
  { title: 'nested accesses', options: { updateAccesses: 'nested' } },
  {
    title: 'accesses that are always added',
    options: { updateAccesses: 'appends' },
    settings: { accessesOnUpdate: 'omit' },
  },
  {
    title: 'accesses told apart by company',
    options: { updateAccesses: 'keyed' },
    settings: { accessesOnUpdate: 'plain' },
  },
  { title: 'accesses in an object', options: { accessesShape: 'wrapped' } },
  { title: 'companies without a wrapper', options: { companyWrapped: false } },
  { title: 'names that may be blank', options: { blankNames: true } },
  { title: 'another status for a taken address', options: { duplicateEmailStatus: 409 } },
  {
    title: 'other paths',
    options: { paths: { login: '/session', user: '/people/{id}', findByEmail: '/lookup' } },
    settings: { loginPath: '/session', paths: { user: '/people/{id}', findByEmail: '/lookup' } },
  },
]
