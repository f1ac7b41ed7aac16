import type { RunningSimulator } from '../../definition.ts'
import { type SimulatorServer, startSimulatorServer } from '../../simulator-server.ts'
import { type BluskyOptions, DEFAULT_OPTIONS } from './options.ts'
import { createRoutes } from './routes.ts'
import { ACCOUNT, type BluskyState, createState } from './state.ts'

export interface BluskySimulator extends RunningSimulator, Omit<SimulatorServer, 'close'> {
  readonly state: BluskyState
  readonly account: { readonly email: string; readonly password: string }
  /** Makes every token invalid that a login gave. */
  expireTokens(): void
}

export interface StartOptions extends Partial<BluskyOptions> {
  readonly port?: number
}

/** Starts a pretended BluSKY API with invented people. What the help pages leave open is an option each. */
export async function startBluskySimulator(options: StartOptions = {}): Promise<BluskySimulator> {
  const { port, ...rest } = options
  const state = createState()
  const server = await startSimulatorServer({
    ...(port !== undefined && { port }),
    handle: createRoutes(state, { ...DEFAULT_OPTIONS, ...rest }),
  })
  return {
    ...server,
    state,
    account: ACCOUNT,
    settings: { username: ACCOUNT.email, password: ACCOUNT.password, requestsPerSecond: 500 },
    expireTokens: () => state.tokens.clear(),
  }
}
