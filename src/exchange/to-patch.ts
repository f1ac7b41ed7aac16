import { foldText } from '../model/fold.ts'
import type { PersonPatch } from '../model/patch.ts'
import type { Person } from '../model/person.ts'
import type { CustomFieldDefinition } from '../model/record.ts'
import { CARD_FIELDS, type Card } from './card.ts'

/** What a source takes of a person. */
export interface Taken {
  readonly fields: ReadonlySet<string>
  /** `null`: it does not tell. */
  readonly customFields: readonly CustomFieldDefinition[] | null
}

export interface CardPatch {
  readonly patch: PersonPatch
  /** What the card says and the source does not take. */
  readonly leftOut: readonly string[]
}

/** What a card would change of a person: what it says, and only that. */
export function toPatch(card: Card, { fields, customFields }: Taken): CardPatch {
  const leftOut: string[] = []
  const patch: Record<string, unknown> = {}
  for (const field of CARD_FIELDS) {
    if (card.fields[field] === undefined) continue
    if (fields.has(field)) patch[field] = inOneLine(field, card.fields[field])
    else leftOut.push(field)
  }
  if (card.tags.length > 0) {
    if (fields.has('addTags')) patch.addTags = card.tags
    else leftOut.push('tags')
  }
  const known = card.customFields.flatMap(({ key, value }) => {
    const definition =
      customFields?.find((one) => one.key === key) ?? customFields?.find((one) => foldText(one.label) === foldText(key))
    return definition === undefined ? [] : [{ key: definition.key, value }]
  })
  if (known.length > 0 && fields.has('customFields')) patch.customFields = known
  if (!fields.has('customFields') || known.length < card.customFields.length) {
    if (card.customFields.length > 0) leftOut.push('custom fields')
  }
  return { patch, leftOut }
}

const NAMES: ReadonlySet<string> = new Set(['prefix', 'firstName', 'middleName', 'lastName', 'suffix', 'nickname'])

/** Address books break long names into lines. */
function inOneLine(field: string, value: unknown): unknown {
  return typeof value === 'string' && NAMES.has(field) ? value.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').trim() : value
}

/** Whether a person has the name that a card gives: first and last name, or the nickname where there is neither. */
export function hasNameOf(person: Person, { fields }: Card): boolean {
  return nameKey(person) === nameKey(fields)
}

/** The same for the same name, however it is written. */
export function nameKey({ firstName, lastName, nickname }: NameParts): string {
  const [first, last] = [firstName, lastName].map((part) => foldText(part?.trim() ?? ''))
  return first || last ? `${first}\n${last}` : foldText(nickname?.trim() ?? '')
}

type NameParts = { readonly [Part in 'firstName' | 'lastName' | 'nickname']?: string | null }
