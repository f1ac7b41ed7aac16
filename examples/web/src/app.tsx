import { useEffect, useState } from 'react'
import type { SliceFragment } from './generated/graphql.ts'
import { Filters } from './list/filters.tsx'
import { List } from './list/list.tsx'
import { SearchBox } from './list/search-box.tsx'
import { useView } from './location.ts'
import { Icon } from './parts/icon.tsx'
import { ViewLink } from './parts/link.tsx'
import { RecordPage } from './record/record-page.tsx'
import { Overview } from './sources/overview.tsx'

/** The list on the left and a record on the right; on a narrow screen one of them. */
export function App() {
  const { view } = useView()
  const [slices, setSlices] = useState<readonly SliceFragment[]>([])
  const isOpen = view.record !== null
  useEffect(() => {
    if (!isOpen) document.title = 'kith'
  }, [isOpen])

  return (
    <div className="app" data-open={isOpen || undefined}>
      <a className="skip" href="#detail">
        Skip to the record
      </a>
      <header className="top">
        <h1 className="brand">
          <ViewLink to={{ kind: 'people', search: '', sources: [], sort: 'source', record: null }}>
            <Mark />
            kith
          </ViewLink>
        </h1>
        <SearchBox />
        <a className="graphiql" href="graphql" title="Ask the same API in GraphiQL">
          <Icon name="code" />
          <span>GraphiQL</span>
        </a>
      </header>
      <main className="panes">
        <section className="directory" aria-label="Directory">
          <h2 className="hidden">{TITLES[view.kind]}</h2>
          <Filters slices={slices} />
          <List view={view} onSlices={setSlices} />
        </section>
        <section className="detail" id="detail" tabIndex={-1} aria-label={isOpen ? 'Record' : 'Sources'}>
          {view.record === null ? <Overview /> : <RecordPage key={view.record} id={view.record} />}
        </section>
      </main>
    </div>
  )
}

const TITLES = { people: 'People', users: 'Users', organizations: 'Organizations' } as const

function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="11" cy="11" r="6" />
      <path d="M1 28c0-6 4.500-9 10-9s10 3 10 9z" />
      <g opacity=".6">
        <circle cx="22" cy="13" r="4.5" />
        <path d="M22.500 28c0-3.500-.7-5.800-2-7.800 6-1 10.500 2 10.500 7.800z" />
      </g>
    </svg>
  )
}
