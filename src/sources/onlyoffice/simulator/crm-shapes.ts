import { dropZero } from './envelope.ts'
import { dateOut, displayNameOf, isCrmAdmin, type Portal } from './portal.ts'
import type { ContactRow, FieldDefinition, InfoRow, ListItem, PortalState, UserRow } from './state.ts'
import { avatarOf, profileUrlOf } from './user-shapes.ts'

export const INFO_TYPES = [
  ...['Phone', 'Email', 'Website', 'Skype', 'Twitter', 'LinkedIn', 'Facebook', 'Address', 'LiveJournal'],
  ...['MySpace', 'GMail', 'Blogger', 'Yahoo', 'MSN', 'ICQ', 'Jabber', 'AIM', 'VK'],
] as const
/** English labels that the enum's converter takes as well as its names. */
export const INFO_TYPE_LABELS: Readonly<Record<string, number>> = { 'x (twitter)': 4, 'web site': 2, 'e-mail': 1 }
export const ADDRESS_TYPE = 7

const CATEGORIES = ['Home', 'Work', 'Other']
const PHONE_CATEGORIES = ['Home', 'Work', 'Mobile', 'Fax', 'Direct', 'Other']
const ADDRESS_CATEGORIES = ['Home', 'Postal', 'Office', 'Billing', 'Other', 'Work']

export function categoriesOf(infoType: number): readonly string[] {
  return infoType === 0 ? PHONE_CATEGORIES : infoType === ADDRESS_TYPE ? ADDRESS_CATEGORIES : CATEGORIES
}

/** The name of a category as people read it: the postal address is labelled "Delivery". */
function categoryLabel(infoType: number, category: number): string {
  const name = categoriesOf(infoType)[category] ?? String(category)
  return infoType === ADDRESS_TYPE && name === 'Postal' ? 'Delivery' : name
}

/** Everybody who may see: CRM administrators, everybody where shared, those on the access list. */
export function maySee(viewer: UserRow, contact: ContactRow): boolean {
  return isCrmAdmin(viewer) || contact.shareType !== 0 || contact.access.includes(viewer.id)
}

export function mayEdit(viewer: UserRow, contact: ContactRow): boolean {
  return isCrmAdmin(viewer) || contact.shareType === 1 || contact.access.includes(viewer.id)
}

export function contactName(contact: ContactRow): string {
  return contact.isCompany ? contact.companyName : `${contact.firstName} ${contact.lastName}`.trim()
}

type Members = Record<string, unknown>

export function baseShape(portal: Portal, viewer: UserRow, contact: ContactRow): Members {
  const isPrivate = contact.shareType === 0
  const photo = (size: number) =>
    `/Products/CRM/HttpHandlers/filehandler.ashx?action=contactphotoulr&cid=${contact.id}&isc=${contact.isCompany ? 'True' : 'False'}&ps=${size}`
  return {
    displayName: contactName(contact),
    isCompany: contact.isCompany,
    isPrivate,
    ...(isPrivate && { accessList: contact.access.map((id) => employeeShape(portal, id)) }),
    isShared: !isPrivate,
    shareType: contact.shareType,
    currency: CURRENCIES[contact.currency ?? ''] ?? null,
    smallFotoUrl: photo(1),
    mediumFotoUrl: photo(2),
    canEdit: mayEdit(viewer, contact),
    canDelete: mayEdit(viewer, contact) && !contact.hasInvoice,
    id: contact.id,
  }
}

