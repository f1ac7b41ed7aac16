import type { Directory } from '../../directory/directory.ts'
import { GatewayError } from '../../model/errors.ts'
import { foldText } from '../../model/fold.ts'
import { encodeRecordId } from '../../model/ref.ts'
import { PLANNED } from './bring-card.ts'

export interface OrganizationFinder {
  /** The global id of the organization of this name; `null` where there is none and none is made. */
  find(name: string, directory: Directory): Promise<string | null>
}

export interface OrganizationFinderOptions {
  readonly source: string
  /** Whether the source finds organizations by a text. */
  readonly canSearch: boolean
  readonly canCreate: boolean
  readonly dryRun: boolean
}

/** Files name few organizations and name them often. */
const MAX_REMEMBERED = 5000

/** Finds organizations by their whole name, whatever its case, and makes those that are missing; each is asked for once. */
export function createOrganizationFinder(options: OrganizationFinderOptions): OrganizationFinder {
  const { source, canSearch, canCreate, dryRun } = options
  const known = new Map<string, Promise<string | null>>()

  async function lookUp(name: string, directory: Directory): Promise<string | null> {
    if (!canSearch) return null
    const page = { first: 50, after: null, last: null, before: null }
    const { edges, slices } = await directory.organizations.list({
      ...page,
      filter: { search: name },
      order: null,
      sources: [source],
    })
    const error = slices.find((slice) => slice.error !== null)?.error
    if (error && error.code !== 'UNSUPPORTED' && error.code !== 'INVALID_INPUT') throw error
    const found = edges.find(({ node }) => foldText(node.displayName) === foldText(name))
    if (found !== undefined) return encodeRecordId({ type: 'Organization', ...found.node.ref })
    if (!canCreate) return null
    if (dryRun) return PLANNED
    const { record, userErrors } = await directory.writes.createOrganization({ source, name, kind: 'COMPANY' })
    const [refusal] = userErrors
    if (refusal instanceof GatewayError && refusal.retryable) throw refusal
    return record === null ? null : encodeRecordId({ type: 'Organization', ...record.ref })
  }

  return {
    find(name, directory) {
      const key = foldText(name)
      const found = known.get(key)
      if (found !== undefined) return found
      const asked = lookUp(name, directory)
      if (known.size >= MAX_REMEMBERED) known.delete(known.keys().next().value as string)
      known.set(key, asked)
      asked.catch(() => known.delete(key))
      return asked
    },
  }
}
