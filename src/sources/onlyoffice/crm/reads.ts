import type { z } from 'zod'
import type { HttpClient } from '../../../http/client.ts'
import { decode } from '../../../http/decode.ts'
import { GatewayError } from '../../../model/errors.ts'
import { createSharedReads } from '../../shared-reads.ts'
import type { CallOptions } from '../../source.ts'
import type { BatchReads, PortalAnswer } from '../batch.ts'
import { readEnvelope } from '../envelope.ts'
import { contactId, isUserId } from './ids.ts'
import {
  type WireContact,
  type WireCustomField,
  type WireListItem,
  type WireRow,
  type WireUser,
  wireContact,
  wireCustomFields,
  wireListItems,
  wireRows,
  wireTexts,
  wireUser,
} from './wire.ts'

export const CRM = '/api/2.0/crm'

/** What one of many reads gave: `null` for nobody, an error for one that alone could not be read. */
export type Many<T> = readonly (T | GatewayError | null)[]
export type Entity = 'person' | 'company'

/** Everything read of contacts by id, many at a time. Entries stand in the order of their ids. */
export interface CrmReads {
  contacts(ids: readonly string[], options: CallOptions): Promise<Many<WireContact>>
  rows(ids: readonly string[], options: CallOptions): Promise<Many<readonly WireRow[]>>
  tags(ids: readonly string[], options: CallOptions): Promise<Many<readonly string[]>>
  users(ids: readonly string[], options: CallOptions): Promise<Many<WireUser>>
  /** A contact with its rows and tags, never out of what somebody else began to read. `null`: nobody. */
  whole(
    id: string,
    options: CallOptions,
  ): Promise<{ readonly wire: WireContact; readonly rows: readonly WireRow[]; readonly tags: readonly string[] } | null>
  /** Custom fields that persons or companies may have. */
  definitions(entity: Entity, options: CallOptions): Promise<readonly WireCustomField[]>
  /** The stages a contact may be in. */
  stages(options: CallOptions): Promise<readonly WireListItem[]>
  /** After a write. Definitions and stages are the portal's settings, which no write here changes. */
  forget(): void
}

export interface CrmReadsOptions {
  readonly source: string
  readonly http: HttpClient
  readonly batch: BatchReads
  /** How long definitions and stages are remembered. */
  readonly keepMs: number
  readonly now: () => number
}

export function createCrmReads({ source, http, batch, keepMs, now }: CrmReadsOptions): CrmReads {
  const together = createSharedReads({
    read: (key, signal) => batch.read(key.split('\n'), signal),
    keepMs: 0,
    now,
  })
  const definitions = createSharedReads({
    read: (entity, signal) =>
      readList(wireCustomFields, `${CRM}/${entity}/customfield/definitions`, 'the custom fields', signal),
    keepMs,
    now,
  })
  const stages = createSharedReads({
    read: (_key, signal) => readList(wireListItems, `${CRM}/contact/status`, 'the stages', signal),
    keepMs,
    now,
  })

  async function readList<T>(schema: z.ZodType<T>, path: string, what: string, signal: AbortSignal): Promise<T> {
    const { response } = readEnvelope(await http.request({ method: 'GET', path, signal }), { source, what })
    return decode(schema, response, { source, what })
  }

  async function readMany<T>(
    ids: readonly string[],
    one: { readonly schema: z.ZodType<T>; readonly what: string; readonly path: (id: string) => string | null },
    { signal }: CallOptions,
  ): Promise<Many<T>> {
    signal.throwIfAborted()
    const paths = ids.map(one.path)
    const possible = paths.filter((path) => path !== null)
    if (possible.length === 0) return ids.map(() => null)
    const answers = await together.read(possible.join('\n'), signal)
    const found = new Map(possible.map((path, place) => [path, understand(answers[place], one)]))
    const entries = paths.map((path) => (path === null ? null : (found.get(path) ?? null)))
    const failures = entries.filter((entry) => entry instanceof GatewayError)
    // Where nothing at all was answered it is the portal that fails, not each of them.
    if (failures.length === possible.length && failures.every(({ retryable }) => retryable)) throw failures[0]
    return entries
  }

  function understand<T>(
    answer: PortalAnswer | GatewayError | undefined,
    { schema, what }: { readonly schema: z.ZodType<T>; readonly what: string },
  ): T | GatewayError | null {
    if (answer === undefined || answer instanceof GatewayError) return answer ?? null
    if (answer.status === 404) return null
    try {
      return decode(schema, readEnvelope(answer, { source, what }).response, { source, what })
    } catch (error) {
      if (error instanceof GatewayError) return error
      throw error
    }
  }

  const ofContact =
    (suffix = '') =>
    (id: string) =>
      contactId(id) === null ? null : `${CRM}/contact/${id}${suffix}`
  const contact = { schema: wireContact, what: 'a contact', path: ofContact() }
  const rows = { schema: wireRows, what: 'the contact information of a contact', path: ofContact('/data') }
  const tags = { schema: wireTexts, what: 'the tags of a contact', path: ofContact('/tag') }
  const user = {
    schema: wireUser,
    what: 'a user',
    path: (id: string) => (isUserId(id) ? `/api/2.0/people/${id}` : null),
  }

  return {
    contacts: (ids, options) => readMany(ids, contact, options),
    rows: (ids, options) => readMany(ids, rows, options),
    tags: (ids, options) => readMany(ids, tags, options),
    users: (ids, options) => readMany(ids, user, options),
    async whole(id, { signal }) {
      const path = contact.path(id)
      if (path === null) return null
      const answers = await batch.read([path, `${path}/data`, `${path}/tag`], signal)
      const wire = orThrow(understand(answers[0], contact))
      if (wire === null) return null
      return {
        wire,
        rows: orThrow(understand(answers[1], rows)) ?? [],
        tags: orThrow(understand(answers[2], tags)) ?? [],
      }
    },
    definitions: (entity, { signal }) => definitions.read(entity, signal),
    stages: ({ signal }) => stages.read('', signal),
    forget: () => together.forget(),
  }
}

/** What was read. Throws what went wrong with it. */
export function orThrow<T>(entry: T | GatewayError | null): T | null {
  if (entry instanceof GatewayError) throw entry
  return entry
}
