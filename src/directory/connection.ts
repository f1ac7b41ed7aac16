import type { CursorCodec } from './cursor.ts'
import type { Connection, Slice, SourceView } from './directory.ts'
import type { Taken } from './merge.ts'
import type { Walk } from './walk.ts'

/** What a page was put together from. */
interface PageParts<Item> {
  readonly taken: readonly Taken<Item>[]
  readonly walks: readonly Walk<Item>[]
  readonly hasMore: boolean
  readonly backward: boolean
  /** Whether the page continues an earlier one. */
  readonly continued: boolean
  readonly codec: CursorCodec
  readonly views: ReadonlyMap<string, SourceView>
}

/** The connection that clients see. Cursors and totals are made only when somebody reads them. */
export function toConnection<Item>(page: PageParts<Item>): Connection<Item> {
  const { taken, walks, codec, views } = page
  const edges = taken.map((entry) => new Edge(entry, codec))
  const slices = walks.flatMap((walk) => {
    const source = views.get(walk.name)
    return source ? [new SliceOfWalk(source, walk)] : []
  })
  return new PageOfWalks(edges, slices, page)
}

// Classes, because their getters are made once: a getter written into an object is made anew with it, gives it a shape of its own,
// and such shapes keep what their getters see alive through one collection after the other.

class Edge<Item> {
  readonly node: Item
  readonly #entry: Taken<Item>
  readonly #codec: CursorCodec

  constructor(entry: Taken<Item>, codec: CursorCodec) {
    this.node = entry.item
    this.#entry = entry
    this.#codec = codec
  }

  get cursor(): string {
    return this.#codec.encode(this.#entry.positions)
  }
}

class SliceOfWalk<Item> implements Slice {
  readonly source: SourceView
  readonly count: number
  readonly error: Slice['error']
  readonly #walk: Walk<Item>

  constructor(source: SourceView, walk: Walk<Item>) {
    this.source = source
    this.count = walk.count
    this.error = walk.error
    this.#walk = walk
  }

  get totalCount() {
    return this.#walk.total()
  }
}

class PageOfWalks<Item> implements Connection<Item> {
  readonly edges: readonly Edge<Item>[]
  readonly slices: readonly Slice[]
  readonly pageInfo: PageInfo
  readonly #walks: readonly Walk<Item>[]

  constructor(
    edges: readonly Edge<Item>[],
    slices: readonly Slice[],
    { hasMore, backward, continued, walks }: PageParts<Item>,
  ) {
    this.edges = edges
    this.slices = slices
    this.pageInfo = new PageInfo(edges, backward ? continued : hasMore, backward ? hasMore : continued)
    this.#walks = walks
  }

  get totalCount(): Promise<number | null> {
    return Promise.all(this.#walks.map((walk) => walk.total())).then((totals) =>
      totals.some((total) => total === null) ? null : totals.reduce<number>((sum, total) => sum + (total ?? 0), 0),
    )
  }
}

class PageInfo {
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  readonly #edges: readonly { readonly cursor: string }[]

  constructor(edges: readonly { readonly cursor: string }[], hasNextPage: boolean, hasPreviousPage: boolean) {
    this.hasNextPage = hasNextPage
    this.hasPreviousPage = hasPreviousPage
    this.#edges = edges
  }

  get startCursor(): string | null {
    return this.#edges[0]?.cursor ?? null
  }

  get endCursor(): string | null {
    return this.#edges.at(-1)?.cursor ?? null
  }
}
