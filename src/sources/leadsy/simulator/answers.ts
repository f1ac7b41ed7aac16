import type { SimulatedAnswer } from '../../simulator-server.ts'
import type { LeadsyOptions } from './options.ts'
import { ACCESS_NAMES, type LeadsyState, type StoredAvatar, type StoredCompany, type StoredUser } from './state.ts'

/** The answers of the pretended vendor, in the shape its options tell. */
export interface Answers {
  user(user: StoredUser): object
  users(users: readonly StoredUser[], page: { readonly page: number; readonly perPage: number | null }): unknown
  company(company: StoredCompany): object
  accesses(user: StoredUser): unknown
  /** A refusal because of single fields. */
  invalid(status: number, fields: Readonly<Record<string, readonly string[]>>): SimulatedAnswer
  error(status: number, message: string): SimulatedAnswer
}

export function createAnswers(state: LeadsyState, options: LeadsyOptions, url: () => string): Answers {
  function route(owner: 'users' | 'companies', id: number, avatar: StoredAvatar | null): string | null {
    if (avatar === null) return null
    const extension = avatar.name.split('.').at(-1) ?? 'bin'
    const key = `${owner}/${id}/${options.avatarRouteReused ? 'avatar' : avatar.serial}.${extension}`
    if (options.avatarRoute === 'key') return key
    return options.avatarRoute === 'relative' ? `/uploads/${key}` : `${url()}/uploads/${key}`
  }

  function user(stored: StoredUser): object {
    const primary = stored.accesses.find((access) => access.primary) ?? null
    const company = primary ? state.companies.get(primary.company_id) : undefined
    return {
      id: stored.id,
      first_name: stored.first_name,
      last_name: stored.last_name,
      email: stored.email,
      status: stored.status,
      full_name: `${stored.first_name} ${stored.last_name}`.trim(),
      avatar_route: route('users', stored.id, stored.avatar),
      primary_access: primary && {
        id: primary.id,
        company_id: primary.company_id,
        access_id: primary.access_id,
        access_name: ACCESS_NAMES[primary.access_id] ?? null,
      },
      primary_company: company
        ? { id: company.id, name: company.name, default: company.default, parent_company_id: company.parent_company_id }
        : null,
    }
  }

  function error(status: number, message: string): SimulatedAnswer {
    if (options.errorShape === 'text') return { status, text: message }
    if (options.errorShape === 'message') return { status, json: { message } }
    if (options.errorShape === 'errors-list') return { status, json: { errors: [message] } }
    return { status, json: { error: message } }
  }

  return {
    user,
    error,
    users(users, { page, perPage }) {
      const size =
        options.listPageSize === null ? null : Math.min(perPage ?? options.listPageSize, options.listPageSize)
      const shown = size === null ? users : users.slice((page - 1) * size, page * size)
      const list = shown.map(user)
      if (options.listShape === 'array') return list
      return options.listShape === 'users' ? { users: list } : { count: users.length, users: list }
    },
    company(company) {
      const { avatar, ...rest } = company
      const shown = { ...rest, avatar_route: route('companies', company.id, avatar) }
      return options.companyWrapped ? { company: shown } : shown
    },
    accesses(stored) {
      const list = stored.accesses.map((access) => ({ ...access, access_name: ACCESS_NAMES[access.access_id] ?? null }))
      return options.accessesShape === 'array' ? list : { user_accesses: list }
    },
    invalid(status, fields) {
      if (options.errorShape === 'errors-by-field') return { status, json: { errors: fields } }
      if (options.errorShape === 'bare-fields') return { status, json: fields }
      const messages = Object.entries(fields).flatMap(([field, texts]) =>
        texts.map((text) => `${humanize(field)} ${text}`),
      )
      if (options.errorShape === 'errors-list') return { status, json: { errors: messages } }
      return error(status, messages.join(', '))
    },
  }
}

/** As Rails turns `first_name` into "First name". */
function humanize(field: string): string {
  const words = field.replaceAll('_', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
