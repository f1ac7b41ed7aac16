import type { Directory } from '../../directory/directory.ts'
import { cardOf, type OutgoingCard } from '../../exchange/outgoing.ts'
import type { Person } from '../../model/person.ts'
import type { Part } from '../../model/record.ts'
import type { Source } from '../../sources/source.ts'

export interface ExportOptions {
  readonly source: Source
  readonly openDirectory: () => Directory
  /** Whether pictures are read. */
  readonly photos: boolean
  readonly stop: AbortSignal
}

const PAGE_SIZE = 100
/** Pictures may be megabytes each: no more of them are in memory. */
const PHOTOS_AT_ONCE = 4
const PARTS: readonly Part[] = ['contactItems', 'customFields', 'tags', 'organizationId', 'avatar']

/**
 * Everybody in a source, in its own order, whole. Ends early when `stop` is aborted. `onCard` is told how many there were, and of how many
 * in all where the source can tell. Throws the error of a source that can't be read.
 */
export async function* exportCards(
  options: ExportOptions,
  onCard: (done: number, total: number | null) => void,
): AsyncGenerator<OutgoingCard> {
  const { source, openDirectory, stop } = options
  let after: string | null = null
  let total: number | null | undefined
  let done = 0
  do {
    const directory = openDirectory()
    const page = await directory.people.list({
      first: PAGE_SIZE,
      after,
      last: null,
      before: null,
      filter: {},
      order: null,
      sources: [source.name],
    })
    const failed = page.slices.find(({ error }) => error !== null)?.error
    if (failed) throw failed
    total ??= await page.totalCount
    const people = await Promise.all(page.edges.map(({ node }) => completed(node, directory)))
    for (let from = 0; from < people.length && !stop.aborted; from += PHOTOS_AT_ONCE) {
      const some = people.slice(from, from + PHOTOS_AT_ONCE)
      for (const card of await Promise.all(some.map((one) => toCard(one, options)))) {
        yield card
        onCard(++done, total)
      }
    }
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  } while (after !== null && !stop.aborted)
}

interface Completed {
  readonly person: Person
  readonly organization: string | null
}

async function completed(given: Person, directory: Directory): Promise<Completed> {
  let person = given
  for (const part of PARTS) person = await directory.withPart(person, part)
  const { organizationId } = person
  const organization = organizationId
    ? await directory.organizations.loadRef({ source: person.ref.source, id: organizationId })
    : null
  return { person, organization: organization?.displayName ?? null }
}

async function toCard(
  { person, organization }: Completed,
  { source, photos, stop }: ExportOptions,
): Promise<OutgoingCard> {
  const hasPhoto = photos && person.avatar != null && source.readAvatar !== undefined
  const photo = hasPhoto
    ? ((await source.readAvatar?.({ type: 'Person', ...person.ref }, { signal: stop })) ?? null)
    : null
  return cardOf(person, { organization, photo })
}
