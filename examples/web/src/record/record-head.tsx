import { type RefObject, useState } from 'react'
import type { RecordFragment } from '../generated/graphql.ts'
import { kindOf } from '../list/row.tsx'
import { Icon } from '../parts/icon.tsx'
import { ViewLink } from '../parts/link.tsx'
import { Portrait } from '../parts/portrait.tsx'
import { PictureDialog } from '../picture/picture-dialog.tsx'
import type { Writing } from '../write/use-write.ts'
import type { SourceDetails } from './use-record.ts'

interface RecordHeadProps {
  readonly record: RecordFragment
  readonly source: SourceDetails
  readonly writing: Writing
  readonly heading: RefObject<HTMLHeadingElement | null>
  readonly onEdit: (() => void) | null
}

/** Who it is: picture, name, where they stand. A picture may be dropped here. */
export function RecordHead({ record, source, writing, heading, onEdit }: RecordHeadProps) {
  const [picture, setPicture] = useState<File | 'choose' | null>(null)
  const [over, setOver] = useState(false)
  const mayUpload = source.can('AVATAR_UPLOAD')
  const portrait = (
    <Portrait
      name={record.displayName}
      url={record.avatar?.large}
      blurhash={record.avatar?.blurhash}
      size="large"
      square={record.__typename === 'Organization'}
    />
  )
  return (
    <header className="head">
      {mayUpload ? (
        <button
          type="button"
          className="head-picture"
          aria-label={record.avatar ? 'Change picture' : 'Add a picture'}
          data-over={over || undefined}
          onClick={() => setPicture('choose')}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault()
            setOver(false)
            setPicture(event.dataTransfer.files[0] ?? null)
          }}
        >
          {portrait}
          <span className="head-camera">
            <Icon name="camera" />
          </span>
        </button>
      ) : (
        portrait
      )}
      <div className="head-text">
        <h2 ref={heading} tabIndex={-1}>
          {record.displayName}
        </h2>
        <Line record={record} />
        <p className="tags">
          <span className="source-tag">{record.source.name}</span>
          {labelsOf(record).map((label) => (
            <span key={label} className="tag">
              {label}
            </span>
          ))}
        </p>
      </div>
      {onEdit ? (
        <button type="button" className="quiet" onClick={onEdit}>
          <Icon name="edit" />
          Edit
        </button>
      ) : null}
      {picture !== null ? (
        <PictureDialog
          record={record}
          file={picture === 'choose' ? null : picture}
          mayRemove={source.can('AVATAR_REMOVE') && record.avatar !== null}
          writing={writing}
          onClose={() => setPicture(null)}
        />
      ) : null}
    </header>
  )
}

function Line({ record }: { readonly record: RecordFragment }) {
  if (record.__typename === 'Organization')
    return <p className="head-line">{kindOf(record.organizationKind) || 'Organization'}</p>
  const { jobTitle, organization } = record
  if (!jobTitle && !organization) return null
  return (
    <p className="head-line">
      {jobTitle}
      {jobTitle && organization ? ' · ' : null}
      {organization ? <ViewLink to={{ record: organization.id }}>{organization.displayName}</ViewLink> : null}
    </p>
  )
}

const STATUS = {
  ACTIVE: 'Active',
  ON_LEAVE: 'On leave',
  PENDING: 'Invited',
  TERMINATED: 'Left',
  UNKNOWN: 'Status unknown',
} as const

function labelsOf(record: RecordFragment): readonly string[] {
  if (record.__typename === 'Organization') return []
  if (record.__typename === 'Person') {
    return [record.isDeceased ? 'Deceased' : null, record.stage, ...(record.tags ?? [])].filter(
      (label) => label !== null,
    )
  }
  return [
    record.status && STATUS[record.status],
    record.isOwner ? 'Owner' : record.isAdmin ? 'Administrator' : null,
    record.isGuest ? 'Guest' : null,
  ].filter((label) => label !== null)
}
