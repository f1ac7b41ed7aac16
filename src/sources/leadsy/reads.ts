import { z } from 'zod'
import type { HttpClient, HttpRequest } from '../../http/client.ts'
import { decode } from '../../http/decode.ts'
import { derive } from '../../http/derive.ts'
import { GatewayError } from '../../model/errors.ts'
import { createSharedReads } from '../shared-reads.ts'
import type { CallOptions } from '../source.ts'
import type { LeadsySettings } from './settings.ts'
import {
  unwrapList,
  unwrapOne,
  type WireAccess,
  type WireCompany,
  type WireUser,
  wireAccess,
  wireCompany,
  wireUser,
} from './wire.ts'

/** The calls that read. Ids are known to be numbers. */
export interface LeadsyReads {
  /** `null`: nobody. Throws `FORBIDDEN` for a user of another customer. With `fresh`, never what another caller began to read. */
  user(id: string, options: CallOptions & { readonly fresh?: boolean }): Promise<WireUser | null>
  userByEmail(email: string, options: CallOptions): Promise<WireUser | null>
  users(options: CallOptions): Promise<readonly WireUser[]>
  /** `null`: no such company. */
  companyUsers(id: string, options: CallOptions): Promise<readonly WireUser[] | null>
  accesses(userId: string, options: CallOptions): Promise<readonly WireAccess[]>
  company(id: string, options: CallOptions): Promise<WireCompany | null>
  companies(options: CallOptions): Promise<readonly WireCompany[]>
  /** After a write. */
  forget(): void
}

const wireUsers = z.array(wireUser)
const wireCompanies = z.array(wireCompany)
const wireAccesses = z.array(wireAccess)

export function createReads(
  source: string,
  client: HttpClient,
  settings: LeadsySettings,
  now: () => number,
): LeadsyReads {
  const { paths } = settings

  async function readOne<T>(schema: z.ZodType<T>, path: string, name: string, signal: AbortSignal): Promise<T | null> {
    const { status, body } = await client.request({ method: 'GET', path, accept: [404, 410], signal })
    if (status >= 300) return null
    return derive(body, schema, () => {
      const found = unwrapOne(body, name)
      return found === null ? null : decode(schema, found, { source, what: `a ${name}` })
    })
  }

  /** `null`: there is no such list. */
  async function readPage<T extends { readonly id: number }>(
    schema: z.ZodType<readonly T[]>,
    path: string,
    names: readonly string[],
    query: NonNullable<HttpRequest['query']>,
    signal: AbortSignal,
  ): Promise<readonly T[] | null> {
    const { status, body } = await client.request({ method: 'GET', path, query, accept: [404, 410], signal })
    if (status >= 300) return null
    return derive(body, schema, () => {
      const list = unwrapList(body, names)
      return list === null ? null : decode(schema, list, { source, what: `the list of ${names[0]}` })
    })
  }

  async function readList<T extends { readonly id: number }>(
    schema: z.ZodType<readonly T[]>,
    path: string,
    names: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly T[] | null> {
    const { pageSize, maxListSize } = settings
    if (pageSize === null) {
      const read = await readPage(schema, path, names, {}, signal)
      const all = read && derive(read, EACH_ONCE, () => [...byId(read).values()])
      if (all !== null && all.length > maxListSize) throw tooLong(source, maxListSize)
      return all
    }
    const all = new Map<number, T>()
    for (let page = 1; ; page++) {
      const read = await readPage(schema, path, names, { page, per_page: pageSize }, signal)
      if (read === null) return null
      const known = all.size
      for (const one of read) all.set(one.id, one)
      if (all.size > maxListSize) throw tooLong(source, maxListSize)
      // A system that ignores `page` gives the same ones again.
      if (read.length < pageSize || all.size === known) return [...all.values()]
    }
  }

  const singles = createSharedReads({
    read: (id, signal) => readOne(wireUser, paths.user.replace('{id}', id), 'user', signal),
    keepMs: 0,
    now,
  })
  const userLists = createSharedReads({
    read: (path, signal) => readList(wireUsers, path, ['users'], signal),
    keepMs: settings.cacheTtlMs,
    now,
  })
  const companyLists = createSharedReads({
    read: async (path, signal) => (await readList(wireCompanies, path, ['companies'], signal)) ?? [],
    keepMs: settings.cacheTtlMs,
    now,
  })

  return {
    user: (id, { signal, fresh = false }) =>
      fresh ? readOne(wireUser, paths.user.replace('{id}', id), 'user', signal) : singles.read(id, signal),
    userByEmail: (email, { signal }) =>
      readOne(wireUser, `${paths.findByEmail}?email=${encodeURIComponent(email)}`, 'user', signal),
    users: async ({ signal }) => (await userLists.read(paths.users, signal)) ?? [],
    companyUsers: (id, { signal }) => userLists.read((paths.companyUsers ?? '').replace('{id}', id), signal),
    async accesses(userId, { signal }) {
      if (paths.userAccesses === null) return []
      const path = paths.userAccesses.replace('{id}', userId)
      const { body } = await client.request({ method: 'GET', path, signal })
      const list = unwrapList(body, ['user_accesses', 'user_access', 'accesses']) ?? []
      return decode(wireAccesses, list, { source, what: 'the accesses of a user' })
    },
    company: (id, { signal }) => readOne(wireCompany, paths.company.replace('{id}', id), 'company', signal),
    companies: ({ signal }) => companyLists.read(paths.companies, signal),
    forget() {
      singles.forget()
      userLists.forget()
      companyLists.forget()
    },
  }
}

const EACH_ONCE = {}

function byId<T extends { readonly id: number }>(all: readonly T[]): ReadonlyMap<number, T> {
  return new Map(all.map((one) => [one.id, one]))
}

function tooLong(source: string, limit: number): GatewayError {
  return new GatewayError(
    'UNSUPPORTED',
    `${source} gives whole lists only, and this one has more than ${limit} entries; see its setting maxListSize.`,
    { source },
  )
}

/** An id as a number; `null` for what can be none. */
export function numberOf(id: string): number | null {
  return /^[1-9]\d{0,14}$/.test(id) ? Number(id) : null
}
