import { invalidInput } from '../../../model/errors.ts'
import type { PersonPatch } from '../../../model/patch.ts'
import type { Person } from '../../../model/person.ts'
import { isUserId } from './ids.ts'
import { fromSharing } from './mapping.ts'

/** Who may see a person afterwards, and by which call that comes about. */
export interface Access {
  /** The portal's number. */
  readonly shareType: number
  /** As it will be shown: only what is private shows its list. */
  readonly managerIds: readonly string[]
  /**
   * `access`: by the call that sets nothing else. `overwrite`: that call would lose the list which a shared person keeps unseen, or
   * has no word for it, so that the whole person is written.
   */
  readonly by: 'nothing' | 'access' | 'overwrite'
  /** What the call is to put on the list; empty leaves the one there is when the whole person is written. */
  readonly managerList: readonly string[]
}

const [PRIVATE, READ_WRITE] = [0, 1]

export function planAccess(
  present: { readonly shareType: number; readonly managerIds: readonly string[] },
  patch: PersonPatch,
): Access {
  const shareType = patch.sharing === undefined ? present.shareType : readSharing(patch.sharing)
  const wanted = patch.managerIds === undefined ? null : readManagers(patch.managerIds)
  return shareType === PRIVATE ? toPrivate(present, wanted) : toShared(present, shareType, wanted)
}

function toPrivate(
  present: { readonly shareType: number; readonly managerIds: readonly string[] },
  wanted: readonly string[] | null,
): Access {
  const isPrivate = present.shareType === PRIVATE
  const target = wanted ?? present.managerIds
  const same = target.length === present.managerIds.length && target.every((id) => present.managerIds.includes(id))
  if (isPrivate && same)
    return { shareType: PRIVATE, managerIds: present.managerIds, by: 'nothing', managerList: present.managerIds }
  if (isPrivate && target.length === 0) {
    throw invalidInput(['managerIds'], 'the portal makes a private person without managers public; set sharing instead')
  }
  return { shareType: PRIVATE, managerIds: target, by: target.length > 0 ? 'access' : 'overwrite', managerList: target }
}

function toShared(
  present: { readonly shareType: number; readonly managerIds: readonly string[] },
  shareType: number,
  wanted: readonly string[] | null,
): Access {
  if (wanted !== null && wanted.length > 0) {
    throw invalidInput(['managerIds'], 'only a private person has managers here; set sharing to PRIVATE')
  }
  const access = { shareType, managerIds: [], managerList: [] }
  if (present.shareType === shareType) return { ...access, by: 'nothing' }
  return present.shareType === PRIVATE && shareType === READ_WRITE
    ? { ...access, by: 'access', managerList: present.managerIds }
    : { ...access, by: 'overwrite' }
}

/** Throws `INVALID_INPUT` at `sharing` for what the portal has no number for. */
export function readSharing(sharing: Person['sharing']): number {
  const shareType = sharing === null ? null : fromSharing(sharing)
  if (shareType === null) throw invalidInput(['sharing'], 'must be PRIVATE, READ or READ_WRITE')
  return shareType
}

/** Throws `INVALID_INPUT` at the manager that can be no user of the portal. */
export function readManagers(managerIds: readonly string[] | null): readonly string[] {
  const ids = (managerIds ?? []).map((id) => id.toLowerCase())
  const wrong = ids.findIndex((id) => !isUserId(id))
  if (wrong >= 0) throw invalidInput(['managerIds', String(wrong)], 'is no id of a user of the portal')
  return [...new Set(ids)]
}
