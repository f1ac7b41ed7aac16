import { unsupported } from '../model/errors.ts'
import type { Organization } from '../model/organization.ts'
import type { Person } from '../model/person.ts'
import { toConnection } from './connection.ts'
import { createCursorCodec, START } from './cursor.ts'
import type { Connection } from './directory.ts'
import { type ListContext, readWindow } from './list.ts'
import { gather, inTurn } from './merge.ts'
import { createWalk } from './walk.ts'

/** People of an organization: one page of its own source. */
export async function listMembers(
  organization: Organization,
  page: { readonly first: number; readonly after: string | null },
  context: ListContext,
): Promise<Connection<Person>> {
  const { size, cursor } = readWindow({ ...page, last: null, before: null })
  const { source: name, id } = organization.ref
  const source = context.sources.get(name)
  const codec = createCursorCodec({ members: organization.ref }, context.state.cursorKey)
  const walk = createWalk<Person>({
    name,
    from: (cursor === null ? undefined : codec.decode(cursor, 'after').get(name)) ?? START,
    backward: false,
    maxPageSize: source?.limits.maxPageSize ?? 1,
    error: source?.listMembers ? null : unsupported(name, `${name} can't tell who belongs to an organization.`),
    read: async (after, limit) => {
      const query = { filter: {}, order: null, limit, cursor: after, backward: false }
      const within = source?.membersWithin?.(organization, query, context)
      const members = await (within ?? source?.listMembers?.(id, query, context))
      return members ?? { entries: [], hasMore: false, totalCount: null }
    },
  })

  const { taken, hasMore } = await gather([walk], size, false, inTurn)
  for (const { item } of taken) context.loaders.prime(item)
  return toConnection({
    taken,
    walks: [walk],
    hasMore,
    backward: false,
    continued: cursor !== null,
    codec,
    views: context.views,
  })
}
