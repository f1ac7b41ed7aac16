import { type ContactItemChange, formatAddress, type PostalAddress, sameValue } from '../../model/contact-item.ts'
import { diffRecords } from '../../model/diff.ts'
import { invalidInput, unsupported } from '../../model/errors.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Organization } from '../../model/organization.ts'
import type { OrganizationPatch } from '../../model/patch.ts'
import type { FieldChange } from '../../model/receipt.ts'
import { checkName, checkText, checkWebAddress } from '../../model/validate.ts'
import type { Plan, PlannedRequest } from '../source.ts'
import {
  type OrganizationContext,
  toAddressBody,
  toAddressItem,
  toContactBody,
  toOrganization,
} from './mapping-organization.ts'
import { changedCustomFields } from './plan-fields.ts'
import { changed, toPlan } from './plans.ts'
import { blankToNull } from './values.ts'
import type { WireAddress, WireContact } from './wire.ts'

/** Everything a plan for an organization is made from. */
export interface OpenedOrganization {
  readonly source: string
  readonly wire: WireContact
  readonly record: Organization
  readonly context: OrganizationContext
  readonly addresses: readonly WireAddress[]
}

/** `PUT /api/Contact/{id}` with the whole model: what is not sent is removed, as the reference page says. */
export function planUpdateOrganization(opened: OpenedOrganization, patch: OrganizationPatch): Plan {
  const { wire, record, source, context } = opened
  checkOrganization(source, patch)
  if (patch.kind !== undefined && patch.kind !== record.kind) {
    throw unsupported(source, `${source} keeps finer types than kinds: the kind can be set on creating only.`, ['kind'])
  }
  const customFields = changedCustomFields(wire.customFields ?? [], patch.customFields, context.definitions)
  const next: WireContact = {
    ...wire,
    ...(patch.name !== undefined && { name: patch.name }),
    ...(patch.about !== undefined && { description: blankToNull(patch.about) }),
    ...(patch.website !== undefined && { website: blankToNull(patch.website) }),
    ...(customFields !== null && { customFields: [...customFields] }),
  }
  const changes = diffRecords(record, toOrganization(next, context))
  if (changes.length === 0) return toPlan([], [])
  return toPlan([{ method: 'PUT', path: `/api/Contact/${wire.id}`, body: toContactBody(next) }], changes)
}

export function checkOrganization(source: string, patch: OrganizationPatch): void {
  if (patch.name !== undefined) checkName(['name'], patch.name, true)
  checkText(['about'], patch.about)
  if (blankToNull(patch.website) !== null) checkWebAddress(['website'], patch.website ?? '')
  if (patch.parentId !== undefined && patch.parentId !== null) {
    throw unsupported(source, `${source} keeps no organization above another.`, ['parentId'])
  }
}

type Draft = Readonly<WireAddress> & { readonly isNew?: boolean }

/** A POST for each new address and a PUT of the whole of each changed one; the former primary one is demoted last, as contact methods are. */
export function planUpsertAddresses(opened: OpenedOrganization, changes: readonly ContactItemChange[]): Plan {
  const { source, wire, record, addresses } = opened
  const drafts = new Map<string, Draft>(addresses.map((address) => [String(address.id), address]))
  let promoted: string | null = null
  for (const [index, change] of changes.entries()) {
    const [key, draft] = mergeAddress(source, drafts, change, String(index))
    drafts.set(key, draft)
    if (change.isDefault !== true) continue
    if (promoted !== null && promoted !== key) {
      throw invalidInput([String(index), 'isDefault'], 'another address is made the default too')
    }
    promoted = key
  }
  const demoted = new Set(
    [...drafts].filter(([key, one]) => promoted !== null && key !== promoted && one.isPrimary).map(([key]) => key),
  )
  for (const key of demoted) drafts.set(key, { ...(drafts.get(key) as Draft), isPrimary: false })

  const before = new Map(addresses.map((address) => [String(address.id), address]))
  const written = [...drafts].filter(
    ([key, draft]) => draft.isNew || bodyText(draft) !== bodyText(before.get(key) as WireAddress),
  )
  const inOrder = [...written.filter(([key]) => !demoted.has(key)), ...written.filter(([key]) => demoted.has(key))]
  const requests = inOrder.map(([, draft]) => toRequest(wire.id, draft))
  const present = [...drafts.values()].filter((draft) => !draft.isNew)
  const all = diffRecords(record, { ...record, contactItems: present.map(toAddressItem) })
  const added = written
    .filter(([, draft]) => draft.isNew)
    .map(([, draft]): FieldChange => ({ path: 'contactItems', before: null, after: summaryOf(draft), repaired: null }))
  const isDemotion = ({ path }: FieldChange) => demoted.has(path.split('.')[1] ?? '') && path.endsWith('.isDefault')
  return toPlan(requests, [...all.filter((change) => !isDemotion(change)), ...added], all.filter(isDemotion))
}

