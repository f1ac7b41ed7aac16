import { badRequest, ok } from './answers.ts'
import { bodyOf, type Call, listPage, type Route, recordOf } from './request.ts'
import { takeId, touch } from './state.ts'

export const tagRoutes: readonly Route[] = [
  ['GET', /^\/api\/Tag$/, (call) => ok(listPage(tagViews(call), call))],
  [
    'POST',
    /^\/api\/Tag\/Search$/,
    (call) => {
      const text = String(bodyOf(call).search ?? '').toLowerCase()
      return ok(
        listPage(
          tagViews(call).filter((tag) => tag.tagName.toLowerCase().includes(text)),
          call,
        ),
      )
    },
  ],
  ['GET', /^\/api\/ContactTag\/ByContact\/(\d+)$/, byContact],
  ['POST', /^\/api\/ContactTag$/, add],
  ['DELETE', /^\/api\/ContactTag\/(\d+)$/, remove],
]

function tagViews({ state }: Call) {
  return [...state.tags].map(([id, tagName]) => ({
    id,
    tagName,
    contactCount: [...state.contactTags.values()].filter((link) => link.tagId === id).length,
  }))
}

function byContact(call: Call) {
  const { state } = call
  const links = [...state.contactTags.values()]
    .filter((link) => link.contactId === Number(call.params[0]))
    .map(({ id, tagId }) => ({ id, tagId, tagName: state.tags.get(tagId) ?? '' }))
  return ok(listPage(links, call))
}

function add(call: Call) {
  const { state } = call
  const body = bodyOf(call)
  const [tagId, contactId] = [Number(body.tagId), Number(body.contactId)]
  if (!state.tags.has(tagId)) throw badRequest('The request is invalid.', 'tagId')
  const contact = state.contacts.get(contactId)
  if (contact === undefined) throw badRequest('The request is invalid.', 'contactId')
  const present = [...state.contactTags.values()].find((link) => link.tagId === tagId && link.contactId === contactId)
  const link = present ?? { id: takeId(state), contactId, tagId }
  state.contactTags.set(link.id, link)
  touch(state, contact, null, call.user)
  return ok({ id: link.id, tagId, tagName: state.tags.get(tagId) })
}

/** By the id of the link, not of the tag. */
function remove(call: Call) {
  const link = recordOf(call.state.contactTags, call)
  call.state.contactTags.delete(link.id)
  const contact = call.state.contacts.get(link.contactId)
  if (contact !== undefined) touch(call.state, contact, null, call.user)
  return ok()
}
