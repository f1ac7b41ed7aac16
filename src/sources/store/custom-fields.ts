import { invalidInput } from '../../model/errors.ts'
import type { CustomFieldChange } from '../../model/patch.ts'
import type { CustomField, CustomFieldDefinition } from '../../model/record.ts'
import { checkFullDate, checkText } from '../../model/validate.ts'

/**
 * The changes as they are to be stored: blank values clear, numbers and truth values in one spelling. Throws `INVALID_INPUT`
 * at `['customFields', index, 'key' | 'value']` for a key without a definition or named twice, and a value that its type does
 * not take.
 */
export function readCustomFieldChanges(
  changes: readonly CustomFieldChange[],
  definitions: readonly CustomFieldDefinition[],
): readonly CustomFieldChange[] {
  const seen = new Set<string>()
  return changes.map(({ key, value }, index) => {
    const path = ['customFields', String(index)]
    const definition = definitions.find((candidate) => candidate.key === key)
    if (definition === undefined)
      throw invalidInput([...path, 'key'], 'no custom field has this key: see customFieldDefinitions of the source')
    if (definition.type === 'HEADING') throw invalidInput([...path, 'key'], 'is a heading and holds no value')
    if (seen.has(key)) throw invalidInput([...path, 'key'], 'is named twice')
    seen.add(key)
    return { key, value: readValue([...path, 'value'], definition, value) }
  })
}

function readValue(path: readonly string[], definition: CustomFieldDefinition, value: string | null): string | null {
  checkText(path, value)
  const text = value?.trim() ?? ''
  if (text === '') return null
  switch (definition.type) {
    case 'NUMBER':
      if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text))
        throw invalidInput(path, 'must be a number like -12.5')
      return text
    case 'BOOLEAN':
      if (text !== 'true' && text !== 'false') throw invalidInput(path, 'must be true or false')
      return text
    case 'DATE':
      checkFullDate(path, text)
      return text
    case 'CHOICE':
      if (!(definition.options ?? []).includes(text)) {
        throw invalidInput(path, `must be one of: ${(definition.options ?? []).join(', ')}`)
      }
      return text
    default:
      return value
  }
}

/**
 * Fields with a value, in the order of the definitions; a value whose definition is gone stays, as text and last, so that taking
 * a line out of the configuration destroys nothing.
 */
export function toCustomFields(
  values: Readonly<Record<string, string>>,
  definitions: readonly CustomFieldDefinition[],
): readonly CustomField[] {
  const defined = definitions.flatMap((definition) => {
    const value = values[definition.key]
    return value === undefined ? [] : [{ ...definition, value }]
  })
  const orphaned = Object.keys(values)
    .filter((key) => !definitions.some((definition) => definition.key === key))
    .sort()
    .map((key): CustomField => ({ key, label: null, type: 'TEXT', value: values[key]!, options: null }))
  return orphaned.length === 0 ? defined : [...defined, ...orphaned]
}

/** The fields after the changes. */
export function applyCustomFields(
  fields: readonly CustomField[],
  changes: readonly CustomFieldChange[],
  definitions: readonly CustomFieldDefinition[],
): readonly CustomField[] {
  const values = Object.fromEntries(fields.map(({ key, value }) => [key, value]))
  for (const { key, value } of changes) values[key] = value
  const kept = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null)
  return toCustomFields(Object.fromEntries(kept), definitions)
}
