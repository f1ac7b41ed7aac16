import type { CombinedError } from 'urql'
import { useQuery } from 'urql'
import {
  type Capability,
  RecordDocument,
  type RecordFragment,
  SourceDetailsDocument,
  type SourceDetailsQuery,
} from '../generated/graphql.ts'

export interface LoadedRecord {
  readonly record: RecordFragment | null
  readonly loading: boolean
  /** With a record: what of it could not be read. */
  readonly error: CombinedError | undefined
  readonly reload: () => void
}

export function useRecord(id: string): LoadedRecord {
  const [{ data, fetching, error }, execute] = useQuery({ query: RecordDocument, variables: { id } })
  const node = data?.node
  return {
    record: node && 'displayName' in node ? node : null,
    loading: fetching && !data,
    error,
    reload: () => execute({ requestPolicy: 'network-only' }),
  }
}

export interface SourceDetails {
  readonly can: (capability: Capability) => boolean
  readonly contactItemTypes: NonNullable<NonNullable<SourceDetailsQuery['source']>['contactItemTypes']>
}

/** What may be done at a record's source; nothing as long as it is not known. */
export function useSource(name: string): SourceDetails {
  const [{ data }] = useQuery({ query: SourceDetailsDocument, variables: { name } })
  const capabilities = new Set(data?.source?.capabilities)
  return { can: (capability) => capabilities.has(capability), contactItemTypes: data?.source?.contactItemTypes ?? [] }
}
