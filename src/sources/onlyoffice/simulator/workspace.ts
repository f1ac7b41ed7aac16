import type { RunningSimulator } from '../../definition.ts'
import { readBatch, runBatch } from './batch.ts'
import { type Arguments, readArguments } from './binding.ts'
import { crmInfoRoutes } from './crm-info.ts'
import { crmListRoutes } from './crm-lists.ts'
import { crmReadRoutes } from './crm-reads.ts'
import { crmWriteRoutes } from './crm-writes.ts'
import { failure, oddSuccess, success } from './envelope.ts'
import { Failure, paymentRequired, plainException, securityFailure } from './failures.ts'
import { html, type Incoming, type Outgoing, type ServerControls, startServer } from './http.ts'
import { peopleContactRoutes } from './people-contacts.ts'
import { answerAjaxUpload, peoplePhotoRoutes } from './people-photos.ts'
import { peopleReadRoutes } from './people-reads.ts'
import { peopleWriteRoutes } from './people-writes.ts'
import { answerPhotoHandler, answerPicture, photoRoutes } from './photos.ts'
import type { Portal } from './portal.ts'
import { createRouter } from './router.ts'
import { seedPortal } from './seed.ts'
import { ACCOUNTS } from './seed-users.ts'
import { createGuard, type Guard, signIn, viewerOf } from './sign-in.ts'
import { EXPECTED_SWITCHES, type PortalState, type WorkspaceSwitches } from './state.ts'

export interface WorkspaceOptions {
  /** A free one where absent. */
  readonly port?: number
  readonly switches?: Partial<WorkspaceSwitches>
  /** Minutes east of Greenwich; +05:00 where absent. */
  readonly zoneMinutes?: number
  readonly now?: () => number
  /** Whose credentials `settings` holds; the administrator's where absent. */
  readonly account?: keyof typeof ACCOUNTS
}

export interface WorkspaceSimulator extends RunningSimulator, ServerControls {
  readonly state: PortalState
  /** Makes the portal behave otherwise from now on. */
  turn(switches: Partial<WorkspaceSwitches>): void
  /** Ends every session, as a changed password does. */
  expireTokens(): void
  /** Lets the background queue make the thumbnails it still has to. */
  finishThumbnails(): void
}

const routes = [
  ...crmReadRoutes,
  ...crmWriteRoutes,
  ...crmInfoRoutes,
  ...crmListRoutes,
  ...photoRoutes,
  ...peopleReadRoutes,
  ...peopleContactRoutes,
  ...peoplePhotoRoutes,
  ...peopleWriteRoutes,
]
const findRoute = createRouter(routes)
const SIGN_IN = /^\/api\/2\.0\/authentication(?:\/([^/]+))?\/?$/i
const BATCH = /^\/api\/2\.0\/batch\/?$/i

/** An ONLYOFFICE Workspace portal with CRM and People, holding invented people. */
export async function startWorkspaceSimulator(options: WorkspaceOptions = {}): Promise<WorkspaceSimulator> {
  const now = options.now ?? Date.now
  const portal: Portal = {
    state: seedPortal(),
    switches: { ...EXPECTED_SWITCHES, ...options.switches },
    zoneMinutes: options.zoneMinutes ?? 300,
    now,
  }
  const guard = createGuard(now)
  const server = await startServer((request) => answer(portal, guard, request), options.port ?? 0)
  const { email, password } = ACCOUNTS[options.account ?? 'admin']
  return Object.assign(server, {
    settings: { username: email, password },
    state: portal.state,
    turn(switches: Partial<WorkspaceSwitches>) {
      portal.switches = { ...portal.switches, ...switches }
    },
    expireTokens: () => portal.state.tokens.clear(),
    finishThumbnails() {
      const { contacts, users } = portal.state
      for (const row of [...contacts.values(), ...users.values()]) row.thumbnailsReady = true
    },
  })
}

async function answer(portal: Portal, guard: Guard, request: Incoming): Promise<Outgoing> {
  if (!request.path.startsWith('/api/')) return answerPage(portal, request)
  const path = request.path.replace(/\.json$/i, '')
  return (await answerApi(portal, guard, { ...request, path })) ?? notFoundPage(portal)
}

