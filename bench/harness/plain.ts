/** The upstream and the store as one would read them by hand: what the floor and the peers are made of. */
import { DatabaseSync } from 'node:sqlite'

export interface Item {
  readonly id: string
  readonly kind: string
  readonly value: string
  readonly isDefault: boolean
}

/** A person in the words of the schema; `contactId` and `cursor` are for whoever puts the answer together. */
export interface PlainPerson {
  readonly id: string
  readonly displayName: string
  readonly firstName: string | null
  readonly lastName: string | null
  readonly contactItems: readonly Item[]
  readonly contactId: number
  readonly cursor: string
}

export interface PlainOrganization {
  readonly id: string
  readonly displayName: string
}

export interface UpsertInput {
  readonly ownerId: string
  readonly id: string
  readonly value: string
}

export interface PlainUpsert {
  readonly contactItem: Item
  readonly receipts: readonly {
    readonly outcome: string
    readonly changes: readonly { readonly path: string; readonly before: string; readonly after: string }[]
  }[]
  readonly userErrors: readonly { readonly message: string }[]
}

interface WireMethod {
  readonly id: number
  readonly type: string
  readonly value: string
  readonly isPrimary: boolean
}

interface WireIndividual {
  readonly id: number
  readonly contactId: number
  readonly firstName: string
  readonly lastName: string
  readonly contactMethods: readonly WireMethod[]
}

interface WireContact {
  readonly id: number
  readonly name: string
  readonly contactIndividuals: readonly WireIndividual[]
}

/** Sends a request to the upstream and gives its parsed answer. `body` absent: a GET. */
export type Ask = (path: string, body?: unknown, method?: 'POST' | 'PUT') => Promise<unknown>

/** How many ids `/groups` is asked for in one call. */
const GROUPS = 10
export const PAGE = 100

export function createPlain(ask: Ask) {
  const individuals = (prefix: string, list: unknown) =>
    (list as { list: readonly WireIndividual[] }).list.map((wire) => toPerson(prefix, wire))
  const readIndividual = async (source: string, id: number) =>
    (await ask(`/${source}/api/ContactIndividual/${id}`)) as WireIndividual

  return {
    /** A page of `first` people behind the contact `after`, and whether there are more. */
    async page(source: string, first: number, after: number | null) {
      const from = after === null ? [] : [{ conditions: [condition('Contact Id', 'GreaterThan', String(after - 1))] }]
      const answer = await ask(`/${source}/api/Contact/Query/FullContact?skip=0&take=${first + 2}`, query(from))
      const found = (answer as { list: readonly WireContact[] }).list
        .flatMap(({ contactIndividuals }) => contactIndividuals.map((wire) => toPerson(source, wire)))
        .filter(({ contactId }) => after === null || contactId > after)
      return { people: found.slice(0, first), hasNextPage: found.length > first }
    },
    /** The individuals that a search finds: two calls. */
    async searchIds(source: string, text: string, first: number): Promise<readonly number[]> {
      const path = `/${source}/api/Contact/Search?skip=0&take=${first + 1}`
      const answer = (await ask(path, { search: text })) as { list: readonly { readonly individualId: number }[] }
      return answer.list.slice(0, first).map(({ individualId }) => individualId)
    },
    async individuals(source: string, ids: readonly number[]): Promise<readonly PlainPerson[]> {
      const groups = [
        { conditions: [{ parameter: 'Individual Id', operator: 'In', value: null, values: ids.map(String) }] },
      ]
      const path = `/${source}/api/ContactIndividual/Query?skip=0&take=${ids.length}`
      return individuals(source, await ask(path, query(groups)))
    },
    async individual(source: string, id: number): Promise<PlainPerson> {
      return toPerson(source, await readIndividual(source, id))
    },
    /** Gives a contact item another value: reads, writes the whole of it, and reads what has become of it. */
    async upsert(input: UpsertInput): Promise<PlainUpsert> {
      const [, source = '', itemPath = ''] = decode(input.id).split(':')
      const [, ownerId = '', itemId = ''] = itemPath.split('/')
      /** Whole, so that whatever a write does to it is seen: its contact's tags are read by themselves. */
      const readMethod = async () => {
        const { contactId, contactMethods } = await readIndividual(source, Number(ownerId))
        await ask(`/${source}/api/ContactTag/ByContact/${contactId}?skip=0&take=1000`)
        return contactMethods.find(({ id }) => id === Number(itemId))!
      }
      const { id, isPrimary, ...before } = await readMethod()
      const body = { ...before, value: input.value, setAsPrimary: isPrimary }
      await ask(`/${source}/api/ContactMethod/${id}`, body, 'PUT')
      const after = await readMethod()
      // Of an e-mail address, its usual form is told too; the invented ones are in it.
      const changes = ['normalizedValue', 'value'].map((member) => ({
        path: `contactItems.${id}.${member}`,
        before: before.value,
        after: after.value,
      }))
      return {
        contactItem: toItem(source, Number(ownerId), after),
        receipts: [{ outcome: 'UPDATED', changes }],
        userErrors: [],
      }
    },
    /** The organizations that these contacts are, ten to a call. */
    async organizations(source: string, ids: readonly number[]): Promise<ReadonlyMap<number, PlainOrganization>> {
      const chunks = Array.from({ length: Math.ceil(ids.length / GROUPS) }, (_, index) =>
        ids.slice(index * GROUPS, (index + 1) * GROUPS),
      )
      const lists = await Promise.all(
        chunks.map((chunk) => {
          const groups = chunk.map((id) => ({ conditions: [condition('Contact Id', 'Is', String(id))] }))
          return ask(`/${source}/api/Contact/Query/FullContact?skip=0&take=${chunk.length}`, query(groups))
        }),
      )
      const found = lists.flatMap((list) => (list as { list: readonly WireContact[] }).list)
      return new Map(
        found.map(({ id, name }) => [id, { id: encode(`Organization:${source}:${id}`), displayName: name }]),
      )
    },
  }
}

