import { randomUUID } from 'node:crypto'
import type { SimulatedAnswer, SimulatedRequest } from '../../simulator-server.ts'
import type { Answers } from './answers.ts'
import type { LeadsyOptions } from './options.ts'
import { checkAvatarBody, checkUserBody, isObject, type UserBody } from './requests.ts'
import { ACCOUNT, addUser, type LeadsyState, type StoredAvatar, type StoredUser } from './state.ts'

type Handler = (request: SimulatedRequest, id: number) => SimulatedAnswer
interface Route {
  readonly method: string
  readonly path: string
  /** No `Authorization` is asked for. */
  readonly open?: boolean
  readonly handle: Handler
}

/** What the pretended vendor answers to a request. */
export function createRoutes(
  state: LeadsyState,
  options: LeadsyOptions,
  answers: Answers,
): (request: SimulatedRequest) => SimulatedAnswer {
  const { paths } = options
  const isForeign = (user: StoredUser) =>
    user.accesses.some((access) => access.company_id === state.foreignCompanyId) && user.accesses.length === 1
  const visible = () => [...state.users.values()].filter((user) => !isForeign(user))
  const forbidden = () => answers.error(403, 'You are not allowed to do this')
  const missing = (wrapper: string) =>
    options.unknown === 'null' ? ok({ [wrapper]: null }) : answers.error(404, `Couldn't find ${wrapper}`)

  function withUser(id: number, work: (user: StoredUser) => SimulatedAnswer): SimulatedAnswer {
    const user = state.users.get(id)
    if (!user) return missing('user')
    return isForeign(user) ? forbidden() : work(user)
  }

  /** The owner of a picture that a request is about. An unknown one is not declared for these: 403. */
  function avatarOwner(owner: 'user_id' | 'company_id', id: number): { avatar: StoredAvatar | null } | null {
    if (owner === 'company_id') return id === state.foreignCompanyId ? null : (state.companies.get(id) ?? null)
    const user = state.users.get(id)
    return user && !isForeign(user) ? user : null
  }
  const shown = (owner: 'user_id' | 'company_id', id: number) =>
    owner === 'user_id'
      ? ok({ user: answers.user(state.users.get(id) as StoredUser) })
      : ok(answers.company(state.companies.get(id)!))

  const putAvatar =
    (key: 'user_id' | 'company_id'): Handler =>
    ({ body }) => {
      const avatar = checkAvatarBody(body, key, options)
      if (typeof avatar === 'string') return answers.error(422, avatar)
      const owner = avatarOwner(key, avatar.id)
      if (!owner) return forbidden()
      owner.avatar = { ...avatar, serial: (owner.avatar?.serial ?? 0) + 1 }
      return shown(key, avatar.id)
    }
  const removeAvatar =
    (key: 'user_id' | 'company_id'): Handler =>
    ({ query, body }) => {
      const inBody = isObject(body) && Number.isInteger(body[key]) ? (body[key] as number) : null
      const inQuery = /^\d+$/.test(query.get(key) ?? '') ? Number(query.get(key)) : null
      const by = options.avatarRemovalBy
      const id = by === 'query' ? inQuery : by === 'body' ? inBody : (inQuery ?? inBody)
      if (id === null) return answers.error(400, `param is missing: ${key}`)
      const owner = avatarOwner(key, id)
      if (!owner) return forbidden()
      owner.avatar = null
      return shown(key, id)
    }

  const routes: readonly Route[] = [
    { method: 'POST', path: paths.login, open: true, handle: ({ body }) => logIn(body, state, options, answers) },
    { method: 'GET', path: paths.validate, handle: () => ok({ message: 'Valid' }) },
    {
      method: 'GET',
      path: paths.findByEmail,
      handle: ({ query }) => {
        const email = query.get('email')
        if (email === null) return answers.error(400, 'param is missing: email')
        const user = visible().find((candidate) => candidate.email.toLowerCase() === email.toLowerCase())
        return user ? ok({ user: answers.user(user) }) : missing('user')
      },
    },
    { method: 'PUT', path: paths.userAvatar, handle: putAvatar('user_id') },
    { method: 'DELETE', path: paths.userAvatar, handle: removeAvatar('user_id') },
    { method: 'PUT', path: paths.companyAvatar, handle: putAvatar('company_id') },
    { method: 'DELETE', path: paths.companyAvatar, handle: removeAvatar('company_id') },
    { method: 'GET', path: paths.users, handle: ({ query }) => ok(answers.users(visible(), pageOf(query))) },
    {
      method: 'POST',
      path: paths.users,
      open: true,
      handle: ({ body }) => {
        const { user, errors, taken } = checkUserBody(body, { state, options, id: null })
        if (Object.keys(errors).length > 0) return answers.invalid(taken ? options.duplicateEmailStatus : 422, errors)
        const { first_name = '', last_name = '', email = '', user_accesses_attributes = [] } = user
        const accesses = user_accesses_attributes.map(({ company_id, access_id, primary }) => ({
          company_id,
          access_id,
          primary,
        }))
        const added = addUser(state, { first_name, last_name, email, status: 'pending', accesses })
        return { status: 201, json: { user: answers.user(added) } }
      },
    },
    { method: 'GET', path: paths.user, handle: (_, id) => withUser(id, (user) => ok({ user: answers.user(user) })) },
    {
      method: 'PUT',
      path: paths.user,
      handle: ({ body }, id) =>
        withUser(id, (user) => {
          const { user: sent, errors, taken } = checkUserBody(body, { state, options, id })
          if (Object.keys(errors).length > 0) return answers.invalid(taken ? options.duplicateEmailStatus : 422, errors)
          update(user, sent, state, options)
          return ok({ user: answers.user(user) })
        }),
    },
    { method: 'GET', path: paths.userAccesses, handle: (_, id) => withUser(id, (user) => ok(answers.accesses(user))) },
    {
      method: 'GET',
      path: paths.companies,
      handle: () =>
        ok({
          companies: [...state.companies.values()]
            .filter(({ id }) => id !== state.foreignCompanyId)
            .map((company) => unwrapped(answers.company(company))),
        }),
    },
    {
      method: 'GET',
      path: paths.company,
      handle: (_, id) => {
        if (id === state.foreignCompanyId) return forbidden()
        const company = state.companies.get(id)
        return company ? ok(answers.company(company)) : missing('company')
      },
    },
    {
      method: 'GET',
      path: paths.companyUsers,
      handle: ({ query }, id) => {
        if (id === state.foreignCompanyId) return forbidden()
        if (!state.companies.has(id)) return missing('users')
        const members = visible().filter((user) => user.accesses.some((access) => access.company_id === id))
        return ok(answers.users(members, pageOf(query)))
      },
    },
  ]

  return (request) => {
    if (request.method === 'GET') {
      const picture = findPicture(request.path, state, options)
      if (picture) return { status: 200, headers: { 'content-type': picture.type }, bytes: picture.bytes }
    }
    const found = routes.flatMap((route) => {
      const id = route.method === request.method ? matchPath(route.path, request.path) : null
      return id === null ? [] : [{ route, id }]
    })[0]
    if (!found) return { status: 404, json: { status: 404, error: 'Not Found' } }
    const scheme = options.authorizationScheme
    const token = request.headers.authorization
    const known = [...state.tokens].some((value) => token === (scheme === '' ? value : `${scheme} ${value}`))
    if (!found.route.open && !known) return answers.error(401, 'Unauthorized')
    if (request.text !== '' && !/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
      return answers.error(415, 'Unsupported Media Type')
    }
    if (request.text !== '' && request.body === undefined) return answers.error(400, 'Bad Request')
    return found.route.handle(request, found.id)
  }
}

