import type { CursorCodec } from './cursor.ts'
import type { Connection, SourceView } from './directory.ts'
import type { Taken } from './merge.ts'
import type { Walk } from './walk.ts'

/** The connection that clients see. Cursors and totals are made only when somebody reads them. */
export function toConnection<Item>(page: {
  readonly taken: readonly Taken<Item>[]
  readonly walks: readonly Walk<Item>[]
  readonly hasMore: boolean
  readonly backward: boolean
  /** Whether the page continues an earlier one. */
  readonly continued: boolean
  readonly codec: CursorCodec
  readonly views: ReadonlyMap<string, SourceView>
}): Connection<Item> {
  const { taken, walks, hasMore, backward, continued, codec, views } = page
  const edges = taken.map((entry) => ({
    node: entry.item,
    get cursor() {
      return codec.encode(entry.positions)
    },
  }))
  const slices = walks.flatMap((walk) => {
    const source = views.get(walk.name)
    if (!source) return []
    const { count, error } = walk
    return [
      {
        source,
        count,
        error,
        get totalCount() {
          return walk.total()
        },
      },
    ]
  })

  return {
    edges,
    pageInfo: {
      hasNextPage: backward ? continued : hasMore,
      hasPreviousPage: backward ? hasMore : continued,
      get startCursor() {
        return edges[0]?.cursor ?? null
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null
      },
    },
    get totalCount() {
      return Promise.all(walks.map((walk) => walk.total())).then((totals) =>
        totals.some((total) => total === null) ? null : totals.reduce<number>((sum, total) => sum + (total ?? 0), 0),
      )
    },
    slices,
  }
}
