import type { ContactItemKind, ContactItemType } from '../../model/contact-item.ts'
import { GatewayError } from '../../model/errors.ts'
import type { BluskySettings } from './settings.ts'
import { guidOf, isObject } from './wire.ts'

/** The system's types of contact items, in its order. */
export interface TypeCatalog {
  readonly all: readonly ContactItemType[]
  /** `null`: no such type. */
  find(id: string): ContactItemType | null
  /** Types of a kind, the usual one first. */
  ofKind(kind: ContactItemKind): readonly ContactItemType[]
}

export function createTypeCatalog(
  types: readonly ContactItemType[],
  usualTypes: BluskySettings['usualTypes'],
): TypeCatalog {
  const byId = new Map(types.map((type) => [type.id, type]))
  return {
    all: types,
    find: (id) => byId.get(guidOf(id) ?? '') ?? null,
    ofKind(kind) {
      const found = types.filter((type) => type.kind === kind)
      const usual = found.find(({ id }) => id === usualTypes[kind])
      return usual ? [usual, ...found.filter((type) => type !== usual)] : found
    },
  }
}

/**
 * The types of an answer of which only the name is published: a list, one inside a result, or groups of types. Throws
 * `BAD_SOURCE_RESPONSE` where it is none of these.
 */
export function readTypes(body: unknown, source: string, settings: BluskySettings): readonly ContactItemType[] {
  const found = collect(body, null, settings)
  if (found.length > 0 || (Array.isArray(body) && body.length === 0)) return found
  throw new GatewayError(
    'BAD_SOURCE_RESPONSE',
    `${source} answered the types of contact items in an unexpected shape; see its setting typeFields`,
    { source },
  )
}

/** What a type is for, by its name: "Work Email", "Mobile Phone". */
export function kindOfType(
  id: string,
  name: string,
  category: string | null,
  settings: BluskySettings,
): ContactItemKind {
  const told = settings.typeKinds[id] ?? settings.typeKinds[name.toLowerCase()]
  if (told !== undefined) return told
  for (const text of [name, category ?? '']) {
    if (/e-?mail/i.test(text)) return 'EMAIL'
    if (/phone|mobile|cell|fax|pager|\bsms\b/i.test(text)) return 'PHONE'
    if (/\bweb|\burl\b|homepage/i.test(text)) return 'URL'
  }
  return 'OTHER'
}

function collect(value: unknown, category: string | null, settings: BluskySettings): readonly ContactItemType[] {
  if (Array.isArray(value)) return value.flatMap((entry) => collect(entry, category, settings))
  if (!isObject(value)) return []
  const { typeFields } = settings
  const own = value[typeFields.category]
  const group = typeof own === 'string' ? own : category
  const children = value[typeFields.children] ?? (Array.isArray(value.Value) ? value.Value : undefined)
  if (children !== undefined) return collect(children, group, settings)
  const [id, name] = [value[typeFields.id], value[typeFields.name]]
  if (typeof id !== 'string' || typeof name !== 'string') return []
  const guid = guidOf(id)
  return guid === null ? [] : [{ id: guid, name, kind: kindOfType(guid, name, group, settings), category: group }]
}