/** `null`: no such route, which the API does not answer at all. */
async function answerApi(portal: Portal, guard: Guard, request: Incoming): Promise<Outgoing | null> {
  const code = SIGN_IN.exec(request.path)
  const isBatch = BATCH.test(request.path)
  const found = findRoute(request.method, request.path)
  if (isBatch ? portal.switches.batch === 'missing' : !found && !(code && request.method === 'POST')) return null
  try {
    if (portal.switches.region === 'moving')
      throw new Failure(503, 'System.Exception', -2147467259, 'Service Unavailable')
    if (portal.switches.payment === 'unpaid' && request.headers['payment-info'] !== 'false') throw paymentRequired()
    if (code) return await answerSignIn(portal, guard, request, code[1])
    // An unreadable body is met only after the caller is known.
    const bound = await readArguments(request, found?.values ?? {}, portal.zoneMinutes).catch((error: unknown) =>
      asFailure(error),
    )
    const viewer = viewerOf(portal, request, bound instanceof Failure ? null : bound.text('asc_auth_key'))
    if (!viewer) return unauthorized(portal, request)
    if (isBatch) return await answerBatch(portal, guard, request)
    if (bound instanceof Failure) throw bound
    if (/^\/api\/2\.0\/crm\//i.test(request.path) && viewer.isVisitor) throw securityFailure('Forbidden')
    if (!found) return null
    const result = await found.handler({ portal, viewer, args: bound, request })
    return success(request.method, result, fieldsOf(request))
  } catch (error) {
    return failure(asFailure(error))
  }
}

async function answerSignIn(portal: Portal, guard: Guard, request: Incoming, code?: string): Promise<Outgoing> {
  const args: Arguments = await readArguments(request, code === undefined ? {} : { code }, portal.zoneMinutes)
  const { result, token } = signIn(portal, guard, args, request)
  const sent = success('POST', result, [])
  if (token === null) return sent
  return {
    ...sent,
    headers: { ...sent.headers, 'set-cookie': `asc_auth_key=${encodeURIComponent(token)}; path=/; HttpOnly` },
  }
}

async function answerBatch(portal: Portal, guard: Guard, request: Incoming): Promise<Outgoing> {
  if (portal.switches.batch === 'broken') throw plainException('Object reference not set to an instance of an object')
  const elements = readBatch(request)
  if (!elements) return oddSuccess('no batch specified')
  const result = await runBatch(request, elements, (one) =>
    answerApi(portal, guard, { ...one, path: one.path.replace(/\.json$/i, '') }),
  )
  return success(request.method, result, [])
}

function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error
  throw error
}

function fieldsOf({ query }: Incoming): readonly string[] {
  return [...query.getAll('fields').flatMap((fields) => fields.split(',')), ...query.getAll('fields[]')]
}

function unauthorized({ switches }: Portal, request: Incoming): Outgoing {
  const challenge = request.headers.authorization !== undefined
  const headers = { ...(challenge && { 'www-authenticate': `Basic Realm="${new URL(request.origin).host}"` }) }
  return switches.unauthorizedPage === 'text'
    ? { status: 401, headers: { ...headers, 'content-type': 'text/plain' }, body: 'Unauthorized' }
    : {
        status: 401,
        headers: { ...headers, 'content-type': 'text/html' },
        body: '<html><body><h2>401 - Unauthorized</h2></body></html>',
      }
}

function notFoundPage({ switches }: Portal): Outgoing {
  const body = '<!DOCTYPE html><html><head><title>404</title></head><body><h1>Page not found</h1></body></html>'
  return switches.notFoundPage === 'html' ? html(404, body) : { status: 404, body: '' }
}

/** What is no API: the photo handler, the upload of the web interface, and pictures. */
async function answerPage(portal: Portal, request: Incoming): Promise<Outgoing> {
  const path = request.path.toLowerCase()
  if (path === '/products/crm/httphandlers/filehandler.ashx') return answerPhotoHandler(portal, request)
  if (path === '/ajaxupload.ashx' && request.method === 'POST') return answerAjaxUpload(portal, request)
  return answerPicture(portal, request.path) ?? notFoundPage(portal)
}
