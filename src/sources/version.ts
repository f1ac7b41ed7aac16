import { createHash } from 'node:crypto'
import { canonicalJson } from '../model/json.ts'

/** 22 characters that are the same for equal content and, as good as certainly, for no other. */
export function digest(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('base64url').slice(0, 22)
}

const tellers = new WeakMap<object, () => string>()

/** One getter for all records: with one made for each, no two would have the same shape, and reading any of them were slow. */
const VERSION: PropertyDescriptor & ThisType<object> = {
  get() {
    return tellers.get(this)?.()
  },
  enumerable: true,
}

/** The record with its version, which is told when it is asked for: it takes longer than the rest of a record, and few ask. */
export function withVersion<R extends object>(record: R, tell: () => string): R & { readonly version: string } {
  tellers.set(record, tell)
  return Object.defineProperty(record, 'version', VERSION) as R & { readonly version: string }
}
