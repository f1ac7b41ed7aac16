import type { RowFragment } from '../generated/graphql.ts'
import { ViewLink } from '../parts/link.tsx'
import { Portrait } from '../parts/portrait.tsx'
import { Highlight } from './highlight.tsx'

interface RowProps {
  readonly record: RowFragment
  readonly search: string
  readonly open: boolean
  /** Whether its source is not said already by what stands above. */
  readonly showSource: boolean
}

/** One record in a list: a link to its page. */
export function Row({ record, search, open, showSource }: RowProps) {
  const { id, displayName, avatar, source } = record
  const isGone = record.__typename === 'User' && record.status === 'TERMINATED'
  return (
    <li>
      <ViewLink
        to={{ record: id }}
        className="row"
        aria-current={open ? 'true' : undefined}
        data-faded={isGone || undefined}
      >
        <Portrait
          name={displayName}
          url={avatar?.url}
          blurhash={avatar?.blurhash}
          size="small"
          square={record.__typename === 'Organization'}
        />
        <span className="row-text">
          <span className="row-name">
            <Highlight text={displayName} search={search} />
          </span>
          <span className="row-line">{lineOf(record)}</span>
        </span>
        {showSource ? <span className="source-tag">{source.name}</span> : null}
      </ViewLink>
    </li>
  )
}

/** What tells people of one name apart. */
function lineOf(record: RowFragment): string {
  if (record.__typename === 'Organization')
    return [kindOf(record.organizationKind), record.website?.replace(/^https?:\/\//, '')].filter(Boolean).join(' · ')
  const { jobTitle, organization } = record
  const parts = record.__typename === 'User' ? [jobTitle, record.department] : [jobTitle]
  return [...parts, organization?.displayName].filter(Boolean).join(' · ')
}

const KINDS = { COMPANY: 'Company', HOUSEHOLD: 'Household', OTHER: 'Organization' } as const

export function kindOf(kind: keyof typeof KINDS | null): string {
  return kind === null ? '' : KINDS[kind]
}
