import type { ZodType } from 'zod'
import type { HttpClient } from '../../http/client.ts'
import { decode } from '../../http/decode.ts'
import type { ContactItemType } from '../../model/contact-item.ts'
import { GatewayError } from '../../model/errors.ts'
import type { CustomFieldDefinition, CustomFieldType } from '../../model/record.ts'
import { createSharedReads } from '../shared-reads.ts'
import { readJson } from './api.ts'
import { toMethodType } from './method-types.ts'
import { blankToNull } from './values.ts'
import {
  type ContactTypes,
  contactTypes,
  customFieldDefinitions,
  listEnvelope,
  type QueryOptions,
  queryOptions,
  type Tag,
  tag,
  texts,
} from './wire.ts'

/**
 * The lists an organization configures for itself. Read when first needed and remembered: an hour, tags a minute. Empty where the
 * account's permission group does not let it see one.
 */
export interface Catalog {
  individualFields(signal: AbortSignal): Promise<readonly CustomFieldDefinition[]>
  contactFields(signal: AbortSignal): Promise<readonly CustomFieldDefinition[]>
  methodTypes(signal: AbortSignal): Promise<readonly ContactItemType[]>
  contactTypes(signal: AbortSignal): Promise<ContactTypes>
  prefixes(signal: AbortSignal): Promise<readonly string[]>
  tags(signal: AbortSignal): Promise<readonly Tag[]>
  /** What `POST …/Query` can be asked for. */
  queryOptions(resource: 'Contact' | 'ContactIndividual', signal: AbortSignal): Promise<QueryOptions>
}

export interface CatalogOptions {
  readonly source: string
  readonly http: HttpClient
  readonly now: () => number
}

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const TAGS_PER_CALL = 1000

export function createCatalog({ source, http, now }: CatalogOptions): Catalog {
  /** One call for all that wait; one who leaves takes nothing from the others, and the last ends it. */
  function remembered<T>(read: (signal: AbortSignal) => Promise<T>, empty: T, keepMs = HOUR_MS) {
    const shared = createSharedReads<T>({
      read: (_key, signal) =>
        read(signal).catch((error: unknown) => {
          if (isHidden(error)) return empty
          throw error
        }),
      keepMs,
      now,
    })
    return (signal: AbortSignal): Promise<T> => shared.read('', signal)
  }
  const list =
    <T>(path: string, schema: ZodType<T>, what: string) =>
    (signal: AbortSignal) =>
      readJson({ source, http }, path, schema, what, signal)
  const fields = (path: string) => {
    const read = list(path, customFieldDefinitions, 'the custom fields')
    return remembered<readonly CustomFieldDefinition[]>(async (signal) => (await read(signal)).map(toDefinition), [])
  }
  const readTypes = list('/api/ContactMethod/Types', texts, 'the contact method types')
  const options = (resource: string) =>
    remembered(list(`/api/${resource}/QueryOptions`, queryOptions, 'the query options'), { options: [] })
  const optionsOf = { Contact: options('Contact'), ContactIndividual: options('ContactIndividual') }

  async function readTags(signal: AbortSignal): Promise<readonly Tag[]> {
    const found: Tag[] = []
    for (let skip = 0; ; skip += TAGS_PER_CALL) {
      const query = { skip, take: TAGS_PER_CALL }
      const { body } = await http.request({ method: 'GET', path: '/api/Tag', query, signal })
      const page = decode(listEnvelope, body, { source, what: 'the list of tags' })
      found.push(...page.list.map((item) => toTag(decode(tag, item, { source, what: 'a tag' }))))
      if (page.list.length < TAGS_PER_CALL || found.length >= page.total) return found
    }
  }

  return {
    individualFields: fields('/api/ContactIndividual/CustomFields'),
    contactFields: fields('/api/Contact/CustomFields'),
    methodTypes: remembered<readonly ContactItemType[]>(
      async (signal) => [...new Set(await readTypes(signal))].map(toMethodType),
      [],
    ),
    contactTypes: remembered(list('/api/Contact/Types', contactTypes, 'the contact types'), []),
    prefixes: remembered<readonly string[]>(list('/api/Contact/Prefixes', texts, 'the prefixes'), []),
    tags: remembered(readTags, [], MINUTE_MS),
    queryOptions: (resource, signal) => optionsOf[resource](signal),
  }
}

function isHidden(error: unknown): boolean {
  return error instanceof GatewayError && (error.code === 'FORBIDDEN' || error.code === 'NOT_FOUND')
}

/** The name under whichever key it came; a tag without one is told by its id. */
export function toTag(wire: {
  readonly id: number
  readonly tagName?: string | null | undefined
  readonly name?: string | null | undefined
  readonly tag?: string | null | undefined
}): Tag {
  const name = blankToNull(wire.tagName) ?? blankToNull(wire.name) ?? blankToNull(wire.tag)
  return { id: wire.id, name: name ?? `Tag ${wire.id}` }
}

function toDefinition(wire: {
  readonly name: string
  readonly displayName?: string | null | undefined
  readonly dataType?: string | null | undefined
  readonly options?: readonly string[] | null | undefined
}): CustomFieldDefinition {
  const options = wire.options ?? []
  return {
    key: wire.name,
    label: blankToNull(wire.displayName) ?? wire.name,
    type: toFieldType(wire.dataType ?? '', options),
    options: options.length === 0 ? null : options,
  }
}

function toFieldType(dataType: string, options: readonly string[]): CustomFieldType {
  if (options.length > 0) return 'CHOICE'
  if (/^(number|int|integer|decimal|double|currency|money)$/i.test(dataType)) return 'NUMBER'
  if (/^(bool|boolean|checkbox|true\/?false|yes\/?no)$/i.test(dataType)) return 'BOOLEAN'
  if (/^date(time)?$/i.test(dataType)) return 'DATE'
  return /^(list|choice|dropdown|select|radio)/i.test(dataType) ? 'CHOICE' : 'TEXT'
}