/** A contact whole. Lists leave out headings and empty addresses, and are the only ones that show tags. */
export function fullShape(portal: Portal, viewer: UserRow, contact: ContactRow, form: 'single' | 'list'): Members {
  const { state } = portal
  const rows = rowsOf(state, contact.id)
  const addresses = rows.filter((row) => row.type === ADDRESS_TYPE).map(addressShape)
  const status = state.statuses.find((item) => item.id === contact.statusId)
  const company = state.contacts.get(contact.companyId)
  return {
    ...(contact.isCompany
      ? { companyName: contact.companyName, ...dropZero({ personsCount: membersOf(state, contact.id).length }) }
      : {
          firstName: contact.firstName,
          lastName: contact.lastName,
          ...(company && maySee(viewer, company) && { company: baseShape(portal, viewer, company) }),
          title: contact.title,
        }),
    createBy: employeeShape(portal, contact.createdBy),
    created: dateOut(portal, contact.created, contact.id * 7919),
    about: contact.about,
    industry: contact.industry,
    ...(status && { contactStatus: listItemShape(status) }),
    commonData: rows.filter((row) => row.type !== ADDRESS_TYPE).map(infoShape),
    ...((form === 'single' || addresses.length > 0) && { addresses }),
    customFields: fieldValues(state, contact, form === 'single'),
    ...(form === 'list' && { tags: contact.tags }),
    ...dropZero({ taskCount: contact.taskCount }),
    haveLateTasks: false,
    ...baseShape(portal, viewer, contact),
  }
}

export function rowsOf(state: PortalState, contactId: number): InfoRow[] {
  return [...state.infoRows.values()].filter((row) => row.contactId === contactId).sort((a, b) => b.id - a.id)
}

export function membersOf(state: PortalState, companyId: number): ContactRow[] {
  return [...state.contacts.values()].filter((contact) => !contact.isCompany && contact.companyId === companyId)
}

export function infoShape(row: InfoRow): Members {
  return {
    id: row.id,
    infoType: row.type,
    category: row.category,
    data: row.data,
    categoryName: categoryLabel(row.type, row.category),
    isPrimary: row.isPrimary,
  }
}

/** Reads the row's JSON part by part and stops at the first that is missing: whatever comes after it stays empty. */
function addressShape(row: InfoRow): Members {
  const parts = parseObject(row.data)
  const shape: Members = {}
  for (const part of ['city', 'country', 'state', 'street', 'zip']) {
    if (!(part in parts)) return shape
    Object.assign(shape, dropZero({ [part]: parts[part] }))
  }
  const categoryName = categoryLabel(ADDRESS_TYPE, row.category)
  return { ...shape, ...dropZero({ category: row.category, categoryName, isPrimary: row.isPrimary }) }
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}
  } catch {
    return {}
  }
}

/** A definition made for contacts holds for persons and companies alike. */
export function definitionsFor(state: PortalState, entity: string): FieldDefinition[] {
  return state.fieldDefinitions.filter(
    (field) => field.entity === entity || (field.entity === 'contact' && (entity === 'person' || entity === 'company')),
  )
}

export function entityOf(contact: ContactRow): 'person' | 'company' {
  return contact.isCompany ? 'company' : 'person'
}

export function fieldValues(state: PortalState, contact: ContactRow, withHeadings: boolean): Members[] {
  return definitionsFor(state, entityOf(contact)).flatMap((field) => {
    const fieldValue = contact.fields.get(field.id)
    if (field.fieldType === 4) return withHeadings ? [fieldShape(field, 0, '')] : []
    return fieldValue === undefined ? [] : [fieldShape(field, contact.id, fieldValue)]
  })
}

export function fieldShape(field: FieldDefinition, entityId: number, fieldValue: string): Members {
  const { id, label, fieldType, position, mask } = field
  return { id, entityId, label, fieldValue, fieldType, position, mask }
}

export function listItemShape({ id, title, description, color, sortOrder }: ListItem): Members {
  return { id, title, description, color, sortOrder }
}

export function employeeShape(portal: Portal, userId: string): Members {
  const user = portal.state.users.get(userId)
  if (!user) return { id: userId, displayName: 'profile removed', ...avatarOf(portal, null), profileUrl: '' }
  const { avatarSmall } = avatarOf(portal, user)
  const title = user.title === '' ? null : user.title
  return {
    id: user.id,
    displayName: displayNameOf(user),
    ...dropZero({ title }),
    avatarSmall,
    profileUrl: profileUrlOf(user),
  }
}

const CURRENCIES: Readonly<Record<string, Members>> = {
  EUR: { title: 'Euro', symbol: '€', abbreviation: 'EUR', cultureName: 'EU', isConvertable: true, isBasic: true },
  USD: {
    title: 'United States Dollar',
    symbol: '$',
    abbreviation: 'USD',
    cultureName: 'US',
    isConvertable: true,
    isBasic: true,
  },
}
