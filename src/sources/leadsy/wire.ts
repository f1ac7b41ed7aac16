import { z } from 'zod'

// LeadsyGroup's reference prints the user and its two nested objects; company and access follow from them. Fields not read here
// are kept for `raw`. https://docs.staging.leadsygroup.com

const text = z.string().nullish()

export const wireCompanySummary = z.looseObject({
  id: z.int(),
  name: text,
  default: z.boolean().nullish(),
  parent_company_id: z.int().nullish(),
})

export const wireUser = z.looseObject({
  id: z.int(),
  first_name: text,
  last_name: text,
  email: text,
  status: text,
  full_name: text,
  avatar_route: text,
  primary_access: z
    .looseObject({ id: z.int(), company_id: z.int().nullish(), access_id: z.int().nullish(), access_name: text })
    .nullish(),
  primary_company: wireCompanySummary.nullish(),
})
export type WireUser = z.output<typeof wireUser>

export const wireAccess = z.looseObject({
  id: z.int().nullish(),
  company_id: z.int(),
  access_id: z.int(),
  access_name: text,
  primary: z.boolean().nullish(),
})
export type WireAccess = z.output<typeof wireAccess>

export const wireCompany = wireCompanySummary.extend({ avatar_route: text })
export type WireCompany = z.output<typeof wireCompany>

/** What a request about a user sends: the keys of the published create. */
export interface WireUserBody {
  readonly first_name: string
  readonly last_name: string
  readonly email: string
  readonly user_accesses_attributes?: readonly WireAccessBody[]
}
export interface WireAccessBody {
  readonly id?: number
  readonly company_id: number
  readonly access_id: number
  readonly primary: boolean
}

/**
 * The one object of an answer: wrapped by its name (`{"user": {…}}`), in a `data`, in a list of one, or bare. `null` for any form
 * of nothing.
 */
export function unwrapOne(body: unknown, name: string): unknown {
  if (Array.isArray(body)) return body[0] ?? null
  if (!isObject(body)) return body ?? null
  for (const key of [name, 'data']) if (key in body) return unwrapOne(body[key], name)
  return Object.keys(body).length === 0 ? null : body
}

/** The list of an answer: bare, by its name, or in an object that also counts. Anything else is given back, for decoding to refuse. */
export function unwrapList(body: unknown, names: readonly string[]): unknown {
  if (!isObject(body)) return body
  const key = [...names, 'data', 'items', 'results'].find((name) => name in body)
  return key === undefined ? body : unwrapList(body[key], names)
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
