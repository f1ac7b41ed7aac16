import type { VendorError } from '../../http/client.ts'
import { isObject } from './wire.ts'

/** The system's names of fields, in our words. */
const FIELDS: Readonly<Record<string, string>> = {
  first_name: 'firstName',
  last_name: 'lastName',
  email: 'email',
  name: 'name',
}

/**
 * What an error body says, in any shape a Rails application gives it: `{"error": …}`, `{"errors": […]}`,
 * `{"errors": {field: […]}}`, `{"message": …}`, `{field: […]}` or plain text. The path names the first field that is one of ours.
 */
export function readError(body: unknown): VendorError | null {
  const words = isObject(body) ? (body.errors ?? body.error ?? body.message ?? fieldsOf(body)) : body
  const messages = toMessages(words)
  if (messages.length === 0) return null
  const field = messages.map(({ field }) => (field === null ? undefined : FIELDS[field])).find(Boolean)
  const text = messages.map(({ field, text }) => (field === null ? text : `${field} ${text}`)).join('; ')
  return { message: withoutPersonalData(text), ...(field !== undefined && { path: [field] }) }
}

interface Message {
  readonly field: string | null
  readonly text: string
}

function toMessages(words: unknown): readonly Message[] {
  if (typeof words === 'string') {
    // A proxy's page says nothing of the request.
    const text = words.trim()
    return text === '' || text.startsWith('<') ? [] : [{ field: fieldNamedIn(text), text }].map(withoutRepeatedField)
  }
  if (Array.isArray(words)) return words.flatMap(toMessages)
  if (!isObject(words)) return []
  const { field, message, detail, attribute } = words
  const text = message ?? detail
  if (typeof text === 'string') {
    const name = field ?? attribute
    return [{ field: typeof name === 'string' ? name : null, text }]
  }
  return Object.entries(words).flatMap(([name, value]) => {
    const texts = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')
    return texts.map((one) => ({ field: name, text: one }))
  })
}

/** `{"email": ["…"]}`: fields at the top, where every member is a list of texts. */
function fieldsOf(body: Readonly<Record<string, unknown>>): unknown {
  const lists = Object.values(body).every(
    (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
  )
  return lists ? body : null
}

/** Rails' full messages begin with the field's name in words: "First name can't be blank". */
function fieldNamedIn(text: string): string | null {
  const lower = text.toLowerCase()
  return Object.keys(FIELDS).find((field) => lower.startsWith(`${field.replaceAll('_', ' ')} `)) ?? null
}

function withoutRepeatedField({ field, text }: Message): Message {
  return field === null ? { field, text } : { field, text: text.slice(field.length + 1) }
}

function withoutPersonalData(text: string): string {
  return text.replace(/[^\s"'<>]+@[^\s"'<>]+/g, '(an address)').replace(/\+?\d[\d\s().-]{6,}\d/g, '(a number)')
}
