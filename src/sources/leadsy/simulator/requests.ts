import type { LeadsyOptions } from './options.ts'
import type { LeadsyState, StoredAccess } from './state.ts'

/** What is wrong with a body, field by field in Rails' words; empty where nothing is. */
export type FieldErrors = Record<string, string[]>

export interface UserBody {
  readonly first_name?: string
  readonly last_name?: string
  readonly email?: string
  readonly user_accesses_attributes?: readonly (Omit<StoredAccess, 'id'> & { readonly id?: number })[]
}

const USER_KEYS: ReadonlySet<string> = new Set(['first_name', 'last_name', 'email', 'user_accesses_attributes'])

/** Checks the body of a create or an update. Types are as published: nothing is converted. */
export function checkUserBody(
  body: unknown,
  context: { readonly state: LeadsyState; readonly options: LeadsyOptions; readonly id: number | null },
): { readonly user: UserBody; readonly errors: FieldErrors; readonly taken: boolean } {
  const errors: FieldErrors = {}
  const refuse = (field: string, text: string) => {
    errors[field] = [...(errors[field] ?? []), text]
  }
  if (!isObject(body)) return { user: {}, errors: { base: ['is not a JSON object'] }, taken: false }
  for (const key of Object.keys(body)) if (!USER_KEYS.has(key)) refuse(key, 'is not permitted')

  for (const field of ['first_name', 'last_name', 'email'] as const) {
    const value = body[field]
    const mayBeBlank = context.options.blankNames && field !== 'email'
    if (value === undefined && (context.id !== null || mayBeBlank)) continue
    if (value === undefined || value === '') {
      if (!mayBeBlank) refuse(field, "can't be blank")
    } else if (typeof value !== 'string') refuse(field, 'is not a string')
  }
  const email = body.email
  if (typeof email === 'string' && email !== '' && !/^[^\s@]+@[^\s@]+$/.test(email)) refuse('email', 'is invalid')
  const taken =
    typeof email === 'string' &&
    [...context.state.users.values()].some(
      (user) => user.id !== context.id && user.email.toLowerCase() === email.toLowerCase(),
    )
  if (taken) refuse('email', 'has already been taken')
  checkAccesses(body.user_accesses_attributes, context.state, refuse)
  return { user: body as UserBody, errors, taken }
}

function checkAccesses(value: unknown, state: LeadsyState, refuse: (field: string, text: string) => void): void {
  if (value === undefined) return
  if (!Array.isArray(value)) {
    refuse('user_accesses_attributes', 'is not a list')
    return
  }
  for (const entry of value as unknown[]) {
    if (
      !isObject(entry) ||
      !Number.isInteger(entry.company_id) ||
      !Number.isInteger(entry.access_id) ||
      typeof entry.primary !== 'boolean' ||
      (entry.id !== undefined && !Number.isInteger(entry.id))
    ) {
      refuse('user_accesses', 'is invalid')
    } else if (!state.companies.has(entry.company_id as number)) refuse('user_accesses.company', 'must exist')
  }
}

export interface AvatarBody {
  readonly id: number
  readonly bytes: Buffer
  readonly name: string
  readonly type: string
}

/** Checks the body of an avatar's upload; `owner` is `user_id` or `company_id`. A text says what is wrong. */
export function checkAvatarBody(body: unknown, owner: string, options: LeadsyOptions): AvatarBody | string {
  if (!isObject(body)) return 'Body is not a JSON object'
  const expected = [owner, 'avatar_base64', 'name', 'type']
  const keys = Object.keys(body)
  if (keys.length !== expected.length || !expected.every((key) => keys.includes(key))) return 'Parameters do not fit'
  const { avatar_base64: text, name, type } = body
  if (!Number.isInteger(body[owner])) return `${owner} is not an integer`
  if (typeof text !== 'string' || typeof name !== 'string' || typeof type !== 'string') return 'Expected strings'
  if (!/^image\/(png|jpeg|gif|webp)$/.test(type)) return 'type is not supported'
  const prefix = `data:${type};base64,`
  const isUri = text.startsWith('data:')
  if (isUri ? options.avatarEncoding === 'raw' || !text.startsWith(prefix) : options.avatarEncoding === 'data-uri') {
    return 'avatar_base64 is not in the expected form'
  }
  const base64 = isUri ? text.slice(prefix.length) : text
  const bytes = Buffer.from(base64, 'base64')
  if (base64 === '' || bytes.toString('base64') !== base64) return 'avatar_base64 is not base64'
  if (bytes.length > options.maxAvatarBytes) return 'avatar is too big'
  return { id: body[owner] as number, bytes, name, type }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
