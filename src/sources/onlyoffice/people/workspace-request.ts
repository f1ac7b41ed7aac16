import type { Json } from '../../../model/json.ts'
import type { PlannedRequest } from '../../source.ts'
import type { WireContact } from './wire.ts'

/** What a write of Workspace's People says: texts, flags, the groups' ids and the whole list of contacts. */
export interface WorkspaceBody {
  readonly texts?: Readonly<Record<string, string>>
  /** Times, which may be read as such. */
  readonly times?: Readonly<Record<string, string>>
  readonly isVisitor?: boolean
  readonly department?: readonly string[]
  readonly contacts: readonly WireContact[]
}

/** What the portal's JSON reader takes for a time and writes in another way: a text of that form would not come back as sent. */
const LIKE_A_TIME = /^\s*(\d{4}-\d\d-\d\dT|\/Date\()/

/**
 * The request in the form that keeps every text as it is: JSON, or a form where a text looks like a time. In a form an entry of a
 * list of objects has its members' names behind dots, and ids go into the query, because a form here names each field once.
 */
export function workspaceRequest(path: string, body: WorkspaceBody): PlannedRequest {
  const { texts = {}, times = {}, isVisitor, department, contacts } = body
  const all = [...Object.values(texts), ...contacts.flatMap(({ type, value }) => [type, value])]
  const plain: Readonly<Record<string, Json>> = { ...texts, ...times, ...(isVisitor !== undefined && { isVisitor }) }
  if (!all.some((text) => LIKE_A_TIME.test(text))) {
    const list = contacts.map(({ type, value }) => ({ type, value }))
    return { method: 'PUT', path, body: { ...plain, ...(department && { department }), contacts: list } }
  }
  const entries = contacts.flatMap(({ type, value }, index) => [
    [`contacts[${index}].Type`, type],
    [`contacts[${index}].Value`, value],
  ])
  const query = (department ?? []).map((id) => `department[]=${id}`).join('&')
  const target = query === '' ? path : `${path}?${query}`
  return { method: 'PUT', path: target, as: 'form', body: { ...plain, ...Object.fromEntries(entries) } }
}
