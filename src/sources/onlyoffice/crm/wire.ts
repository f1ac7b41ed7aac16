import { z } from 'zod'

/** Members at their type's default are left out by the server, so that almost everything may be absent. */
const text = z.string().nullish()

const employee = z.looseObject({ id: z.string(), displayName: text })

/** A row of contact information. */
export const wireRow = z.looseObject({
  id: z.int(),
  infoType: z.int(),
  category: z.int(),
  data: z.string(),
  isPrimary: z.boolean(),
})
export type WireRow = Readonly<z.output<typeof wireRow>>

const customField = z.looseObject({
  id: z.int(),
  label: text,
  fieldValue: text,
  fieldType: z.int().nullish(),
  mask: text,
})
export type WireCustomField = Readonly<z.output<typeof customField>>

const listItem = z.looseObject({ id: z.int(), title: z.string() })
export type WireListItem = Readonly<z.output<typeof listItem>>

/** A person or company of the CRM, as single reads and lists give it. What is not named here is kept all the same. */
export const wireContact = z.looseObject({
  id: z.int(),
  isCompany: z.boolean(),
  displayName: text,
  firstName: text,
  lastName: text,
  companyName: text,
  title: text,
  about: text,
  industry: text,
  /** Of a person. Base data only. */
  company: z.looseObject({ id: z.int() }).nullish(),
  shareType: z.int(),
  /** Only while the contact is private. */
  accessList: z.array(employee).nullish(),
  contactStatus: listItem.nullish(),
  currency: z.looseObject({ abbreviation: text }).nullish(),
  commonData: z.array(wireRow).nullish(),
  /** Without ids, and cut short where the row's own JSON lacks a part. */
  addresses: z.array(z.looseObject({ category: z.number().nullish(), isPrimary: z.boolean().nullish() })).nullish(),
  customFields: z.array(customField).nullish(),
  /** Only in lists. */
  tags: z.array(z.string()).nullish(),
  createBy: employee.nullish(),
  created: text,
  canEdit: z.boolean().nullish(),
  canDelete: z.boolean().nullish(),
})
export type WireContact = Readonly<z.output<typeof wireContact>>

/** A portal's user, as `people/{id}` gives one. */
export const wireUser = z.looseObject({
  id: z.string(),
  userName: text,
  firstName: text,
  lastName: text,
  displayName: text,
  email: text,
  title: text,
  location: text,
  notes: text,
  department: text,
  sex: text,
  birthday: text,
  workFrom: text,
  terminated: text,
  status: z.int().nullish(),
  activationStatus: z.int().nullish(),
  cultureName: text,
  lead: text,
  groups: z.array(z.looseObject({ id: z.string(), name: z.string(), manager: text })).nullish(),
  isAdmin: z.boolean().nullish(),
  isOwner: z.boolean().nullish(),
  isVisitor: z.boolean().nullish(),
  isLDAP: z.boolean().nullish(),
  isSSO: z.boolean().nullish(),
  listAdminModules: z.array(z.string()).nullish(),
  avatar: text,
  profileUrl: text,
})
export type WireUser = Readonly<z.output<typeof wireUser>>

export const wireRows = z.array(wireRow)
export const wireContacts = z.array(wireContact)
export const wireCustomFields = z.array(customField)
export const wireListItems = z.array(listItem)
export const wireTexts = z.array(z.string())
