import type { RunningSimulator } from '../../definition.ts'
import { type SimulatorServer, startSimulatorServer } from '../../simulator-server.ts'
import { createAnswers } from './answers.ts'
import { DEFAULT_OPTIONS, type LeadsyOptions, type LeadsyPaths } from './options.ts'
import { createRoutes } from './routes.ts'
import { ACCOUNT, createState, type LeadsyState, STATIC_TOKEN } from './state.ts'

export interface LeadsySimulator extends RunningSimulator, Omit<SimulatorServer, 'close'> {
  readonly state: LeadsyState
  /** What lets in without a login. */
  readonly token: string
  readonly account: { readonly email: string; readonly password: string }
  /** Makes every token invalid, the one that needs no login included. */
  expireTokens(): void
}

export interface StartOptions extends Partial<Omit<LeadsyOptions, 'paths'>> {
  readonly port?: number
  readonly paths?: Partial<LeadsyPaths>
}

/** Starts a pretended LeadsyGroup API with invented people. What the reference leaves open is an option each. */
export async function startLeadsySimulator(options: StartOptions = {}): Promise<LeadsySimulator> {
  const { port, ...rest } = options
  const chosen: LeadsyOptions = { ...DEFAULT_OPTIONS, ...rest, paths: { ...DEFAULT_OPTIONS.paths, ...options.paths } }
  const state = createState()
  let url = ''
  const routes = createRoutes(
    state,
    chosen,
    createAnswers(state, chosen, () => url),
  )
  const server = await startSimulatorServer({ ...(port !== undefined && { port }), handle: routes })
  url = server.url
  return {
    ...server,
    state,
    token: STATIC_TOKEN,
    account: ACCOUNT,
    settings: { username: ACCOUNT.email, password: ACCOUNT.password, requestsPerSecond: 500 },
    expireTokens: () => state.tokens.clear(),
  }
}
