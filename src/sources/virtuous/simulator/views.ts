import { CONTACT_CUSTOM_FIELDS, INDIVIDUAL_CUSTOM_FIELDS } from './lists.ts'
import {
  type AddressRecord,
  type Audit,
  addressesOf,
  type ContactRecord,
  type CustomFieldValue,
  type IndividualRecord,
  individualsOf,
  type MethodRecord,
  methodGroup,
  methodsOf,
  type State,
  tagNamesOf,
} from './state.ts'

/**
 * How a time is written, which at this vendor depends on the way it was read: `single` with three digits at most and no zone,
 * `nested` (inside a contact) with seven, `written` (in the answer to a write) with seven and `Z`.
 */
export type TimeStyle = 'single' | 'nested' | 'written'

/** The vendor's database counts in 1/300 of a second. */
export function toTime(atMs: number, style: TimeStyle): string {
  const ticks = Math.round((atMs % 1000) * 0.3)
  const second = new Date(Math.floor(atMs / 1000) * 1000 + (ticks === 300 ? 1000 : 0)).toISOString().slice(0, 19)
  const fraction = (ticks % 300) / 300
  const digits = style === 'single' ? fraction.toFixed(3) : fraction.toFixed(7)
  const text = `${second}.${digits.slice(2)}`.replace(/\.?0+$/, '')
  return style === 'written' ? `${text}Z` : text
}

function auditView(audit: Audit, style: TimeStyle) {
  return {
    createDateTimeUtc: toTime(audit.createdAt, style),
    createdByUser: audit.createdBy,
    modifiedDateTimeUtc: toTime(audit.modifiedAt, style),
    modifiedByUser: audit.modifiedBy,
  }
}

export function methodView(method: MethodRecord, style: TimeStyle) {
  const { id, type, value, isOptedIn, isPrimary } = method
  return { id, type, value, isOptedIn, isPrimary, canBePrimary: !isPrimary, ...auditView(method, style) }
}

export function addressView(address: AddressRecord, style: TimeStyle) {
  const { label, address1, address2, city, state, postal, country, startMonth, startDay, endMonth, endDay } =
    address.fields
  return {
    id: address.id,
    label,
    address1,
    address2,
    city,
    state,
    postal,
    country,
    isPrimary: address.isPrimary,
    canBePrimary: !address.isPrimary,
    startMonth,
    startDay,
    endMonth,
    endDay,
    ...auditView(address, style),
  }
}

export function individualView(state: State, individual: IndividualRecord, style: TimeStyle) {
  const { fields } = individual
  const { birthMonth, birthDay, birthYear } = fields
  const isWhole = birthMonth !== null && birthDay !== null && birthYear !== null
  return {
    id: individual.id,
    contactId: individual.contactId,
    prefix: fields.prefix,
    prefix2: fields.prefix2,
    firstName: fields.firstName,
    middleName: fields.middleName,
    lastName: fields.lastName,
    preMarriageName: fields.preMarriageName,
    suffix: fields.suffix,
    nickname: fields.nickname,
    gender: fields.gender,
    isPrimary: individual.isPrimary,
    canBePrimary: !individual.isPrimary,
    isSecondary: individual.isSecondary,
    canBeSecondary: !individual.isPrimary && !individual.isSecondary,
    birthMonth,
    birthDay,
    birthYear,
    birthDate: isWhole ? `${birthMonth}/${birthDay}/${birthYear}` : '',
    approximateAge: approximateAge(state, individual),
    isDeceased: fields.isDeceased ?? false,
    deceasedDate: fields.deceasedDate ?? '',
    passion: fields.passion,
    avatarUrl: fields.avatarUrl,
    contactMethods: methodsOf(state, individual.id).map((method) => methodView(method, style)),
    ...auditView(individual, style),
    customFields: customFieldViews(individual.customFields, INDIVIDUAL_CUSTOM_FIELDS),
    customCollections: individual.customCollections,
  }
}

function approximateAge(state: State, { fields }: IndividualRecord) {
  if (typeof fields.birthYear !== 'number') return fields.approximateAge ?? null
  return new Date(state.now()).getUTCFullYear() - fields.birthYear
}

function customFieldViews(
  values: readonly CustomFieldValue[],
  definitions: readonly { readonly name: string; readonly displayName: string }[],
) {
  return values.map(({ name, value }) => ({
    name,
    value,
    displayName: definitions.find((definition) => definition.name === name)?.displayName ?? name,
  }))
}

export function contactView(state: State, contact: ContactRecord, style: TimeStyle) {
  const { id, fields } = contact
  const primary = addressesOf(state, id).find((address) => address.isPrimary)
  const individuals = individualsOf(state, id)
  return {
    isCurrentUserFollowing: false,
    id,
    ...fields,
    isPrivate: fields.isPrivate ?? false,
    mergedIntoContactId: null,
    address: primary === undefined ? null : addressView(primary, style),
    giftAskAmount: '$1,200',
    giftAskType: null,
    lifeToDateGiving: '$0',
    yearToDateGiving: '$0',
    lastGiftAmount: '',
    lastGiftDate: 'Unavailable',
    // Times inside a contact are always the longer ones.
    contactIndividuals: individuals.map((individual) => individualView(state, individual, 'nested')),
    contactGiftsUrl: `/api/Gift/ByContact/${id}`,
    contactPassthroughGiftsUrl: `/api/Gift/Passthrough/ByContact/${id}`,
    contactPlannedGiftsUrl: `/api/PlannedGift/ByContact/${id}`,
    contactRecurringGiftsUrl: `/api/RecurringGift/ByContact/${id}`,
    contactImportantNotesUrl: `/api/ContactNote/Important/ByContact/${id}`,
    contactNotesUrl: `/api/ContactNote/ByContact/${id}`,
    contactTagsUrl: `/api/ContactTag/ByContact/${id}`,
    contactRelationshipsUrl: `/api/Relationship/ByContact/${id}`,
    primaryAvatarUrl: individuals.find((individual) => individual.isPrimary)?.fields.avatarUrl ?? null,
    contactReferences: contact.references,
    originSegment: fields.originSegmentId === null ? null : 'Spring appeal',
    ...auditView(contact, style),
    tags: tagNamesOf(state, id),
    organizationGroups: [],
    customFields: customFieldViews(contact.customFields, CONTACT_CUSTOM_FIELDS),
    customCollections: contact.customCollections,
  }
}

/** The abbreviated shape of `Query`, `ByTag` and, with an individual's id, `Search`. */
export function contactItemView(state: State, contact: ContactRecord) {
  const primary = individualsOf(state, contact.id).find((individual) => individual.isPrimary)
  const address = addressesOf(state, contact.id).find((one) => one.isPrimary)
  const methods = primary === undefined ? [] : methodsOf(state, primary.id)
  const { address1, city, state: region, postal } = address?.fields ?? {}
  return {
    id: contact.id,
    name: contact.fields.name,
    contactType: contact.fields.contactType,
    contactName: contact.fields.name,
    address: address === undefined ? null : `${address1} ${city}, ${region} ${postal}`,
    email: methods.find((method) => methodGroup(method.type) === 'email')?.value ?? '',
    phone: methods.find((method) => methodGroup(method.type) === 'phone')?.value ?? '',
    contactViewUrl: `/api/Contact/${contact.id}`,
  }
}
