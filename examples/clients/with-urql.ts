import { Client, cacheExchange, fetchExchange } from '@urql/core'
import { PeopleDocument } from './generated/graphql.ts'

/** The document brings its types: of the variables it needs, and of what comes back. */
export async function findNames(url: string, search: string): Promise<readonly string[]> {
  const client = new Client({ url, preferGetMethod: false, exchanges: [cacheExchange, fetchExchange] })

  const { data, error } = await client.query(PeopleDocument, { search, first: 20 }).toPromise()

  if (!data) throw error
  return data.people.nodes.map(({ displayName }) => displayName)
}
