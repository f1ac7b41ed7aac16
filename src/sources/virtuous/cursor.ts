import { invalidInput } from '../../model/errors.ts'

/** Where a list of people stands: within a contact, behind one of its individuals. */
export interface PersonPosition {
  readonly contactId: number
  readonly individualId: number
}

export function writePersonCursor({ contactId, individualId }: PersonPosition): string {
  return `${contactId}.${individualId}`
}

/** Throws `INVALID_INPUT` for what was not made here. */
export function readPersonCursor(cursor: string): PersonPosition {
  const [, contactId, individualId] = /^([1-9]\d{0,9})\.([1-9]\d{0,9})$/.exec(cursor) ?? []
  if (contactId === undefined || individualId === undefined) throw wrongCursor()
  return { contactId: Number(contactId), individualId: Number(individualId) }
}

/** A list that can only be counted off: `@` and how many stand before. */
export function writeOffsetCursor(offset: number): string {
  return `@${offset}`
}

export function readOffsetCursor(cursor: string): number {
  const [, offset] = /^@(\d{1,9})$/.exec(cursor) ?? []
  if (offset === undefined) throw wrongCursor()
  return Number(offset)
}

export function readIdCursor(cursor: string): number {
  if (!/^[1-9]\d{0,9}$/.test(cursor)) throw wrongCursor()
  return Number(cursor)
}

function wrongCursor() {
  return invalidInput(['cursor'], 'This is no cursor that this source gave.')
}
