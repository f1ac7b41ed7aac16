import { useEffect, useRef } from 'react'
import type { RowFragment } from '../generated/graphql.ts'
import type { Kind } from '../location.ts'
import { Notice, sentencesOf } from '../parts/failure.tsx'
import { Row } from './row.tsx'
import { type ListResult, type ListVariables, usePage } from './use-list.ts'

interface ListPageProps {
  readonly kind: Kind
  readonly variables: ListVariables
  readonly after: string | null
  readonly search: string
  readonly record: string | null
  /** Whether rows stand under the names of their sources. */
  readonly grouped: boolean
  /** The source that the page before ended in. */
  readonly continues: string | null
  readonly onShown: (list: ListResult, loading: boolean, reload: () => void) => void
}

/** One page of a list, as rows under the names of the sources they are from. */
export function ListPage({ kind, variables, after, search, record, grouped, continues, onShown }: ListPageProps) {
  const { list, loading, error, reload } = usePage(kind, variables, after)
  const latest = useRef({ onShown, reload })
  latest.current = { onShown, reload }
  useEffect(() => {
    if (list) latest.current.onShown(list, loading, () => latest.current.reload())
  }, [list, loading])

  if (!list && error) {
    return (
      <Notice tone="error" onRetry={reload}>
        {sentencesOf(error).join(' ')}
      </Notice>
    )
  }
  if (!list) return <Skeleton rows={after === null ? 9 : 3} />
  return groupsOf(list.nodes, grouped).map(({ source, rows }, index) => (
    <section key={rows[0]?.id} aria-label={source ?? undefined}>
      {source !== null && !(index === 0 && source === continues) ? <h3 className="group">{source}</h3> : null}
      <ul>
        {rows.map((row) => (
          <Row key={row.id} record={row} search={search} open={row.id === record} showSource={!grouped} />
        ))}
      </ul>
    </section>
  ))
}

interface Group {
  readonly source: string | null
  readonly rows: RowFragment[]
}

/** Rows that follow each other and are from one source; not grouped, all of them. */
function groupsOf(rows: readonly RowFragment[], grouped: boolean): readonly Group[] {
  const groups: Group[] = []
  for (const row of rows) {
    const source = grouped ? row.source.name : null
    const last = groups.at(-1)
    if (last && last.source === source) last.rows.push(row)
    else groups.push({ source, rows: [row] })
  }
  return groups
}

/** What stands where rows will be. */
function Skeleton({ rows }: { readonly rows: number }) {
  return (
    <div className="skeleton" role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
        <span key={index} className="row">
          <i className="portrait" data-size="small" />
          <span className="row-text">
            <i />
            <i />
          </span>
        </span>
      ))}
    </div>
  )
}
