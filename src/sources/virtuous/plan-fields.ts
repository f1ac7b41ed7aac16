import { invalidInput } from '../../model/errors.ts'
import type { CustomFieldChange, PersonPatch } from '../../model/patch.ts'
import type { CustomFieldDefinition } from '../../model/record.ts'
import { checkDate, checkName, checkText } from '../../model/validate.ts'
import { blankToNull } from './values.ts'
import type { WireCustomField, WireIndividual } from './wire.ts'

const NAMES = ['prefix', 'firstName', 'middleName', 'lastName', 'suffix', 'nickname'] as const

/**
 * The members of an individual that a patch sets to something they do not hold yet; custom fields and tags aside. Throws
 * `INVALID_INPUT` at the field.
 */
export function changedFields(
  present: WireIndividual | null,
  patch: PersonPatch,
  prefixes: readonly string[],
): Readonly<Record<string, string | number | boolean | null>> {
  const fields: Record<string, string | number | boolean | null> = {}
  for (const name of NAMES) {
    const value = patch[name]
    if (value === undefined) continue
    // To have none, a name is set to null; the empty text is a mistake.
    checkName([name], value, value !== null && (name === 'firstName' || name === 'lastName'))
    const text = blankToNull(value)
    fields[name] = name === 'prefix' && text !== present?.prefix ? asListed(text, prefixes) : text
  }
  if (patch.interests !== undefined) {
    checkText(['interests'], patch.interests)
    fields.passion = blankToNull(patch.interests)
  }
  if (patch.gender !== undefined) {
    checkName(['gender'], patch.gender)
    fields.gender = asWritten(blankToNull(patch.gender), present?.gender)
  }
  if (patch.isDeceased !== undefined) fields.isDeceased = patch.isDeceased ?? false
  if (patch.birthDate !== undefined) {
    const { year, month, day } = patch.birthDate ?? { year: null, month: null, day: null }
    if (patch.birthDate !== null) checkDate(['birthDate'], { year, month, day })
    Object.assign(fields, { birthYear: year, birthMonth: month, birthDay: day })
  }
  const held = (name: string) =>
    typeof present?.[name] === 'string' ? blankToNull(present[name]) : (present?.[name] ?? null)
  const changes = Object.entries(fields).filter(([name, value]) => {
    return value !== (name === 'isDeceased' ? (present?.isDeceased ?? false) : held(name))
  })
  checkNamed(present, fields, patch)
  return Object.fromEntries(changes)
}

/** Somebody has a first name or a last one. */
function checkNamed(
  present: WireIndividual | null,
  fields: Readonly<Record<string, unknown>>,
  patch: PersonPatch,
): void {
  const named = (name: 'firstName' | 'lastName') =>
    (name in fields ? fields[name] : blankToNull(present?.[name])) !== null
  if (named('firstName') || named('lastName')) return
  if (present !== null && patch.firstName === undefined && patch.lastName === undefined) return
  throw invalidInput(
    [patch.firstName === undefined && patch.lastName !== undefined ? 'lastName' : 'firstName'],
    'a person needs a first or a last name',
  )
}

/** As the organization spells it, where it lists it: "Dr" for "dr.". */
function asListed(prefix: string | null, prefixes: readonly string[]): string | null {
  if (prefix === null) return null
  const plain = (text: string) => text.trim().replace(/\.$/, '').toLowerCase()
  return (
    prefixes.find((listed) => listed === prefix) ?? prefixes.find((listed) => plain(listed) === plain(prefix)) ?? prefix
  )
}

/** Genders are lower-case words here and written with a capital there. */
function asWritten(gender: string | null, present: string | null | undefined): string | null {
  if (gender === null || gender.toLowerCase() === present?.toLowerCase())
    return gender === null ? null : (present ?? gender)
  return gender.charAt(0).toUpperCase() + gender.slice(1)
}

/**
 * The custom fields of a record after the change of some; the rest as they came. `null`: nothing changes. Throws `INVALID_INPUT`
 * with the path into the patch.
 */
export function changedCustomFields(
  present: readonly WireCustomField[],
  changes: readonly CustomFieldChange[] | undefined,
  definitions: readonly CustomFieldDefinition[],
): readonly WireCustomField[] | null {
  let fields = present
  for (const [index, { key, value }] of (changes ?? []).entries()) {
    const path = (member: string) => ['customFields', String(index), member]
    const definition = definitions.find((one) => one.key === key)
    const held = present.find(({ name }) => name === key)
    if (definition === undefined && held === undefined) {
      throw invalidInput(path('key'), 'no custom field has this key: see customFieldDefinitions of the source')
    }
    if (changes?.findIndex((other) => other.key === key) !== index) throw invalidInput(path('key'), 'is named twice')
    const text = blankToNull(value)
    if (text !== null && definition !== undefined) checkFieldValue(path('value'), text, definition)
    if (text === blankToNull(held?.value)) continue
    fields =
      held === undefined
        ? [...fields, { name: key, value: text, displayName: definition?.label ?? key }]
        : fields.map((field) => (field.name === key ? { ...field, value: text } : field))
  }
  return fields === present ? null : fields
}

function checkFieldValue(path: readonly string[], value: string, { type, options }: CustomFieldDefinition): void {
  checkText(path, value)
  if (options !== null && !options.includes(value)) throw invalidInput(path, `must be one of: ${options.join(', ')}`)
  if (type === 'NUMBER' && !/^[+-]?(\d+(\.\d+)?|\.\d+)$/.test(value.trim()))
    throw invalidInput(path, 'must be a number')
  if (type === 'BOOLEAN' && !/^(true|false)$/i.test(value.trim())) throw invalidInput(path, 'must be true or false')
}
