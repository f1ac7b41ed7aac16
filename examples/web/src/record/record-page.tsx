import { useEffect, useRef, useState } from 'react'
import type { RecordFragment } from '../generated/graphql.ts'
import { Notice, sentencesOf } from '../parts/failure.tsx'
import { Icon } from '../parts/icon.tsx'
import { ViewLink } from '../parts/link.tsx'
import { useWrite } from '../write/use-write.ts'
import { WritePanel } from '../write/write-panel.tsx'
import { ContactItems } from './contact-items.tsx'
import { CustomCollections, CustomFields } from './custom-fields.tsx'
import { EditForm } from './edit-form.tsx'
import { Facts } from './facts.tsx'
import { Members } from './members.tsx'
import { RecordHead } from './record-head.tsx'
import { useRecord, useSource } from './use-record.ts'

/** All of one record, to be read and changed. */
export function RecordPage({ id }: { readonly id: string }) {
  const { record, loading, error, reload } = useRecord(id)
  return (
    <article className="record">
      <ViewLink to={{ record: null }} className="back">
        <Icon name="back" />
        All of them
      </ViewLink>
      {record ? <Loaded record={record} /> : loading ? <Loading /> : null}
      {error ? (
        <Notice tone={record ? 'warning' : 'error'} onRetry={reload}>
          {record ? <strong>Not all of this record could be read. </strong> : null}
          {sentencesOf(error).join(' ')}
        </Notice>
      ) : null}
      {!record && !loading && !error ? (
        <div className="nothing">
          <p className="nothing-title">There is no such record</p>
          <p>It may have been deleted, or its source is no longer configured.</p>
        </div>
      ) : null}
    </article>
  )
}

function Loaded({ record }: { readonly record: RecordFragment }) {
  const writing = useWrite()
  const source = useSource(record.source.name)
  const [editing, setEditing] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${record.displayName} · kith`
  }, [record.displayName])
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])

  const mayUpdate =
    source.can(`${TYPES[record.__typename]}_UPDATE`) &&
    !('viewerCanUpdate' in record && record.viewerCanUpdate === false)
  const stop = (): void => {
    writing.cancel()
    setEditing(false)
  }
  return (
    <>
      <RecordHead
        record={record}
        source={source}
        writing={writing}
        heading={heading}
        onEdit={
          mayUpdate && !editing
            ? () => {
                writing.cancel()
                setEditing(true)
              }
            : null
        }
      />
      <WritePanel writing={writing} />
      {editing ? (
        <EditForm record={record} writing={writing} onSaved={() => setEditing(false)} onCancel={stop} />
      ) : (
        <>
          <ContactItems record={record} source={source} writing={writing} />
          <Facts record={record} />
          <CustomFields fields={record.customFields ?? []} />
          {record.__typename === 'Person' ? <CustomCollections collections={record.customCollections ?? []} /> : null}
          {record.__typename === 'Organization' && source.can('PERSON_LIST') ? <Members id={record.id} /> : null}
        </>
      )}
    </>
  )
}

const TYPES = { Person: 'PERSON', User: 'USER', Organization: 'ORGANIZATION' } as const

function Loading() {
  return (
    <div className="skeleton" role="status" aria-label="Loading">
      <div className="head">
        <i className="portrait" data-size="large" />
        <span className="row-text">
          <i className="tall" />
          <i />
        </span>
      </div>
      <i className="block" />
      <i className="block" />
    </div>
  )
}
