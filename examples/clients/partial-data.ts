import { Client, fetchExchange } from '@urql/core'
import { PeopleDocument } from './generated/graphql.ts'

/** Lists what is there, and says what is missing: a source that is down is an error of its slice, and empties no other. */
export async function describePeople(url: string, search: string): Promise<string> {
  const client = new Client({ url, preferGetMethod: false, exchanges: [fetchExchange] })

  const { data, error } = await client.query(PeopleDocument, { search, first: 20 }).toPromise()
  if (!data) throw error // nothing at all came

  const names = data.people.nodes.map(({ displayName, source }) => `${displayName} (${source.name})`)
  const missing = data.people.slices.flatMap(({ source, error: failure }) =>
    failure ? [`${source.name} is missing: ${failure.code}`] : [],
  )
  // A field that failed is null, and `errors` say why: its `path` leads there, `extensions.source` names the source.
  const incomplete = error?.graphQLErrors.map(({ path, extensions }) => `${path?.join('.')}: ${extensions.code}`) ?? []
  return [...names, ...missing, ...incomplete].join('\n')
}
