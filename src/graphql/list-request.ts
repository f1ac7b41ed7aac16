import type { ListRequest } from '../directory/directory.ts'
import type { RecordType } from '../model/ref.ts'

/** The arguments that all lists take, as GraphQL hands them over. */
interface ListArguments {
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
  readonly last?: number | null | undefined
  readonly before?: string | null | undefined
  readonly sources?: readonly string[] | null | undefined
}

/** Which part of which list is asked for, filter and order aside. */
export function toListRequest(args: ListArguments): Omit<ListRequest<RecordType>, 'filter' | 'order'> {
  return {
    first: args.first ?? null,
    after: args.after ?? null,
    last: args.last ?? null,
    before: args.before ?? null,
    sources: args.sources ?? null,
  }
}

/** Only the conditions that were set: in a filter null means the same as nothing. */
export function toFilter<Input extends object>(
  input: Input | null | undefined,
): { [Key in keyof Input]?: NonNullable<Input[Key]> } {
  const set = Object.entries(input ?? {}).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(set) as { [Key in keyof Input]?: NonNullable<Input[Key]> }
}
