import { useMemo } from 'react'
import { type CombinedError, type TypedDocumentNode, useQuery } from 'urql'
import {
  OrganizationsDocument,
  type OrganizationsQuery,
  PeopleDocument,
  type PeopleQuery,
  type PeopleQueryVariables,
  type PersonOrder,
  UsersDocument,
  type UsersQuery,
} from '../generated/graphql.ts'
import type { Kind, Sort, View } from '../location.ts'

export const PAGE_SIZE = 40

type ListQuery = PeopleQuery | UsersQuery | OrganizationsQuery
export type ListResult = ListQuery['list']
export type ListVariables = PeopleQueryVariables

const DOCUMENTS: Readonly<Record<Kind, TypedDocumentNode<ListQuery, ListVariables>>> = {
  people: PeopleDocument,
  users: UsersDocument,
  organizations: OrganizationsDocument as TypedDocumentNode<OrganizationsQuery, ListVariables>,
}

const ORDERS: Readonly<Record<Sort, PersonOrder | null>> = {
  source: null,
  name: { by: 'NAME', direction: 'ASC' },
  updated: { by: 'UPDATED_AT', direction: 'DESC' },
}

/** What is to be listed, apart from the page. Organizations have an order of their own only. */
export function variablesOf({ kind, search, sources, sort }: View): ListVariables {
  const words = search.trim()
  return {
    first: PAGE_SIZE,
    ...(words !== '' && { filter: { search: words } }),
    ...(sources.length > 0 && { sources: [...sources] }),
    ...(kind !== 'organizations' && ORDERS[sort] && { orderBy: ORDERS[sort] }),
  }
}

export interface Page {
  /** What is shown: while another list is on its way, the one before. */
  readonly list: ListResult | null
  readonly loading: boolean
  readonly error: CombinedError | undefined
  readonly reload: () => void
}

export function usePage(kind: Kind, variables: ListVariables, after: string | null): Page {
  const all = useMemo(() => ({ ...variables, after }), [variables, after])
  const [{ data, fetching, error }, execute] = useQuery({ query: DOCUMENTS[kind], variables: all })
  return {
    list: data?.list ?? null,
    loading: fetching,
    error: fetching ? undefined : error,
    reload: () => execute({ requestPolicy: 'network-only' }),
  }
}
