import { request } from 'graphql-request'
import { PeopleDocument } from './generated/graphql.ts'

/** The smallest of them: no cache, one function. It throws whenever there are `errors`. */
export async function findNames(url: string, search: string): Promise<readonly string[]> {
  const { people } = await request(url, PeopleDocument, { search, first: 20 })

  return people.nodes.map(({ displayName }) => displayName)
}
