import type { RunningSimulator } from '../../definition.ts'
import { docSpacePeopleRoutes } from './docspace-people.ts'
import { answerDocSpacePicture, docSpacePhotoRoutes } from './docspace-photos.ts'
import { docSpaceSignIn, docSpaceViewer, isInScope } from './docspace-sign-in.ts'
import {
  API_KEYS,
  type DocSpace,
  type DocSpaceState,
  type DocSpaceSwitches,
  PRESENT_DOCSPACE,
  seedDocSpace,
} from './docspace-state.ts'
import { docSpaceFailure, docSpaceSuccess, ValidationFailure } from './docspace-wire.ts'
import { badArgument, Failure, securityFailure } from './failures.ts'
import { type Incoming, type Outgoing, type ServerControls, startServer } from './http.ts'
import { createRouter } from './router.ts'
import { ACCOUNTS } from './seed-users.ts'
import { createGuard, type Guard } from './sign-in.ts'

export interface DocSpaceOptions {
  /** A free one where absent. */
  readonly port?: number
  readonly switches?: Partial<DocSpaceSwitches>
  /** Minutes east of Greenwich; 0 where absent. */
  readonly zoneMinutes?: number
  readonly now?: () => number
  /** What `settings` holds: a password (the plain user's where absent), or an API key. */
  readonly account?: keyof typeof ACCOUNTS
  readonly apiKey?: keyof typeof API_KEYS
}

export interface DocSpaceSimulator extends RunningSimulator, ServerControls {
  readonly state: DocSpaceState
  turn(switches: Partial<DocSpaceSwitches>): void
  expireTokens(): void
}

const routes = [...docSpacePeopleRoutes, ...docSpacePhotoRoutes]
const findRoute = createRouter(routes.map((route) => ({ ...route, handler: route })))
const SIGN_IN = /^\/api\/2\.0\/authentication(?:\/([^/]+))?\/?$/i

/** An ONLYOFFICE DocSpace holding invented people. */
export async function startDocSpaceSimulator(options: DocSpaceOptions = {}): Promise<DocSpaceSimulator> {
  const now = options.now ?? Date.now
  const docSpace: DocSpace = {
    state: seedDocSpace(),
    switches: { ...PRESENT_DOCSPACE, ...options.switches },
    zoneMinutes: options.zoneMinutes ?? 0,
    now,
  }
  const guard = createGuard(now)
  const limiter = createLimiter(docSpace)
  const server = await startServer(
    (request) => limiter(request, () => answer(docSpace, guard, request)),
    options.port ?? 0,
  )
  const { email, password } = ACCOUNTS[options.account ?? 'plain']
  return Object.assign(server, {
    settings: options.apiKey ? { token: API_KEYS[options.apiKey] } : { username: email, password },
    state: docSpace.state,
    turn(switches: Partial<DocSpaceSwitches>) {
      docSpace.switches = { ...docSpace.switches, ...switches }
    },
    expireTokens: () => docSpace.state.tokens.clear(),
  })
}

async function answer(docSpace: DocSpace, guard: Guard, request: Incoming): Promise<Outgoing> {
  if (!request.path.startsWith('/api/')) return answerDocSpacePicture(docSpace, request.path)
  try {
    return await answerApi(docSpace, guard, request)
  } catch (error) {
    if (error instanceof Failure || error instanceof ValidationFailure) return docSpaceFailure(error)
    throw error
  }
}

async function answerApi(docSpace: DocSpace, guard: Guard, request: Incoming): Promise<Outgoing> {
  const { switches } = docSpace
  const code = SIGN_IN.exec(request.path)
  if (code && request.method === 'POST') {
    const { result, token } = docSpaceSignIn(docSpace, guard, readInput(request), code[1] ?? null, request)
    const sent = docSpaceSuccess(request, result, 200)
    const cookie = token !== null && { 'set-cookie': `asc_auth_key=${encodeURIComponent(token)}; path=/; httponly` }
    return { ...sent, headers: { ...sent.headers, ...cookie } }
  }
  const found = findRoute(request.method, request.path)
  const isGone = found?.handler.until !== undefined && switches.version !== found.handler.until
  if (!found || isGone) return { status: isGone ? switches.missingRoute : 404, body: '' }
  const viewer = docSpaceViewer(docSpace, request)
  if (!viewer) return unauthorized(switches)
  const named = found.values.userid?.toLowerCase()
  const isSelf =
    request.path.endsWith('/@self') || named === viewer.user.id || named === '@self' || named === viewer.user.userName
  if (!isInScope(viewer.permissions, request.method, isSelf)) throw securityFailure('Access denied')
  const result = await found.handler.handler({
    docSpace,
    viewer: viewer.user,
    values: found.values,
    query: request.query,
    input: readInput(request),
    request,
  })
  return docSpaceSuccess(request, result, request.method === 'POST' ? switches.postStatus : 200)
}

/** Names in any case. What is no JSON object is refused. */
function readInput({ body, headers }: Incoming): ReadonlyMap<string, unknown> {
  if (body.byteLength === 0 || !headers['content-type']?.includes('json')) return new Map()
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'))
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw badArgument()
    return new Map(Object.entries(parsed).map(([name, of]) => [name.toLowerCase(), of]))
  } catch {
    throw new ValidationFailure({ $: ['The JSON value could not be converted.'] })
  }
}

function unauthorized({ unauthorizedBody }: DocSpaceSwitches): Outgoing {
  if (unauthorizedBody === 'empty') return { status: 401, body: '' }
  return docSpaceFailure(new Failure(401, 'System.Security.Authentication.AuthenticationException', 0, 'Unauthorized'))
}

/** Counts requests by the minute, and tells in every answer what is left. */
function createLimiter(
  docSpace: DocSpace,
): (request: Incoming, carryOut: () => Promise<Outgoing>) => Promise<Outgoing> {
  let window = { startedAt: 0, count: 0 }
  return async (request, carryOut) => {
    const limit = docSpace.switches.requestsPerMinute
    if (limit === null || !request.path.startsWith('/api/')) return carryOut()
    if (docSpace.now() - window.startedAt >= 60_000) window = { startedAt: docSpace.now(), count: 0 }
    window.count += 1
    const headers = {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(Math.max(0, limit - window.count)),
      'x-ratelimit-reset': new Date(window.startedAt + 60_000).toISOString(),
    }
    if (window.count > limit) return { status: 429, headers, body: '' }
    const answered = await carryOut()
    return { ...answered, headers: { ...answered.headers, ...headers } }
  }
}
