import type { AnyRecord, Ready } from '../directory/directory.ts'
import type { Part } from '../model/record.ts'
import type { Context } from './context.ts'

/** `read` of the value: at once where the value is there, so that no promise is made for what needs none. */
export function whenReady<T, Result>(value: Ready<T>, read: (value: T) => Ready<Result>): Ready<Result> {
  return value instanceof Promise ? value.then(read) : read(value)
}

/** All values, in order: at once where none has to be waited for. */
export function allReady<T>(values: readonly Ready<T>[]): Ready<readonly T[]> {
  return values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as readonly T[])
}

/** `read` of the record with `part` brought. */
export function readPart<R extends AnyRecord, Result>(
  record: R,
  part: Part,
  context: Context,
  read: (record: R) => Ready<Result>,
): Ready<Result> {
  return whenReady(context.directory.withPart(record, part), read)
}
