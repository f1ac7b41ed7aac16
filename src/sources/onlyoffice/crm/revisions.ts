import { createHash } from 'node:crypto'
import type { PlannedRequest } from '../../source.ts'

/** How many contacts are remembered. */
const MAX_REMEMBERED = 10_000
const UNSEEN = /\/crm\/contact\/(\d+)\/(?:tag|changephoto|avatar)(?:\?|$)/

/**
 * What was written from here and is not seen in every way of reading: tags are in lists only, pictures in none. Part of the version,
 * so that it changes with these too.
 */
export interface Revisions {
  /** The same until something unseen of the contact is written; empty where nothing was. */
  of(contactId: number): string
  /** After a request that was carried out, or may have been. */
  note(request: PlannedRequest): void
}

export function createRevisions(): Revisions {
  const known = new Map<number, string>()
  return {
    of: (contactId) => known.get(contactId) ?? '',
    note({ method, path, body, file }) {
      const found = UNSEEN.exec(path)?.[1]
      if (found === undefined) return
      const contactId = Number(found)
      const written = [known.get(contactId) ?? '', method, path, body ?? null, file?.picture.sha256 ?? null]
      known.delete(contactId)
      known.set(contactId, createHash('sha256').update(JSON.stringify(written)).digest('base64url'))
      if (known.size > MAX_REMEMBERED) known.delete(known.keys().next().value as number)
    },
  }
}
