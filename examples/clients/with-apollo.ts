import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client'
import { relayStylePagination } from '@apollo/client/utilities'
import { PeopleDocument } from './generated/graphql.ts'

/** `possibleTypes` lets the cache match fragments on interfaces; pages of one list are kept as one. */
export async function findNames(url: string, search: string): Promise<readonly string[]> {
  const client = new ApolloClient({
    link: new HttpLink({ uri: url }),
    cache: new InMemoryCache({
      possibleTypes: { Contactable: ['Person', 'User', 'Organization'] },
      typePolicies: { Query: { fields: { people: relayStylePagination(['filter', 'orderBy', 'sources']) } } },
    }),
  })

  const { data } = await client.query({ query: PeopleDocument, variables: { search, first: 20 }, errorPolicy: 'all' })

  return data?.people?.nodes?.map((person) => person?.displayName ?? '') ?? []
}
