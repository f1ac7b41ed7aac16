import { diffRecords } from '../../../model/diff.ts'
import { invalidInput, unsupported } from '../../../model/errors.ts'
import type { JsonObject } from '../../../model/json.ts'
import type { Picture } from '../../../model/picture.ts'
import type { FieldChange } from '../../../model/receipt.ts'
import type { User } from '../../../model/user.ts'
import type { OpenRecord, Plan, PlannedRequest } from '../../source.ts'
import { contactsOf, type Server, toRest } from './mapping.ts'
import { itemsOf, mergeContacts, withoutContact } from './plan-contacts.ts'
import { NOTHING, planUpdate } from './plan-profile.ts'
import type { WireContact, WireProfile } from './wire.ts'
import { workspaceRequest } from './workspace-request.ts'

/** A user opened for writing, and what decides what may be done with it. */
export interface Opened {
  readonly source: string
  readonly server: Server
  readonly profile: WireProfile
  readonly record: User
  /** Who asks, as far as this user goes. */
  readonly viewer: Rights
  /** Whether the portal can reach the gateway, to fetch pictures from it. */
  readonly hasLinks: boolean
}

export interface Rights {
  readonly isSelf: boolean
  /** Whether profile, contacts and picture of this user may be changed. */
  readonly mayEdit: boolean
  /** Why not. */
  readonly refusal: string
  readonly isPeopleAdmin: boolean
}

/** What `viewer` may do with `profile`: on Workspace oneself or an administrator, on DocSpace oneself only. */
export function rightsOf(server: Server, viewer: WireProfile, profile: WireProfile): Rights {
  const isSelf = viewer.id === profile.id
  const isAdmin = viewer.isAdmin === true || viewer.isOwner === true
  const isPeopleAdmin = isAdmin || (viewer.listAdminModules ?? []).includes('people')
  return server === 'workspace'
    ? {
        ...{ isSelf, isPeopleAdmin, mayEdit: isSelf || isPeopleAdmin },
        refusal: 'this account may change only itself; others take an administrator of People',
      }
    : {
        isSelf,
        isPeopleAdmin: isAdmin,
        mayEdit: isSelf,
        refusal: 'DocSpace lets nobody change the profile of another user',
      }
}

export function toOpenRecord(opened: Opened): OpenRecord<'User'> {
  const { profile, record } = opened
  return {
    record,
    rest: toRest(profile),
    update: (patch) => planUpdate(opened, patch),
    upsertContactItems: (changes) => {
      checkMayEdit(opened)
      return planContacts(opened, mergeContacts(opened.source, contactsOf(profile), changes))
    },
    removeContactItem: (itemId) => {
      checkMayEdit(opened)
      return planContacts(opened, withoutContact(opened.source, contactsOf(profile), itemId))
    },
    putAvatar: (picture) => planPicture(opened, picture),
    removeAvatar: () => planNoPicture(opened),
  }
}

/** The list is always sent whole: whatever is left out is gone. */
function planContacts({ record, server }: Opened, contacts: readonly WireContact[]): Plan {
  const changes = diffRecords(record, { ...record, contactItems: itemsOf(record, contacts) })
  if (changes.length === 0) return NOTHING
  const path = `/api/2.0/people/${record.ref.id}`
  const request: PlannedRequest =
    server === 'workspace'
      ? workspaceRequest(`${path}/contacts`, { contacts })
      : { method: 'PUT', path, body: { contacts: contacts.map(({ type, value }) => ({ type, value })) } }
  return { requests: [request], changes: changes.map(toAddition), sideEffects: [] }
}

/** An item that comes is told as an addition to the list: its id is our own making. */
function toAddition(change: FieldChange): FieldChange {
  if (change.before !== null || change.after === null) return change
  const { id: _made, ...item } = change.after as JsonObject
  return { path: 'contactItems', before: null, after: item, repaired: null }
}

function planPicture(opened: Opened, picture: Picture): Plan {
  const { record, server, source } = opened
  checkMayEdit(opened)
  if (picture.contentType !== 'image/png' && picture.contentType !== 'image/jpeg') {
    throw invalidInput([], `${source} takes PNG and JPEG pictures only`)
  }
  if (server === 'workspace' && !opened.hasLinks) {
    throw unsupported(
      source,
      `${source} fetches pictures itself and has nowhere to fetch this one from: set server.publicUrl to an address of this gateway that it can reach`,
    )
  }
  const path = `/api/2.0/people/${record.ref.id}/photo`
  const request =
    server === 'workspace'
      ? // A link takes the picture's place when this is sent: it is short-lived and nobody else's business.
        ({ method: 'PUT', path, as: 'json', file: { field: 'files', picture } } as const)
      : ({ method: 'POST', path, as: 'multipart', body: { Autosave: true }, file: { field: 'File', picture } } as const)
  const change = { path: 'avatar', before: record.avatar?.key ?? null, after: picture.sha256, repaired: null }
  return { requests: [request], changes: [change], sideEffects: [] }
}

function planNoPicture(opened: Opened): Plan {
  const { record } = opened
  checkMayEdit(opened)
  if (!record.avatar) return NOTHING
  const request = { method: 'DELETE', path: `/api/2.0/people/${record.ref.id}/photo` } as const
  const change = { path: 'avatar', before: record.avatar.key, after: null, repaired: null }
  return { requests: [request], changes: [change], sideEffects: [] }
}

function checkMayEdit({ source, viewer }: Opened): void {
  if (!viewer.mayEdit) throw unsupported(source, `${source}: ${viewer.refusal}`)
}
