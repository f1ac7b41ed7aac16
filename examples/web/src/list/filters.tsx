import { useQuery } from 'urql'
import {
  type SliceFragment,
  SourceStatesDocument,
  type SourceStatesQuery,
  SourcesDocument,
} from '../generated/graphql.ts'
import { type Kind, type Sort, useView } from '../location.ts'
import { ViewLink } from '../parts/link.tsx'

const KINDS: readonly (readonly [Kind, string])[] = [
  ['people', 'People'],
  ['users', 'Users'],
  ['organizations', 'Organizations'],
]

const SORTS: readonly (readonly [Sort, string])[] = [
  ['source', 'Source by source'],
  ['name', 'By name'],
  ['updated', 'Latest change first'],
]

/** What is listed: which kind of record, of which sources, in which order. */
export function Filters({ slices }: { readonly slices: readonly SliceFragment[] }) {
  const { view, go } = useView()
  return (
    <div className="filters">
      <nav className="kinds" aria-label="Kind of record">
        {KINDS.map(([kind, name]) => (
          <ViewLink key={kind} to={{ kind }} aria-current={kind === view.kind ? 'page' : undefined}>
            {name}
          </ViewLink>
        ))}
      </nav>
      <SourceFilter slices={slices} />
      {view.kind === 'organizations' ? null : (
        <label className="sort">
          <span className="hidden">Order</span>
          <select value={view.sort} onChange={({ target }) => go({ sort: target.value as Sort }, { replace: true })}>
            {SORTS.map(([sort, name]) => (
              <option key={sort} value={sort}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}

/** A switch for each source, that says as well how it is. */
function SourceFilter({ slices }: { readonly slices: readonly SliceFragment[] }) {
  const { view, go } = useView()
  const [{ data }] = useQuery({ query: SourcesDocument })
  // Asks every source, and so may take a while: the names don't wait for it.
  const [{ data: states }] = useQuery({ query: SourceStatesDocument })
  const down = new Set(states?.sources.filter(isDown).map(({ name }) => name))
  const toggle = (name: string): void => {
    const isOn = view.sources.includes(name)
    go({ sources: isOn ? view.sources.filter((other) => other !== name) : [...view.sources, name] }, { replace: true })
  }
  return (
    <fieldset className="sources">
      <legend className="hidden">Sources</legend>
      {data?.sources.map(({ name }) => {
        const slice = slices.find(({ source }) => source.name === name)
        const state = stateOf(slice, down.has(name))
        return (
          <button
            key={name}
            type="button"
            className="chip"
            aria-pressed={view.sources.includes(name)}
            data-state={state}
            onClick={() => toggle(name)}
          >
            <i className="dot" aria-hidden="true" />
            {name}
            {slice?.totalCount ? <span className="chip-count">{slice.totalCount.toLocaleString('en')}</span> : null}
            <span className="hidden">{STATES[state]}</span>
          </button>
        )
      })}
    </fieldset>
  )
}

type SourceState = 'answers' | 'unable' | 'fails' | 'silent'

const STATES: Readonly<Record<SourceState, string>> = {
  answers: '',
  unable: ' (can not do this)',
  fails: ' (not available)',
  silent: ' (not asked)',
}

/** A list asks source after source: of one whose turn has not come only its health tells. */
function stateOf(slice: SliceFragment | undefined, isKnownToBeDown: boolean): SourceState {
  if (slice?.error) return slice.error.code === 'UNSUPPORTED' ? 'unable' : 'fails'
  if (isKnownToBeDown && !slice?.count) return 'fails'
  return slice ? 'answers' : 'silent'
}

function isDown({ health, capabilities }: SourceStatesQuery['sources'][number]): boolean {
  return health.status === 'DOWN' || capabilities === null
}
