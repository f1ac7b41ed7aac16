const MAX_INT32 = 2_147_483_647

/** A contact's id as the number it is; `null` for what can be none. */
export function contactId(id: string): number | null {
  return /^[1-9]\d{0,9}$/.test(id) && Number(id) <= MAX_INT32 ? Number(id) : null
}

/** Users have GUIDs; what is none would be looked up as a user name. */
export function isUserId(id: string): boolean {
  return /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id)
}
