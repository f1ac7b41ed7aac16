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
            <th scope="row" title={path}>
              {nameOf(path)}
            </th>
            <td>
              <Value path={path} value={before} gone />
            </td>
            <td>
              <Value path={path} value={after} />
              {repaired ? <small> put right again</small> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** `birthDate.day` → `Birth date, day`; of contact items and custom fields, what is theirs. */
function nameOf(path: string): string {
  const steps = path
    .replace(/^customFields\./, '')
    .replace(/^(contactItems)\.[^.]+/, 'contact item')
    .split('.')
  const words = path.startsWith('customFields.') ? steps.join('.') : steps.map(toWords).join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function toWords(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, (_match, end: string, begin: string) => `${end} ${begin.toLowerCase()}`)
}

interface ValueProps {
  readonly path: string
  readonly value: unknown
  readonly gone?: boolean
}

function Value({ path, value, gone = false }: ValueProps) {
  if (value === null || value === undefined || value === '') return <span className="empty">empty</span>
  if (path === 'avatar') return gone ? <del>the former picture</del> : <ins>this picture</ins>
  const text = typeof value === 'object' ? linesOf(value) : String(value)
  return gone ? <del>{text}</del> : <ins>{text}</ins>
}

/** What an object holds, one line for each; nothing of what is empty. Of a contact item: what it is and its type. */
function linesOf(value: object): string {
  if ('value' in value && 'kind' in value) {
    const type = 'type' in value && value.type ? (value.type as { readonly name: string }).name : value.kind
    return `${value.value} (${type})`
  }
  return Object.entries(value)
    .filter(([, one]) => one !== null && one !== '')
    .map(([name, one]) => `${toWords(name)}: ${typeof one === 'object' ? JSON.stringify(one) : one}`)
    .join('\n')
}
