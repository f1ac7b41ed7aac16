import type { ReceiptFragment } from '../generated/graphql.ts'

/** What a source did, or with a plan would do: changes, side effects and requests. */
export function Receipt({ receipt }: { readonly receipt: ReceiptFragment }) {
  const { source, changes, sideEffects, requests, outcome } = receipt
  const isPlan = outcome === 'PLANNED'
  return (
    <div className="receipt">
      <p className="receipt-head">
        <span className="source-tag">{source.name}</span>
        <span className="outcome" data-outcome={outcome}>
          {OUTCOMES[outcome]}
        </span>
      </p>
      <Changes title={isPlan ? 'Will change' : 'Changed'} changes={changes} />
      <Changes title={isPlan ? 'The source will change besides' : 'The source changed besides'} changes={sideEffects} />
      {requests.length > 0 ? (
        <details className="requests">
          <summary>
            {requests.length === 1 ? '1 request' : `${requests.length} requests`} {isPlan ? 'to be sent' : 'sent'}
          </summary>
          <ol>
            {requests.map(({ method, path, body }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: requests follow each other and never move
              <li key={index}>
                <code>
                  <b>{method}</b> {path}
                </code>
                {body === null ? null : (
                  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
                  <pre tabIndex={0}>{JSON.stringify(body, null, 2)}</pre>
                )}
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </div>
  )
}

const OUTCOMES: Readonly<Record<ReceiptFragment['outcome'], string>> = {
  CREATED: 'Created',
  UPDATED: 'Saved, and read back',
  UNCHANGED: 'Already so: nothing to send',
  DELETED: 'Removed',
  PENDING: 'Taken: the source will do it later',
  PLANNED: 'Planned: nothing is sent yet',
  REJECTED: 'Refused',
  UNKNOWN: 'Not known: read it again before trying once more',
}

interface ChangesProps {
  readonly title: string
  readonly changes: readonly (ReceiptFragment['changes'][number] & { readonly repaired?: boolean | null })[]
}

function Changes({ title, changes }: ChangesProps) {
  if (changes.length === 0) return null
  return (
    <table className="changes">
      <caption>{title}</caption>
      <thead className="hidden">
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ path, before, after, repaired }) => (
          <tr key={path}>
            <th scope="row">{path}</th>
            <td>
              <Value value={before} gone />
            </td>
            <td>
              <Value value={after} />
              {repaired ? <small> put right again</small> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Value({ value, gone = false }: { readonly value: unknown; readonly gone?: boolean }) {
  if (value === null || value === undefined || value === '') return <span className="empty">empty</span>
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return gone ? <del>{text}</del> : <ins>{text}</ins>
}
