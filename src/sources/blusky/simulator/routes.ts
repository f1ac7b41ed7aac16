import { randomUUID } from 'node:crypto'
import type { SimulatedAnswer, SimulatedRequest } from '../../simulator-server.ts'
import type { BluskyOptions } from './options.ts'
import { checkModel, isObject, LOGIN } from './requests.ts'
import { ACCOUNT, type BluskyState, type StoredUser } from './state.ts'
import { occupancyView, typesView, userView } from './views.ts'
import { createWrites, FAILURES, guidOf } from './writes.ts'

type Handler = (request: SimulatedRequest, parts: readonly string[]) => SimulatedAnswer

const DENIED: SimulatedAnswer = { status: 401, json: { Message: 'Authorization has been denied for this request.' } }
const FORBIDDEN: SimulatedAnswer = { status: 403, json: { Message: 'You do not have permission for this person.' } }
const NOT_FOUND: SimulatedAnswer = {
  status: 404,
  json: { Message: 'No HTTP resource was found that matches the request.' },
}

/** What the pretended vendor answers to a request. Paths are told apart without regard to case, as ASP.NET does. */
export function createRoutes(
  state: BluskyState,
  options: BluskyOptions,
): (request: SimulatedRequest) => SimulatedAnswer {
  const writes = createWrites(state, options)
  const isForeign = (user: StoredUser) => state.occupancies.get(user.fields.CompanyInstanceId)?.foreign ?? false
  const view = (user: StoredUser) => userView(user, state, options)
  const listed = (where: (user: StoredUser) => boolean) =>
    ok([...state.users.values()].filter((user) => !isForeign(user) && where(user)).map(view))

  /** The user of an id, or the answer that refuses it. */
  function find(id: string): StoredUser | SimulatedAnswer {
    const key = guidOf(id)
    if (key === null) return { status: 400, json: { Message: 'The request is invalid.' } }
    const user = state.users.get(key)
    if (user) return isForeign(user) ? FORBIDDEN : user
    if (options.unknownUser === '404') return { status: 404, json: { Message: 'User not found.' } }
    return writes.failure(FAILURES.unknownUser, 'User was not found.', false)
  }
  const withUser =
    (work: (user: StoredUser, request: SimulatedRequest, parts: readonly string[]) => SimulatedAnswer): Handler =>
    (request, parts) => {
      const user = find(parts[0] as string)
      return 'status' in user ? user : work(user, request, parts)
    }
  const idInBody = (body: unknown) => (isObject(body) && typeof body.UserId === 'string' ? body.UserId : '')

  const routes: readonly (readonly [method: string, path: RegExp, handle: Handler, generation?: 'v2'])[] = [
    ['GET', /^\/api\/v2\/Users\/([^/]+)$/i, withUser((user) => ok(view(user))), 'v2'],
    ['PUT', /^\/api\/v2\/Users\/([^/]+)$/i, withUser((user, { body }) => writes.updateUser(user, body)), 'v2'],
    [
      'PUT',
      /^\/api\/v2\/Users\/([^/]+)\/UserContactItem$/i,
      withUser((user, { body }, [id]) => writes.putItem(user, id as string, body, true)),
    ],
    [
      'POST',
      /^\/api\/v[12]\/Users\/([^/]+)\/UserContactItems$/i,
      withUser((user, { body }, [id]) => writes.putItem(user, id as string, body, false)),
    ],
    [
      'DELETE',
      /^\/api\/v1\/Users\/([^/]+)\/UserContactItems\/([^/]+)$/i,
      withUser((user, _, [, item]) => writes.removeItem(user, item as string)),
    ],
    ['POST', /^\/api\/v1\/Users\/Photo$/i, ({ body }) => writes.addPhoto(find, body)],
    ['GET', /^\/api\/Person\/GetUserById\/([^/]+)$/i, withUser((user) => ok(view(user)))],
    [
      'POST',
      /^\/api\/Person\/UpdateUser$/i,
      ({ body }) => {
        const user = find(idInBody(body))
        return 'status' in user ? user : writes.updateUser(user, body)
      },
    ],
    ['GET', /^\/api\/Person\/GetAllUsers$/i, () => listed(() => true)],
    [
      'GET',
      /^\/api\/Person\/GetAllUsersByFacility\/([^/]+)$/i,
      (_, [id]) => listed((user) => user.fields.FacilityId === guidOf(id as string)),
    ],
    [
      'GET',
      /^\/api\/Person\/GetAllUsersByOccupancyId\/([^/]+)$/i,
      (_, [id]) => listed((user) => user.fields.CompanyInstanceId === guidOf(id as string)),
    ],
    [
      'GET',
      /^\/api\/v1\/Occupancies$/i,
      ({ query }) => {
        const found = state.occupancies.get(guidOf(query.get('OccupancyId') ?? '') ?? '')
        if (!found) return { status: 404, json: { Message: 'Occupancy not found.' } }
        return found.foreign ? FORBIDDEN : ok(occupancyView(found, state))
      },
    ],
    [
      'GET',
      /^\/api\/Occupancy\/GetAllOccupancies$/i,
      () =>
        ok(
          [...state.occupancies.values()].filter(({ foreign }) => !foreign).map((entry) => occupancyView(entry, state)),
        ),
    ],
    [
      'GET',
      /^\/api\/Facility\/GetAllFacilities$/i,
      () => ok([...state.facilities].map(([FacilityId, FacilityName]) => ({ FacilityId, FacilityName }))),
    ],
    ['GET', /^\/api\/ContactItem\/GetAllTypes$/i, () => ok(typesView(state, options))],
  ]

  return (request) => {
    const { method, path, headers, text } = request
    if (text !== '' && !/^(application|text)\/json\b/.test(headers['content-type'] ?? '')) {
      return { status: 415, json: { Message: 'The request entity has a media type that is not supported.' } }
    }
    if (text !== '' && request.body === undefined) return { status: 400, json: { Message: 'The request is invalid.' } }
    // The XML form is written in alphabetical order and holds more; a client that wants JSON must say so.
    if (!/\b(application|text)\/json\b/.test(headers.accept ?? '')) {
      return { status: 200, headers: { 'content-type': 'application/xml' }, text: '<Result xmlns="…"/>' }
    }
    if (method === 'POST' && /^\/api\/Account\/Authenticate$/i.test(path)) return logIn(request.body, state, options)
    const scheme = options.authorizationScheme
    const sent = headers[options.authorizationHeader.toLowerCase()]
    if (![...state.tokens].some((token) => sent === (scheme === '' ? token : `${scheme} ${token}`))) return DENIED
    for (const [routeMethod, pattern, handle, generation] of routes) {
      if (generation === 'v2' && options.generation === 'legacy') continue
      const match = routeMethod === method ? pattern.exec(path) : null
      if (match) return handle(request, match.slice(1))
    }
    return NOT_FOUND
  }
}

function logIn(body: unknown, state: BluskyState, options: BluskyOptions): SimulatedAnswer {
  const ModelState = checkModel(body, LOGIN, true)
  if (Object.keys(ModelState).length > 0) {
    return { status: 400, json: { Message: 'The request is invalid.', ModelState } }
  }
  const { Email, Password } = body as { Email: string; Password: string }
  if (Email !== ACCOUNT.email || Password !== ACCOUNT.password) {
    return options.refusedLogin === '401' ? DENIED : ok({ Email, IsAuthenticated: false, Token: null })
  }
  const Token = randomUUID()
  state.tokens.add(Token)
  return ok({ Email, IsAuthenticated: true, Token })
}

function ok(json: unknown): SimulatedAnswer {
  return { status: 200, json }
}
