import { useCallback, useSyncExternalStore } from 'react'

export type Kind = 'people' | 'users' | 'organizations'
export type Sort = 'source' | 'name' | 'updated'

/** What is shown. All of it stands in the address, so that it can be kept, sent to somebody and gone back to. */
export interface View {
  readonly kind: Kind
  readonly search: string
  /** Names; none: all of them. */
  readonly sources: readonly string[]
  readonly sort: Sort
  /** Id of the open record. */
  readonly record: string | null
}

const KINDS: readonly Kind[] = ['people', 'users', 'organizations']
const SORTS: readonly Sort[] = ['source', 'name', 'updated']

export function readView(query: string): View {
  const given = new URLSearchParams(query)
  return {
    kind: KINDS.find((kind) => kind === given.get('kind')) ?? 'people',
    search: given.get('search') ?? '',
    sources: given.getAll('source'),
    sort: SORTS.find((sort) => sort === given.get('sort')) ?? 'source',
    record: given.get('record'),
  }
}

/** The address of a view, relative to the page. */
export function hrefOf({ kind, search, sources, sort, record }: View): string {
  const query = new URLSearchParams()
  if (kind !== 'people') query.set('kind', kind)
  if (search !== '') query.set('search', search)
  for (const source of sources) query.append('source', source)
  if (sort !== 'source') query.set('sort', sort)
  if (record !== null) query.set('record', record)
  return query.size === 0 ? './' : `?${query}`
}

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}

export interface Navigation {
  readonly view: View
  /** Shows another view. `replace`: the present one can't be gone back to. */
  readonly go: (change: Partial<View>, how?: { readonly replace: boolean }) => void
}

export function useView(): Navigation {
  const query = useSyncExternalStore(subscribe, () => window.location.search)
  const go = useCallback((change: Partial<View>, { replace } = { replace: false }) => {
    const href = hrefOf({ ...readView(window.location.search), ...change })
    if (replace) window.history.replaceState(null, '', href)
    else window.history.pushState(null, '', href)
    for (const listener of listeners) listener()
  }, [])
  return { view: readView(query), go }
}
