import { z } from 'zod'

// A user as Workspace and DocSpace tell of one: https://api.onlyoffice.com/docspace/api-backend/usage-api/get-profile-by-user-id/
// Workspace sends many members as null that DocSpace leaves out; both leave out what is at its default.

const text = z.string().nullish()
const flag = z.boolean().nullish()
const size = z.number().nullish()

export const wireContact = z.looseObject({ type: text, value: text })

export const wireGroup = z.looseObject({ id: z.string(), name: text, manager: text })

export const wireProfile = z.looseObject({
  id: z.string(),
  userName: text,
  firstName: text,
  lastName: text,
  displayName: text,
  email: text,
  contacts: z.array(wireContact).nullish(),
  mobilePhone: text,
  mobilePhoneActivationStatus: z.number().nullish(),
  birthday: text,
  workFrom: text,
  terminated: text,
  registrationDate: text,
  sex: text,
  status: z.number().nullish(),
  activationStatus: z.number().nullish(),
  /** Names of groups, HTML-encoded. */
  department: text,
  groups: z.array(wireGroup).nullish(),
  title: text,
  location: text,
  notes: text,
  cultureName: text,
  lead: text,
  avatar: text,
  profileUrl: text,
  isAdmin: flag,
  isOwner: flag,
  isVisitor: flag,
  isRoomAdmin: flag,
  isLDAP: flag,
  isSSO: flag,
  listAdminModules: z.array(z.string()).nullish(),
  quotaLimit: size,
  usedSpace: size,
  docsSpace: size,
  mailSpace: size,
  talkSpace: size,
})

export type WireProfile = z.output<typeof wireProfile>
export type WireContact = { readonly type: string; readonly value: string }

export const wireProfiles = z.array(wireProfile)

/** Where a user's pictures are, by size. */
export const wireThumbnails = z.looseObject({ original: text, retina: text, max: text, big: text })

/** DocSpace takes an upload with status 200 whatever becomes of it. */
export const wireUpload = z.looseObject({ success: flag, message: text })
