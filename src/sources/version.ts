import { createHash } from 'node:crypto'
import { canonicalJson } from '../model/json.ts'

/** 22 characters that are the same for equal content and, as good as certainly, for no other. */
export function digest(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('base64url').slice(0, 22)
}

/**
 * Makes what gives records of one kind their version: told by `tell`, from the record, when somebody asks for it, which hardly
 * anybody does, while it takes longer than the rest of the record.
 *
 * All records of the kind share one getter. With one made for each, no two would have the same shape, and reading any of them
 * would be slow; and what a record needs for it is in the record, because what a `WeakMap` holds outlives each young collection.
 */
export function versionedBy<R extends object>(
  tell: (record: R) => string,
): <Made extends R>(record: Made) => Made & { readonly version: string } {
  const version: PropertyDescriptor & ThisType<R> = {
    get() {
      return tell(this)
    },
    enumerable: true,
  }
  return <Made extends R>(record: Made) =>
    Object.defineProperty(record, 'version', version) as Made & { readonly version: string }
}
