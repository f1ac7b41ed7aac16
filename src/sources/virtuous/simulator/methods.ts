import { badRequest, invalid, ok, Refusal } from './answers.ts'
import { METHOD_TYPES } from './lists.ts'
import { bodyOf, type Call, type JsonObject, type Route, recordOf } from './request.ts'
import { type MethodRecord, methodGroup, methodsOf, newAudit, takeId, touch } from './state.ts'
import { methodView } from './views.ts'

export const methodRoutes: readonly Route[] = [
  ['GET', /^\/api\/ContactMethod\/Types$/, () => ok(METHOD_TYPES)],
  [
    'GET',
    /^\/api\/ContactMethod\/RelatedTypes$/,
    ({ query }) => ok(METHOD_TYPES.filter((type) => methodGroup(type) === methodGroup(query.get('name') ?? ''))),
  ],
  ['GET', /^\/api\/ContactMethod\/(\d+)$/, (call) => ok(methodView(recordOf(call.state.methods, call), 'single'))],
  ['POST', /^\/api\/ContactMethod$/, (call) => ok(methodView(addMethod(call, bodyOf(call)), 'written'))],
  ['PUT', /^\/api\/ContactMethod\/(\d+)$/, update],
  ['DELETE', /^\/api\/ContactMethod\/(\d+)$/, remove],
]

export function addMethod(call: Call, body: JsonObject): MethodRecord {
  const { state } = call
  const individualId = Number(body.contactIndividualId)
  const individual = state.individuals.get(individualId)
  if (individual === undefined) throw badRequest('The request is invalid.', 'contactIndividualId')
  const { type, value } = checkMethod(call, body, individual.contactId)
  const method: MethodRecord = {
    id: takeId(state),
    individualId,
    ...newAudit(state, call.user),
    type,
    value,
    isOptedIn: body.isOptedIn === true,
    isPrimary: body.setAsPrimary === true,
  }
  state.methods.set(method.id, method)
  demoteOthers(call, method)
  touch(state, individual, individual.contactId, call.user)
  return method
}

function update(call: Call) {
  const { state, rules } = call
  const method = recordOf(state.methods, call)
  const individual = state.individuals.get(method.individualId)
  const body = bodyOf(call)
  const isReplaced = rules.putSemantics === 'replace'
  const held = { type: method.type, value: method.value }
  const { type, value } = checkMethod(call, isReplaced ? body : { ...held, ...body }, individual?.contactId ?? 0)
  method.type = type
  method.value = value
  if (isReplaced || Object.hasOwn(body, 'isOptedIn')) method.isOptedIn = body.isOptedIn === true
  if (isReplaced || Object.hasOwn(body, 'setAsPrimary')) method.isPrimary = body.setAsPrimary === true
  demoteOthers(call, method)
  touch(state, method, individual?.contactId ?? null, call.user)
  if (individual !== undefined) touch(state, individual, individual.contactId, call.user)
  return ok(methodView(method, 'written'))
}

function remove(call: Call) {
  const { state } = call
  const method = recordOf(state.methods, call)
  state.methods.delete(method.id)
  const individual = state.individuals.get(method.individualId)
  if (individual !== undefined) touch(state, individual, individual.contactId, call.user)
  return ok()
}

/** One primary e-mail and one primary phone for each individual, where the vendor sees to it itself. */
function demoteOthers(call: Call, method: MethodRecord): void {
  if (!method.isPrimary || !call.rules.demotesPrimary) return
  for (const other of methodsOf(call.state, method.individualId)) {
    if (other.id !== method.id && methodGroup(other.type) === methodGroup(method.type)) other.isPrimary = false
  }
}

function checkMethod(
  call: Call,
  body: JsonObject,
  contactId: number,
): { readonly type: string; readonly value: string } {
  const [type, value] = [String(body.type ?? ''), String(body.value ?? '')]
  if (!(METHOD_TYPES as readonly string[]).includes(type))
    throw invalid('type', 'There is no such contact method type.')
  if (value.trim() === '') throw invalid('value', 'Value is required.')
  const isEmail = methodGroup(type) === 'email'
  if (isEmail && !/^[^\s@]+@[^\s@]+$/.test(value)) throw invalid('value', 'Value is not an e-mail address.')
  if (isEmail && call.rules.uniqueEmails && isTaken(call, value, contactId)) {
    throw new Refusal(409, 'The e-mail address is already on another contact.')
  }
  return { type, value }
}

function isTaken(call: Call, value: string, contactId: number): boolean {
  return [...call.state.methods.values()].some(
    (method) =>
      method.value.toLowerCase() === value.toLowerCase() &&
      call.state.individuals.get(method.individualId)?.contactId !== contactId,
  )
}
