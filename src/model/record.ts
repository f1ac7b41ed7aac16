import type { ContactItem } from './contact-item.ts'
import type { JsonObject } from './json.ts'
import type { Ref } from './ref.ts'

/**
 * What every record has. A field is `null` where the source holds nothing. A field that is *absent* was not brought by this
 * way of reading, because bringing it costs the source another call: `Source.complete` fetches it when somebody asks.
 */
export interface RecordBase {
  readonly ref: Ref
  readonly displayName: string
  readonly avatar?: AvatarInfo | null
  /** In the source's own order. `null`: the source keeps none for this kind of record. */
  readonly contactItems?: readonly ContactItem[] | null
  readonly customFields?: readonly CustomField[] | null
  /** RFC 3339, UTC. */
  readonly createdAt: string | null
  /** RFC 3339, UTC. */
  readonly updatedAt: string | null
  /** Changes whenever the record does, and is the same however it was read. `null` where the source cannot give one. */
  readonly version: string | null
  /** The source's own record, for those allowed to see it. */
  readonly raw: JsonObject | null
}

/** Parts of a record that a source may leave absent until asked for. */
export const PARTS = [
  'avatar',
  'contactItems',
  'customFields',
  'customCollections',
  'tags',
  'managerIds',
  'organizationId',
  'groups',
  'accesses',
  'storage',
] as const
export type Part = (typeof PARTS)[number]

/** Where a record's picture is. The gateway serves it; `key` changes with the picture. */
export interface AvatarInfo {
  /** Names this very picture: another picture has another key. */
  readonly key: string
  /** Where the source keeps it, if anyone may read it there. */
  readonly originalUrl: string | null
  readonly contentType: string | null
  readonly width: number | null
  readonly height: number | null
  readonly byteSize: number | null
  readonly blurhash: string | null
  readonly updatedAt: string | null
}

/** A date of which parts may be unknown. */
export interface PartialDate {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
}

export const CUSTOM_FIELD_TYPES = ['TEXT', 'NUMBER', 'BOOLEAN', 'DATE', 'CHOICE', 'HEADING'] as const
export type CustomFieldType = (typeof CUSTOM_FIELD_TYPES)[number]

export interface CustomField {
  /** What the source itself tells fields apart by. */
  readonly key: string
  readonly label: string | null
  readonly type: CustomFieldType
  readonly value: string | null
  readonly options: readonly string[] | null
}

export interface CustomFieldDefinition {
  readonly key: string
  readonly label: string
  readonly type: CustomFieldType
  readonly options: readonly string[] | null
}

export interface CustomCollection {
  /** The source's id of this instance of the collection. */
  readonly id: string
  readonly name: string
  readonly fields: readonly CustomField[]
}

export interface Author {
  readonly displayName: string
  /** Id of a user of the same source, where it tells. */
  readonly userId: string | null
}