export function planRemoveAddress({ record }: OpenedOrganization, itemId: string): Plan {
  const items = record.contactItems ?? []
  if (!items.some(({ id }) => id === itemId)) throw invalidInput([], 'the organization has no such contact item')
  const changes = diffRecords(record, { ...record, contactItems: items.filter(({ id }) => id !== itemId) })
  return toPlan([{ method: 'DELETE', path: `/api/ContactAddress/${itemId}` }], changes)
}

function mergeAddress(
  source: string,
  drafts: ReadonlyMap<string, Draft>,
  change: ContactItemChange,
  index: string,
): readonly [string, Draft] {
  const at = (...members: string[]) => [index, ...members]
  if (change.typeId != null) throw invalidInput(at('typeId'), 'there is no such contact item type for an organization')
  if (change.kind != null && change.kind !== 'ADDRESS') {
    throw unsupported(
      source,
      `${source} keeps only addresses with an organization; all else is its people's.`,
      at('kind'),
    )
  }
  if (change.isOptedIn != null) throw unsupported(source, `${source} has no consent for addresses.`, at('isOptedIn'))
  const byId = typeof change.id === 'string' ? drafts.get(change.id) : undefined
  if (typeof change.id === 'string' && byId === undefined) {
    throw invalidInput(at('id'), 'the organization has no such contact item')
  }
  // Without parts, the text is the street: a whole address in one line can't be taken apart.
  const given: Partial<PostalAddress> = change.address ?? (change.value == null ? {} : { street: change.value })
  for (const [name, value] of Object.entries(given)) checkText(at('address', name), value, { max: 500 })
  checkName(at('label'), change.label)
  const same = byId === undefined ? findSame(drafts, given) : null
  const key = change.id ?? same ?? `new ${index}`
  // The same address, written a little otherwise, stays as it is.
  const parts = same === null ? given : {}
  const present: Draft = drafts.get(key) ?? { id: 0, isPrimary: false, isNew: true }
  const [line, ...more] = (parts.street ?? '').split(/\r?\n/)
  const draft: Draft = {
    ...present,
    ...(parts.street !== undefined && { address1: blankToNull(line), address2: blankToNull(more.join(', ')) }),
    ...(parts.city !== undefined && { city: blankToNull(parts.city) }),
    ...(parts.region !== undefined && { state: blankToNull(parts.region) }),
    ...(parts.postalCode !== undefined && { postal: blankToNull(parts.postalCode) }),
    ...(parts.country !== undefined && { country: blankToNull(parts.country) }),
    ...(change.label !== undefined && { label: blankToNull(change.label) }),
    isPrimary: changed(change.isDefault, present.isPrimary ?? false, false),
  }
  if (toAddressItem(draft).value === '') {
    throw invalidInput(at(change.address == null ? 'value' : 'address'), 'must not be empty')
  }
  return [key, draft]
}

function findSame(drafts: ReadonlyMap<string, Draft>, parts: Partial<PostalAddress>): string | null {
  const empty = { street: null, city: null, region: null, postalCode: null, country: null }
  const text = formatAddress({ ...empty, ...parts }).replaceAll('\n', ', ')
  return [...drafts].find(([, draft]) => sameValue('ADDRESS', toAddressItem(draft).value, text))?.[0] ?? null
}

function toRequest(contactId: number, { isNew, ...address }: Draft): PlannedRequest {
  const body = toAddressBody(address)
  if (!isNew) return { method: 'PUT', path: `/api/ContactAddress/${address.id}`, body }
  return { method: 'POST', path: '/api/ContactAddress', body: { contactId, ...body } }
}

/** Nothing is null here and the empty text there: no change between the two. */
function bodyText(address: WireAddress): string {
  return JSON.stringify(
    Object.entries(toAddressBody(address))
      .map(([name, value]) => [name, value === '' ? null : value])
      .sort(),
  )
}

function summaryOf(draft: Draft): JsonObject {
  const { value, label, isDefault } = toAddressItem(draft)
  return { kind: 'ADDRESS', value, label, isDefault }
}
