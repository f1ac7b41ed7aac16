import { useQuery } from 'urql'
import { type Capability, SourceStatesDocument } from '../generated/graphql.ts'
import { Notice, sentencesOf } from '../parts/failure.tsx'
import { ViewLink } from '../parts/link.tsx'

/** Where the people are kept, how each place is, and what may be done there. Shown while no record is open. */
export function Overview() {
  const [{ data, fetching, error }, execute] = useQuery({
    query: SourceStatesDocument,
    requestPolicy: 'cache-and-network',
  })
  return (
    <div className="overview">
      <h2>One directory, every source</h2>
      <p className="lead">
        The people your organisation knows, wherever they are kept. Choose somebody to see and change all there is about
        them, or ask for the same over <a href="graphql">GraphQL</a>.
      </p>
      {!data && fetching ? <div className="skeleton cards" role="status" aria-label="Loading" /> : null}
      {!data && error ? (
        <Notice tone="error" onRetry={() => execute({ requestPolicy: 'network-only' })}>
          {sentencesOf(error).join(' ')}
        </Notice>
      ) : null}
      <ul className="cards">
        {data?.sources.map(({ name, kind, health, capabilities }) => (
          <li key={name} className="card">
            <header>
              <h3>{name}</h3>
              <span className="health" data-status={capabilities ? health.status : 'DOWN'}>
                <i className="dot" aria-hidden="true" />
                {capabilities ? HEALTH[health.status] : HEALTH.DOWN}
              </span>
            </header>
            <p className="kind">{kind}</p>
            {capabilities ? (
              <Abilities can={new Set(capabilities)} name={name} />
            ) : (
              <p className="hint">{health.message ?? 'It does not answer.'}</p>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

const HEALTH = { UP: 'Answers', DEGRADED: 'Slow', DOWN: 'Not available', UNKNOWN: 'Not asked yet' } as const

const TYPES = [
  ['PERSON', 'people', 'People'],
  ['USER', 'users', 'Users'],
  ['ORGANIZATION', 'organizations', 'Organizations'],
] as const

function Abilities({ can, name }: { readonly can: ReadonlySet<Capability>; readonly name: string }) {
  return (
    <dl className="abilities">
      {TYPES.filter(([type]) => can.has(`${type}_LIST`)).map(([type, kind, label]) => (
        <div key={type}>
          <dt>
            <ViewLink to={{ kind, sources: [name], search: '' }}>{label}</ViewLink>
          </dt>
          <dd>
            {[
              can.has(`${type}_SEARCH`) && 'search',
              can.has(`${type}_UPDATE`) && 'change',
              can.has(`${type}_CREATE`) && 'create',
              can.has(`${type}_DELETE`) && 'delete',
            ]
              .filter(Boolean)
              .join(', ') || 'to be read only'}
          </dd>
        </div>
      ))}
      {can.has('CONTACT_ITEM_UPSERT') || can.has('AVATAR_UPLOAD') ? (
        <div>
          <dt>Besides</dt>
          <dd>
            {[can.has('CONTACT_ITEM_UPSERT') && 'contact items', can.has('AVATAR_UPLOAD') && 'pictures']
              .filter(Boolean)
              .join(', ') || 'to be read only'}
          </dd>
        </div>
      ) : null}
    </dl>
  )
}
