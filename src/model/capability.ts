/** Everything a source may be able to do. What the linked account may really do is probed: `Source.capabilities`. */
export const CAPABILITIES = [
  'PERSON_READ',
  'PERSON_LIST',
  'PERSON_SEARCH',
  'PERSON_CREATE',
  'PERSON_UPDATE',
  'PERSON_DELETE',
  'USER_READ',
  'USER_LIST',
  'USER_SEARCH',
  'USER_CREATE',
  'USER_UPDATE',
  'USER_DELETE',
  'ORGANIZATION_READ',
  'ORGANIZATION_LIST',
  'ORGANIZATION_SEARCH',
  'ORGANIZATION_CREATE',
  'ORGANIZATION_UPDATE',
  'ORGANIZATION_DELETE',
  'CONTACT_ITEM_UPSERT',
  'CONTACT_ITEM_REMOVE',
  'AVATAR_UPLOAD',
  'AVATAR_REMOVE',
] as const

export type Capability = (typeof CAPABILITIES)[number]
