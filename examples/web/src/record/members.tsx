import { useQuery } from 'urql'
import { MembersDocument } from '../generated/graphql.ts'
import { Row } from '../list/row.tsx'
import { Notice, sentencesOf } from '../parts/failure.tsx'

const MOST = 50

/** People of an organization; nothing where its source can't list them. */
export function Members({ id }: { readonly id: string }) {
  const [{ data, error }] = useQuery({ query: MembersDocument, variables: { id, first: MOST, after: null } })
  const page = data?.organization?.people
  if (!page && error && !error.graphQLErrors.some(({ extensions }) => extensions.code === 'UNSUPPORTED')) {
    return <Notice>{sentencesOf(error).join(' ')}</Notice>
  }
  if (!page || page.nodes.length === 0) return null
  return (
    <section className="card members" aria-label="People">
      <h3>People</h3>
      <ul>
        {page.nodes.map((person) => (
          <Row key={person.id} record={person} search="" open={false} showSource={false} />
        ))}
      </ul>
      {page.pageInfo.hasNextPage ? <p className="hint">The first {MOST} of them.</p> : null}
    </section>
  )
}
