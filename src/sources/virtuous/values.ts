import type { AvatarInfo, CustomField, CustomFieldDefinition, PartialDate } from '../../model/record.ts'
import { digest } from '../version.ts'
import type { WireCustomField } from './wire.ts'

/** Nothing is `null` in one answer and the empty text in the next. */
export function blankToNull(text: string | null | undefined): string | null {
  return text === undefined || text === null || text.trim() === '' ? null : text
}

const TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/

/** A time that needs only its end: a day that every year has, milliseconds or none, no zone. */
const USUAL_TIME =
  /^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?$/

/**
 * A time as the vendor writes it, in RFC 3339 and UTC to the millisecond; `null` where there is none. One time reads `.337` in one
 * answer and `.3366667` in another: rounded, both are the same.
 */
export function toInstant(text: string | null | undefined): string | null {
  if (text && USUAL_TIME.test(text) && !text.startsWith('0001-'))
    return text.length === 19 ? `${text}.000Z` : `${text}Z`
  const [, seconds, fraction = '.0', zone = 'Z'] = TIME.exec(text ?? '') ?? []
  if (seconds === undefined || seconds.startsWith('0001-')) return null
  const atMs = Date.parse(`${seconds}${zone}`) + Math.round(Number(`0${fraction}`) * 1000)
  return Number.isNaN(atMs) ? null : new Date(atMs).toISOString()
}

/** By its parts; by the text `M/D/YYYY` where there are none. `null` where nothing is known. */
export function toBirthDate(parts: PartialDate, text: string | null | undefined): PartialDate | null {
  if (parts.year !== null || parts.month !== null || parts.day !== null) return parts
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text ?? '') ?? []
  return year === undefined ? null : { year: Number(year), month: Number(month), day: Number(day) }
}

/** Query parameters that sign a URL for a while: they differ each time the same picture is read. */
const SIGNATURE = /^(x-amz-.*|expires|signature|awsaccesskeyid|key-pair-id|policy|se|sig|sp|sr|st|sv|spr)$/i

/** `null`: no picture. The key follows the URL, which changes with the picture. */
export function toAvatar(url: string | null | undefined): AvatarInfo | null {
  const text = blankToNull(url)
  if (text === null) return null
  const parsed = URL.parse(text)
  for (const name of [...(parsed?.searchParams.keys() ?? [])])
    if (SIGNATURE.test(name)) parsed?.searchParams.delete(name)
  return {
    key: digest(parsed?.href ?? text),
    originalUrl: parsed === null ? null : text,
    contentType: null,
    width: null,
    height: null,
    byteSize: null,
    blurhash: null,
    updatedAt: null,
  }
}

/** Those of the record, in its order; what they are and may hold is told by their definitions. */
export function toCustomFields(
  fields: readonly WireCustomField[] | null | undefined,
  definitions: readonly CustomFieldDefinition[],
): readonly CustomField[] {
  return (fields ?? []).map(({ name, value, displayName }) => {
    const definition = definitions.find(({ key }) => key === name)
    return {
      key: name,
      label: blankToNull(displayName) ?? definition?.label ?? name,
      type: definition?.type ?? 'TEXT',
      value: blankToNull(value),
      options: definition?.options ?? null,
    }
  })
}

/** The content of custom fields for a version: by name, without those that hold nothing. */
export function customFieldValues(
  fields: readonly { readonly name: string; readonly value?: string | null | undefined }[] | null | undefined,
): Readonly<Record<string, string>> {
  const held = (fields ?? []).flatMap(({ name, value }) => {
    const text = blankToNull(value)
    return text === null ? [] : [[name, text] as const]
  })
  return Object.fromEntries(held)
}

/** The record without the named members. */
export function without(record: object, names: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.has(name)))
}

/** When and by whom: no part of what a record says, and no writer's to set. */
export const AUDIT = ['createDateTimeUtc', 'createdByUser', 'modifiedDateTimeUtc', 'modifiedByUser'] as const

/** The vendor's ids are positive 32-bit integers; anything else names nobody. */
export function toWireId(id: string): number | null {
  if (!/^[1-9]\d{0,9}$/.test(id)) return null
  const number = Number(id)
  return number < 2 ** 31 ? number : null
}
