import { invalidInput } from '../../../model/errors.ts'
import type { JsonObject } from '../../../model/json.ts'
import type { CustomFieldChange } from '../../../model/patch.ts'
import type { CustomField, CustomFieldDefinition } from '../../../model/record.ts'
import { checkFullDate, checkText } from '../../../model/validate.ts'
import type { PlannedRequest } from '../../source.ts'
import { isTime, verbatim } from './plan.ts'
import { CRM, type Entity } from './reads.ts'

/** A custom field that is to get another value; `null`: none. */
export interface FieldValue {
  readonly definition: CustomFieldDefinition
  readonly value: string | null
}

/**
 * Those of the changes that change something, checked. Throws `INVALID_INPUT` at `customFields.<index>` for a field that is none of
 * this kind of contact and for a value that its field can't hold.
 */
export function readCustomFields(
  present: readonly CustomField[],
  changes: readonly CustomFieldChange[] | undefined,
  definitions: readonly CustomFieldDefinition[],
): readonly FieldValue[] {
  const seen = new Set<string>()
  return (changes ?? []).flatMap(({ key, value }, index) => {
    const at = ['customFields', String(index)]
    const definition = definitions.find((one) => one.key === key)
    if (definition === undefined)
      throw invalidInput([...at, 'key'], 'there is no such custom field for this kind of contact')
    if (definition.type === 'HEADING') throw invalidInput([...at, 'key'], 'is a heading, which holds no value')
    if (seen.has(key)) throw invalidInput([...at, 'key'], 'is given twice')
    seen.add(key)
    const before = present.find((field) => field.key === key)?.value ?? null
    // The portal cuts blanks off, and holds no field that is empty.
    const after = value?.trim() || null
    if (after === before) return []
    if (after !== null) checkValue([...at, 'value'], after, definition)
    return [{ definition, value: after }]
  })
}

function checkValue(path: readonly string[], value: string, { type, options }: CustomFieldDefinition): void {
  checkText(path, value)
  if (type === 'BOOLEAN' && value !== 'true' && value !== 'false') throw invalidInput(path, 'must be true or false')
  if (type === 'DATE') checkFullDate(path, value)
  if (type === 'CHOICE' && options !== null && !options.includes(value)) {
    throw invalidInput(path, `must be one of: ${options.join(', ')}`)
  }
}

/** The record's fields with the new values in them. */
export function withFields(present: readonly CustomField[], values: readonly FieldValue[]): readonly CustomField[] {
  const changed = new Map(values.map(({ definition, value }) => [definition.key, value]))
  const kept = present.filter(({ key }) => !changed.has(key))
  const set = values.flatMap(({ definition, value }) => (value === null ? [] : [{ ...definition, value }]))
  return [...kept, ...set]
}

/** A call for each field, which touches nothing else. An empty text clears here, and only here. */
export function fieldRequests(
  entity: Entity,
  id: number | '{id}',
  values: readonly FieldValue[],
): readonly PlannedRequest[] {
  return values.map(({ definition, value }) =>
    verbatim({
      method: 'POST',
      path: `${CRM}/${entity}/${id}/customfield/${definition.key}`,
      body: { fieldValue: value ?? '' },
    }),
  )
}

/** Values that create and update can't take along: empty ones are passed over there, and times rewritten. */
export function needsOwnCall({ value }: FieldValue): boolean {
  return value === null || isTime(value)
}

/** As create and update take them. */
export function toFieldList(values: readonly FieldValue[]): readonly JsonObject[] {
  return values
    .filter((one) => !needsOwnCall(one))
    .map(({ definition, value }) => ({ Key: Number(definition.key), Value: value }))
}
