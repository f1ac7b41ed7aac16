import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { SliceFragment } from '../generated/graphql.ts'
import type { View } from '../location.ts'
import { Notice } from '../parts/failure.tsx'
import { ListPage } from './list-page.tsx'
import { type ListResult, variablesOf } from './use-list.ts'

/** What is known of a page that is shown. */
interface Shown {
  readonly list: ListResult
  readonly loading: boolean
  readonly reload: () => void
}

interface ListProps {
  readonly view: View
  readonly onSlices: (slices: readonly SliceFragment[]) => void
}

/** The endless list: further pages come as its end comes into sight. */
export function List({ view, onSlices }: ListProps) {
  const { kind, search, sources, sort } = view
  const variables = useMemo(
    () => variablesOf({ kind, search, sources, sort, record: null }),
    [kind, search, sources, sort],
  )
  const key = JSON.stringify([kind, variables])
  const [state, setState] = useState<{ key: string; cursors: (string | null)[]; shown: Shown[] }>({
    key,
    cursors: [null],
    shown: [],
  })
  const current = state.key === key
  const cursors = current ? state.cursors : [null]
  const { shown } = state

  const setShown = (index: number, page: Shown): void =>
    setState((before) => {
      const pages = before.key === key ? before : { key, cursors: [null], shown: before.shown.slice(0, 1) }
      return { ...pages, shown: Object.assign([...pages.shown.slice(0, pages.cursors.length)], { [index]: page }) }
    })
  const showMore = (after: string): void =>
    setState((before) => (before.cursors.includes(after) ? before : { ...before, cursors: [...before.cursors, after] }))

  const slices = useMemo(() => mergeSlices(shown.map(({ list }) => list)), [shown])
  useEffect(() => onSlices(slices), [slices, onSlices])

  const last = current ? shown[cursors.length - 1] : undefined
  const loading = !current || shown[0]?.loading !== false
  const end = last && !last.loading && last.list.pageInfo.hasNextPage ? last.list.pageInfo.endCursor : null
  const count = shown.reduce((sum, { list }) => sum + list.nodes.length, 0)

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys go from row to row; Tab does as well
    <div className="list" aria-busy={loading} data-stale={(loading && count > 0) || undefined} onKeyDown={moveFocus}>
      <p className="count" role="status">
        {shown.length === 0 ? 'Loading…' : countOf(count, slices, end !== null)}
      </p>
      {slices.map(({ source, error }) =>
        error ? (
          <Notice
            key={source.name}
            tone={error.code === 'UNSUPPORTED' ? 'calm' : 'warning'}
            onRetry={error.code === 'UNSUPPORTED' ? undefined : () => shown.at(-1)?.reload()}
          >
            {error.code === 'UNSUPPORTED' ? (
              error.message
            ) : (
              <>
                <strong>{source.name}</strong> is not available. All others are here. <small>{error.message}</small>
              </>
            )}
          </Notice>
        ) : null,
      )}
      {cursors.map((after, index) => (
        <ListPage
          key={index === 0 ? kind : after}
          kind={kind}
          variables={variables}
          after={after}
          search={search}
          record={view.record}
          grouped={sort === 'source' || kind === 'organizations'}
          continues={shown[index - 1]?.list.nodes.at(-1)?.source.name ?? null}
          onShown={(list, isLoading, reload) => setShown(index, { list, loading: isLoading, reload })}
        />
      ))}
      {end !== null ? <More key={end} onReached={() => showMore(end)} /> : null}
      {!loading && count === 0 ? <Nothing view={view} /> : null}
    </div>
  )
}

/** Of every source what is known last; what it gave, over all pages. */
function mergeSlices(pages: readonly ListResult[]): readonly SliceFragment[] {
  const merged = new Map<string, SliceFragment>()
  for (const { slices } of pages) {
    for (const slice of slices) {
      const before = merged.get(slice.source.name)
      merged.set(slice.source.name, {
        ...slice,
        count: slice.count + (before?.count ?? 0),
        totalCount: slice.totalCount ?? before?.totalCount ?? null,
      })
    }
  }
  return [...merged.values()]
}

function countOf(count: number, slices: readonly SliceFragment[], hasMore: boolean): string {
  const answering = slices.filter(({ error }) => error === null)
  const total = hasMore
    ? answering.reduce<number | null>(
        (sum, { totalCount }) => (sum === null || totalCount === null ? null : sum + totalCount),
        0,
      )
    : count
  const number = (value: number) => value.toLocaleString('en')
  const found = total === null || total < count ? `${number(count)} and more` : number(total)
  return `${found} from ${answering.length === 1 ? answering[0]?.source.name : `${answering.length} sources`}`
}

/** Asks for more when it comes into sight, or is pressed. */
function More({ onReached }: { readonly onReached: () => void }) {
  const button = useRef<HTMLButtonElement>(null)
  const reached = useRef(onReached)
  reached.current = onReached
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && reached.current(), {
      rootMargin: '600px',
    })
    if (button.current) observer.observe(button.current)
    return () => observer.disconnect()
  }, [])
  return (
    <button ref={button} type="button" className="quiet more" onClick={onReached}>
      Show more
    </button>
  )
}

function Nothing({ view }: { readonly view: View }) {
  const searched = view.search.trim()
  return (
    <div className="nothing">
      <p className="nothing-title">{searched === '' ? `No ${view.kind} here` : `Nobody found for “${searched}”`}</p>
      <p>
        {searched === ''
          ? `The sources that are shown keep no ${view.kind}.`
          : 'Try fewer letters, another spelling, or all sources.'}
      </p>
    </div>
  )
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('a.row')]
  const at = rows.indexOf(document.activeElement as HTMLElement)
  const next = rows[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (at < 0 || !next) return
  event.preventDefault()
  next.focus()
}
