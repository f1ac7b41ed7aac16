import type { Failure } from './failures.ts'
import type { Outgoing } from './http.ts'

/** What a method gave back, before it is wrapped. */
export type Result =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'void' }
  | {
      readonly kind: 'list'
      readonly items: readonly unknown[]
      readonly startIndex: number
      readonly count: number
      /** Set only where the method counted all that match. */
      readonly total?: number
      /** Whether a further page is announced. */
      readonly announcesNext?: boolean
    }

export const value = (of: unknown): Result => ({ kind: 'value', value: of })
export const nothing: Result = { kind: 'void' }
/** A list that is never cut. */
export const list = (items: readonly unknown[]): Result => ({ kind: 'list', items, startIndex: 0, count: items.length })

const JSON_TYPE = { 'content-type': 'application/json; charset=UTF-8' }

/** The answer of a method that succeeded: 201 to every POST, whatever it did. */
export function success(method: string, result: Result, fields: readonly string[]): Outgoing {
  const statusCode = method === 'POST' ? 201 : 200
  return { status: statusCode, headers: JSON_TYPE, body: toWire(envelopeOf(result, statusCode, fields)) }
}

export function failure(error: Failure): Outgoing {
  return {
    status: error.status,
    headers: JSON_TYPE,
    body: toWire({
      status: 1,
      statusCode: error.status,
      error: { message: error.message, hresult: error.hresult, data: {} },
    }),
  }
}

/** A success that carries an error all the same, as `batch` gives without its parameter. */
export function oddSuccess(message: string): Outgoing {
  return {
    status: 200,
    headers: JSON_TYPE,
    body: toWire({ status: 0, statusCode: 200, error: { message, hresult: -2147024809, data: {} } }),
  }
}

/** JSON with every slash escaped, as the portal's serialiser writes texts. */
export function toWire(body: unknown): string {
  return JSON.stringify(body).replaceAll('/', '\\/')
}

function envelopeOf(result: Result, statusCode: number, fields: readonly string[]): Record<string, unknown> {
  if (result.kind === 'void') return { status: 0, statusCode, response: {} }
  if (result.kind === 'value') {
    return {
      ...dropZero({ count: countOf(result.value) }),
      status: 0,
      statusCode,
      response: pick(result.value, fields),
    }
  }
  const { items, startIndex, count, total, announcesNext } = result
  return {
    // The next index is one too many: whoever starts there skips a record.
    ...dropZero({ count: items.length, startIndex, nextIndex: announcesNext ? startIndex + count + 1 : 0 }),
    ...(total !== undefined && { total }),
    status: 0,
    statusCode,
    response: items.map((item) => pick(item, fields)),
  }
}

/** The first `Count` or `Length` there is: a bare text counts its characters. */
function countOf(of: unknown): number {
  if (typeof of === 'string') return of.length
  return of === null || of === undefined ? 0 : 1
}

function pick(item: unknown, fields: readonly string[]): unknown {
  if (fields.length === 0 || typeof item !== 'object' || item === null) return item ?? null
  const wanted = new Set(fields.map((field) => field.toLowerCase()))
  return Object.fromEntries(Object.entries(item).filter(([name]) => wanted.has(name.toLowerCase())))
}

/** Members without those at their type's default: `null`, 0, `undefined`, false. */
export function dropZero(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(members).filter(([, of]) => of !== null && of !== undefined && of !== 0 && of !== false),
  )
}

/**
 * A time as the portal writes it: shifted into its zone, seven digits of a second. `ticks` are the digits below the
 * millisecond, which a database row may or may not have.
 */
export function formatDate(ms: number, zoneMinutes: number, ticks = 0): string {
  const local = new Date(ms + zoneMinutes * 60_000).toISOString().slice(0, -1)
  return `${local}${String(ticks % 10_000).padStart(4, '0')}${zoneMinutes === 0 ? 'Z' : formatOffset(zoneMinutes)}`
}

export function formatOffset(minutes: number): string {
  const absolute = Math.abs(minutes)
  const two = (of: number) => String(of).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`
}