function logIn(body: unknown, state: LeadsyState, options: LeadsyOptions, answers: Answers): SimulatedAnswer {
  if (!isObject(body) || body.email !== ACCOUNT.email || body.password !== ACCOUNT.password) {
    return answers.error(401, 'Invalid email or password')
  }
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const token = `${part({ alg: 'HS256' })}.${part({ sub: 0, jti: randomUUID() })}.c2lnbmF0dXJl`
  state.tokens.add(token)
  if (options.tokenIn === 'header') return { status: 200, headers: { authorization: `Bearer ${token}` }, json: {} }
  if (options.tokenIn === 'data.token') return ok({ data: { token } })
  return ok({ [options.tokenIn]: token })
}

function update(user: StoredUser, sent: UserBody, state: LeadsyState, options: LeadsyOptions): void {
  for (const field of ['first_name', 'last_name', 'email'] as const) {
    if (sent[field] !== undefined) user[field] = sent[field]
    else if (options.updateOmitted === 'clears') user[field] = ''
  }
  const accesses = sent.user_accesses_attributes
  const fresh = ({ company_id, access_id, primary }: Omit<(typeof user.accesses)[number], 'id'>) => ({
    id: state.nextAccessId++,
    company_id,
    access_id,
    primary,
  })
  if (options.updateAccesses === 'replaces') {
    if (accesses) user.accesses = accesses.map((access) => ({ ...fresh(access), ...(access.id && { id: access.id }) }))
    else if (options.updateOmitted === 'clears') user.accesses = []
    return
  }
  for (const access of accesses ?? []) {
    const index = user.accesses.findIndex((present) =>
      options.updateAccesses === 'keyed'
        ? present.company_id === access.company_id && present.access_id === access.access_id
        : options.updateAccesses === 'nested' && present.id === access.id,
    )
    const present = user.accesses[index]
    if (present) user.accesses[index] = { ...access, id: present.id }
    else user.accesses.push(fresh(access))
  }
}

function findPicture(path: string, state: LeadsyState, options: LeadsyOptions): StoredAvatar | null {
  const match = /^\/uploads\/(users|companies)\/(\d+)\/(\w+)\.\w+$/.exec(path)
  if (!match) return null
  const [, owners, id, name] = match
  const avatar = (owners === 'users' ? state.users : state.companies).get(Number(id))?.avatar ?? null
  return avatar && name === (options.avatarRouteReused ? 'avatar' : String(avatar.serial)) ? avatar : null
}

/** The id in a path that fits the template; 0 where the template has none; `null` where the path does not fit. */
function matchPath(template: string, path: string): number | null {
  const [before, after] = template.split('{id}') as [string, string?]
  if (after === undefined) return path === template ? 0 : null
  if (!path.startsWith(before) || !path.endsWith(after)) return null
  const id = path.slice(before.length, path.length - after.length)
  return /^\d+$/.test(id) ? Number(id) : null
}

function pageOf(query: URLSearchParams): { readonly page: number; readonly perPage: number | null } {
  return { page: Number(query.get('page') ?? 1), perPage: query.has('per_page') ? Number(query.get('per_page')) : null }
}

function unwrapped(company: object): object {
  return 'company' in company ? (company.company as object) : company
}

function ok(json: unknown): SimulatedAnswer {
  return { status: 200, json }
}
