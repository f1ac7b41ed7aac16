import { dropZero } from './envelope.ts'
import { dateOut, displayNameOf, type Portal } from './portal.ts'
import type { UserRow } from './state.ts'

type Members = Record<string, unknown>

/** `type|value|` pairs as a list: empty parts are dropped, so whatever follows one is shifted. */
export function splitContacts(column: string): { type: string; value: string }[] {
  return pairUp(column.split('|').filter((part) => part !== ''))
}

export function pairUp(parts: readonly string[]): { type: string; value: string }[] {
  const pairs: { type: string; value: string }[] = []
  for (let index = 0; index + 1 < parts.length; index += 2) {
    pairs.push({ type: parts[index]!, value: parts[index + 1]! })
  }
  return pairs
}

const SIZES = { original: 0, retina: 360, max: 200, big: 82, medium: 48, small: 32 } as const

/** Where a user's pictures are; of a default picture only the size tells. */
export function photoUrl(portal: Portal, user: UserRow | null, size: number): string {
  if (!user?.picture || (!user.thumbnailsReady && size !== 0)) {
    const dark = portal.switches.defaultPictures === 'dark' ? 'dark_' : ''
    return `/skins/default/images/${dark}default_user_photo_size_${size || 200}-${size || 200}.png`
  }
  const kind = user.picture.contentType === 'image/png' ? 'png' : 'jpeg'
  const file = size === 0 ? `_orig_${user.picture.stamp}` : `_size_${size}-${size}`
  return `/data/0/userphotos/${user.id}${file}.${kind}?_=${user.changed}`
}

export function thumbnailsOf(portal: Portal, user: UserRow): Record<keyof typeof SIZES, string> {
  const urls = Object.entries(SIZES).map(([name, size]) => [name, photoUrl(portal, user, size)])
  return Object.fromEntries(urls) as Record<keyof typeof SIZES, string>
}

export function avatarOf(
  portal: Portal,
  user: UserRow | null,
): { avatar: string; avatarMedium: string; avatarSmall: string } {
  return {
    avatar: photoUrl(portal, user, 82),
    avatarMedium: photoUrl(portal, user, 48),
    avatarSmall: photoUrl(portal, user, 32),
  }
}

export function profileUrlOf(user: UserRow): string {
  return `http://portal.example/Products/People/Profile.aspx?user=${encodeURIComponent(user.userName)}`
}

/** Names of the groups, joined, and HTML-encoded once more than needed. */
export function departmentOf({ state }: Portal, user: UserRow): string {
  return encodeHtml(user.groups.map((id) => state.groups.get(id)?.name ?? '').join(', '))
}

export function encodeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (character) => names[character]!)
}

export function groupShapes({ state }: Portal, user: UserRow): Members[] {
  return user.groups.flatMap((id) => {
    const group = state.groups.get(id)
    const manager = group?.managerId ? (state.users.get(group.managerId)?.userName ?? null) : null
    return group ? [{ id: group.id, name: group.name, manager }] : []
  })
}

export interface ProfileOptions {
  /** The list as it stands in memory, where it was just written; else it is read from the column. */
  readonly contacts?: readonly { readonly type: string; readonly value: string }[]
  /** Whether sizes are computed: only one list does. */
  readonly withSizes?: boolean
}

export function profileShape(portal: Portal, viewer: UserRow, user: UserRow, options: ProfileOptions = {}): Members {
  const isHidden = portal.switches.peopleModule === 'off' && viewer.id !== user.id
  const contacts = options.contacts ?? splitContacts(user.contacts)
  const groups = groupShapes(portal, user)
  const { docs, mail, talk } = options.withSizes ? user.usedSpace : { docs: 0, mail: 0, talk: 0 }
  return {
    id: user.id,
    userName: user.userName,
    firstName: user.firstName,
    lastName: user.lastName,
    email: isHidden ? null : user.email,
    ...(contacts.length > 0 && !isHidden && { contacts }),
    ...dropZero({
      mobilePhone: isHidden || user.mobilePhone === '' ? null : user.mobilePhone,
      mobilePhoneActivationStatus: user.mobilePhoneActivation,
      birthday: dateOut(portal, user.birthday),
      sex: user.sex,
    }),
    status: user.status,
    activationStatus: user.activation & ~4,
    terminated: dateOut(portal, user.terminated),
    department: departmentOf(portal, user),
    ...dropZero({ workFrom: dateOut(portal, user.workFrom), lead: user.lead }),
    ...(groups.length > 0 && { groups }),
    displayName: displayNameOf(user),
    title: user.title,
    location: user.location,
    notes: user.notes,
    ...avatarOf(portal, user),
    isAdmin: user.isAdmin,
    isLDAP: user.isLDAP,
    ...(user.adminModules.length > 0 && { listAdminModules: user.adminModules }),
    isOwner: user.isOwner,
    isVisitor: user.isVisitor,
    ...dropZero({ cultureName: user.cultureName === '' ? null : user.cultureName }),
    isSSO: user.isSSO,
    quotaLimit: options.withSizes ? 1_073_741_824 : 0,
    usedSpace: docs + mail + talk,
    docsSpace: docs,
    mailSpace: mail,
    talkSpace: talk,
    profileUrl: profileUrlOf(user),
  }
}