export type Plain = ReturnType<typeof createPlain>

function condition(parameter: string, operator: string, value: string) {
  return { parameter, operator, value }
}

function query(groups: readonly unknown[]) {
  return { groups, sortBy: 'Id', descending: false, includeArchived: false }
}

function toPerson(source: string, wire: WireIndividual): PlainPerson {
  const { id, contactId, firstName, lastName } = wire
  return {
    id: encode(`Person:${source}:${id}`),
    displayName: `${firstName} ${lastName}`,
    firstName,
    lastName,
    contactItems: wire.contactMethods.map((method) => toItem(source, id, method)),
    contactId,
    cursor: String(contactId),
  }
}

function toItem(source: string, ownerId: number, { id, type, value, isPrimary }: WireMethod): Item {
  return {
    id: encode(`ContactItem:${source}:Person/${ownerId}/${id}`),
    kind: type.endsWith('Email') ? 'EMAIL' : type.endsWith('Phone') ? 'PHONE' : 'SOCIAL',
    value,
    isDefault: isPrimary,
  }
}

function encode(id: string): string {
  return Buffer.from(id).toString('base64url')
}

function decode(id: string): string {
  return Buffer.from(id, 'base64url').toString()
}

interface StoredRow {
  readonly pk: number
  readonly id: string
  readonly display_name: string
  readonly first_name: string | null
  readonly last_name: string | null
}

interface StoredItem {
  readonly owner_pk: number
  readonly id: string
  readonly kind: string
  readonly value: string
  readonly is_default: number
}

/** The store's file, read by two prepared statements: one for a page, one for all its contact items. */
export function openPlainStore(file: string) {
  const database = new DatabaseSync(file, { readOnly: true })
  const page = database.prepare(
    `SELECT r.pk, r.id, r.display_name, t.first_name, t.last_name FROM people t JOIN records r ON r.pk = t.pk
     WHERE t.pk > ? ORDER BY t.pk LIMIT ?`,
  )
  const items = database.prepare(
    `SELECT i.owner_pk, i.id, i.kind, i.value, i.is_default FROM json_each(?) AS wanted
     CROSS JOIN contact_items i ON i.owner_pk = wanted.value ORDER BY i.owner_pk, i.pk`,
  )
  return {
    page(first: number, after: number) {
      const rows = page.all(after, first + 1) as unknown as readonly StoredRow[]
      const shown = rows.slice(0, first)
      const byOwner = new Map<number, Item[]>(shown.map(({ pk }) => [pk, []]))
      const ids = new Map(shown.map(({ pk, id }) => [pk, id]))
      for (const item of items.all(JSON.stringify(shown.map(({ pk }) => pk))) as unknown as readonly StoredItem[]) {
        byOwner.get(item.owner_pk)!.push({
          id: encode(`ContactItem:own:Person/${ids.get(item.owner_pk)}/${item.id}`),
          kind: item.kind,
          value: item.value,
          isDefault: item.is_default === 1,
        })
      }
      const people = shown.map(
        (row): PlainPerson => ({
          id: encode(`Person:own:${row.id}`),
          displayName: row.display_name,
          firstName: row.first_name,
          lastName: row.last_name,
          contactItems: byOwner.get(row.pk)!,
          contactId: 0,
          cursor: String(row.pk),
        }),
      )
      return { people, hasNextPage: rows.length > first }
    },
  }
}
