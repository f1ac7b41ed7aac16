import { invalid } from './answers.ts'
import type { JsonObject, Rules } from './request.ts'
import type { CollectionInstance, CustomFieldValue, Value } from './state.ts'

/**
 * The fields of a record after a PUT. With `replace` a field that was not sent is removed, as the reference page says; with
 * `patch` it stays, as guides say of the running API.
 */
export function putFields(
  names: readonly string[],
  body: JsonObject,
  held: Readonly<Record<string, Value>>,
  rules: Rules,
): Record<string, Value> {
  return Object.fromEntries(
    names.map((name) => {
      if (Object.hasOwn(body, name)) return [name, toValue(body[name], name)]
      return [name, rules.putSemantics === 'replace' ? null : (held[name] ?? null)]
    }),
  )
}

/** Values that the vendor takes as they come, and numbers in texts as numbers. */
function toValue(value: unknown, name: string): Value {
  if (value === null || value === undefined) return null
  if (typeof value === 'object') throw invalid(name, `${name} must be a simple value.`)
  const isNumber = /^(birth|anniversary|start|end)(Month|Day|Year)$|^approximateAge$/.test(name)
  if (!isNumber) return value as Value
  const number = value === '' ? null : Number(value)
  if (number !== null && !Number.isInteger(number)) throw invalid(name, `${name} must be a whole number.`)
  return number
}

/** Refuses a month or day there is none of. */
export function checkDateParts(fields: Readonly<Record<string, Value>>, prefix: 'birth' | 'anniversary'): void {
  const [month, day, year] = [fields[`${prefix}Month`], fields[`${prefix}Day`], fields[`${prefix}Year`]]
  if (typeof month === 'number' && (month < 1 || month > 12)) throw invalid(`${prefix}Month`, 'Month is out of range.')
  if (typeof day !== 'number') return
  const last =
    typeof month === 'number' ? new Date(Date.UTC(typeof year === 'number' ? year : 2024, month, 0)).getUTCDate() : 31
  if (day < 1 || day > last) throw invalid(`${prefix}Day`, 'Day is out of range.')
}

interface Definition {
  readonly name: string
  readonly options: readonly string[]
}

/** An array of `{ name, value }` where it is sent as one; an object by name in the nested create. */
export function putCustomFields(
  body: JsonObject,
  held: readonly CustomFieldValue[],
  definitions: readonly Definition[],
  rules: Rules,
): readonly CustomFieldValue[] {
  if (!Object.hasOwn(body, 'customFields')) return rules.putSemantics === 'replace' ? [] : held
  const sent = readCustomFields(body.customFields, definitions)
  if (rules.putSemantics === 'replace') return sent
  return [...held.filter((field) => !sent.some((one) => one.name === field.name)), ...sent]
}

export function readCustomFields(value: unknown, definitions: readonly Definition[]): readonly CustomFieldValue[] {
  if (value === null || value === undefined) return []
  const entries = Array.isArray(value)
    ? value.map((field: JsonObject) => [String(field.name), field.value] as const)
    : Object.entries(value as JsonObject)
  return entries.map(([name, held]) => {
    const definition = definitions.find((one) => one.name === name)
    if (definition === undefined) throw invalid('customFields', `There is no custom field "${name}".`)
    const text = held === null || held === undefined ? null : String(held)
    if (text !== null && text !== '' && definition.options.length > 0 && !definition.options.includes(text)) {
      throw invalid('customFields', `"${name}" has no such option.`)
    }
    return { name, value: text }
  })
}

interface CollectionDefinition {
  readonly customCollectionId: number
  readonly name: string
}

export function putCollections(
  body: JsonObject,
  held: readonly CollectionInstance[],
  definitions: readonly CollectionDefinition[],
  rules: Rules,
  newId: () => number,
): readonly CollectionInstance[] {
  if (!Object.hasOwn(body, 'customCollections')) return rules.putSemantics === 'replace' ? [] : held
  const sent = Array.isArray(body.customCollections) ? (body.customCollections as JsonObject[]) : []
  return sent.map((instance) => {
    // Written by its name; the ids are the vendor's.
    const definition = definitions.find((one) => one.name === (instance.name ?? instance.customCollectionName))
    if (definition === undefined) throw invalid('customCollections', 'There is no such collection.')
    const same = held.find((one) => one.collectionInstanceId === Number(instance.collectionInstanceId))
    const fields = Array.isArray(instance.fields) ? (instance.fields as JsonObject[]) : []
    return {
      customCollectionId: definition.customCollectionId,
      customCollectionName: definition.name,
      collectionInstanceId: same?.collectionInstanceId ?? newId(),
      fields: fields.map((field) => ({
        name: String(field.name),
        value: field.value === null || field.value === undefined ? null : String(field.value),
      })),
    }
  })
}
