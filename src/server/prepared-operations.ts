import { LRUCache } from 'lru-cache'
import type { PreparedOperation } from '../graphql/prepared/prepare.ts'
import { MAX_KEPT_CHARACTERS } from './documents.ts'

/** Characters of documents that are remembered in prepared form. */
const MAX_PREPARED_CHARACTERS = 1_000_000
/** Characters of documents that were seen once. */
const MAX_SEEN_CHARACTERS = 1_000_000

export interface PreparedOperations {
  /**
   * The operation in prepared form. `null`: it is answered in the ordinary way, because it can't be prepared, is too long to be remembered, or
   * came for the first time.
   */
  find(query: string, operationName: string | null): PreparedOperation | null
}

/**
 * Prepares operations when they come for the second time, so that documents which come once cost nothing and take nobody's place.
 * Bounded by the documents' length; those used last stay.
 */
export function createPreparedOperations(
  prepare: (query: string, operationName: string | null) => PreparedOperation | null,
): PreparedOperations {
  const sizeCalculation = (_value: unknown, key: string) => Math.max(1, key.length)
  const prepared = new LRUCache<string, { readonly operation: PreparedOperation | null }>({
    maxSize: MAX_PREPARED_CHARACTERS,
    sizeCalculation,
  })
  const seenOnce = new LRUCache<string, true>({ maxSize: MAX_SEEN_CHARACTERS, sizeCalculation })

  return {
    find(query, operationName) {
      if (query.length > MAX_KEPT_CHARACTERS) return null
      const key = operationName === null ? query : `${query}\0${operationName}`
      const known = prepared.get(key)
      if (known) return known.operation
      if (!seenOnce.delete(key)) {
        seenOnce.set(key, true)
        return null
      }
      const operation = prepare(query, operationName)
      prepared.set(key, { operation })
      return operation
    },
  }
}
