import { Client, fetchExchange } from '@urql/core'
import { PeopleDocument, type PeopleQuery } from './generated/graphql.ts'

type Person = PeopleQuery['people']['nodes'][number]

/** Everybody a search finds, page by page. A source that fails ends its part of the list, so each page is looked at. */
export async function* allPeople(url: string, search: string): AsyncGenerator<Person> {
  const client = new Client({ url, preferGetMethod: false, exchanges: [fetchExchange] })
  let after: string | null = null
  do {
    const { data, error } = await client.query(PeopleDocument, { search, first: 20, after }).toPromise()
    if (!data) throw error
    const { nodes, pageInfo, slices } = data.people as PeopleQuery['people']
    for (const slice of slices) {
      if (slice.error) throw new Error(`${slice.source.name}: ${slice.error.message}`)
    }
    yield* nodes
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null
  } while (after !== null)
}
