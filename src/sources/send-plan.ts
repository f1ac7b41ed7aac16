import type { HttpRequest } from '../http/client.ts'
import { GatewayError } from '../model/errors.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { Plan, PlannedRequest, Sent } from './source.ts'

/** What stands in a plan's paths and bodies for the id that its first request will give. */
const PLACEHOLDER = '{id}'

/**
 * Carries a plan out, one request after the other, as `Source.send` promises. `sendOne` gives the id where its request created
 * something; the first one given takes the place of `{id}` in what follows: anywhere in a path, and of a value in a body that is
 * `{id}` and nothing else, for people write all sorts of things. Stops at the first `GatewayError`, which is then
 * `Sent.error`; any other error is a bug and rejects.
 */
export async function sendPlan(
  plan: Plan,
  // biome-ignore lint/suspicious/noConfusingVoidType: most requests create nothing, and their senders then return nothing.
  sendOne: (request: PlannedRequest) => Promise<{ readonly id?: string | null } | void>,
): Promise<Sent> {
  let id: string | null = null
  let done = 0
  for (const request of plan.requests) {
    try {
      const sent = await sendOne(withId(request, id))
      id ??= sent?.id ?? null
      done++
    } catch (error) {
      if (error instanceof GatewayError) return { id, done, error }
      throw error
    }
  }
  return { id, done, error: null }
}

/**
 * A planned request as the HTTP client takes it. Never idempotent unless it is a GET: what may have been received is not repeated.
 */
export function toHttpRequest(request: PlannedRequest, signal: AbortSignal): HttpRequest {
  const { method, path, body, file, as = 'json' } = request
  const common = { method, path, signal }
  if (file !== undefined) {
    const { filename, contentType, bytes } = file.picture
    const fields = toFields(body)
    return { ...common, multipart: { fields, file: { field: file.field, filename, contentType, bytes } } }
  }
  if (as === 'form') return { ...common, form: toFields(body) }
  if (as === 'multipart') throw new Error(`${method} ${path} is planned as multipart without a file`)
  return body === undefined ? common : { ...common, json: body }
}

function withId(request: PlannedRequest, id: string | null): PlannedRequest {
  if (id === null) {
    if (!request.path.includes(PLACEHOLDER)) return request
    throw new GatewayError(
      'BAD_SOURCE_RESPONSE',
      `the source gave no id for ${request.method} ${pathOf(request)} to go on with`,
    )
  }
  return named(request, id)
}

/** Requests of a plan as they were sent, with the id of what it created. `null`: it created nothing, or nobody knows what. */
export function asSent(requests: readonly PlannedRequest[], id: string | null): readonly PlannedRequest[] {
  return id === null ? requests : requests.map((request) => named(request, id))
}

function named(request: PlannedRequest, id: string): PlannedRequest {
  return {
    ...request,
    path: request.path.replaceAll(PLACEHOLDER, encodeURIComponent(id)),
    ...(request.body !== undefined && { body: replaceIn(request.body, id) }),
  }
}

function pathOf({ path }: PlannedRequest): string {
  return path.replace(/\?.*$/s, '')
}

function replaceIn(value: Json, id: string): Json {
  if (value === PLACEHOLDER) return id
  if (Array.isArray(value)) return value.map((inner: Json) => replaceIn(inner, id))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaceIn(inner as Json, id)]))
  }
  return value
}

/** Form fields: `null` as an empty text, lists and objects as their JSON. */
function toFields(body: Json | undefined): Readonly<Record<string, string>> {
  if (body === undefined || body === null) return {}
  if (typeof body !== 'object' || Array.isArray(body)) throw new Error('a form is planned without names for its fields')
  return Object.fromEntries(Object.entries(body as JsonObject).map(([name, value]) => [name, toField(value)]))
}

function toField(value: Json): string {
  if (value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
