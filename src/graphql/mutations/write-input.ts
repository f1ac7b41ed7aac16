import type { CustomFieldChange } from '../../model/patch.ts'
import type { PartialDate } from '../../model/record.ts'
import type { InputFields } from '../builder.ts'

/** The fields every write takes besides its own; a new record has no version yet and takes `creationControl`. */
export function writeControl(t: InputFields) {
  return {
    ifVersion: t.string({
      description:
        'Write only if the record still has this `version`, as read before; else `ConflictError`, and nothing is sent. Left out: write whatever has happened since.',
    }),
    ...creationControl(t),
  }
}

export function creationControl(t: InputFields) {
  return {
    dryRun: t.boolean({
      defaultValue: false,
      description: 'True: only plan. Nothing is sent; the receipt tells what would be, and what should come of it.',
    }),
    idempotencyKey: t.string({
      description:
        'Makes it safe to repeat the request: the same key with the same input is carried out once, and its first result given again. Up to 255 characters of your choice, new for each thing to be done: a UUID, say.',
    }),
  }
}

/** Members of a type that may be left out, but never hold `undefined`. */
export type Given<T> = { [Key in keyof T]: Exclude<T[Key], undefined> }

/** Only what the client gave: what it left out is no member of the result, what it gave as null is null. */
export function given<T extends object>(input: T): Given<T> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Given<T>
}

/** Fields of inputs whose shape differs from the patch that they ask for. */
interface ShapedFields {
  readonly birthDate?: Partial<Loose<PartialDate>> | null | undefined
  readonly customFields?:
    | readonly { readonly key: string; readonly value?: string | null | undefined }[]
    | null
    | undefined
  readonly addTags?: readonly string[] | null | undefined
  readonly removeTags?: readonly string[] | null | undefined
}
type Loose<T> = { readonly [Key in keyof T]: T[Key] | undefined }

/** The same fields as a patch has them. */
interface PatchedFields {
  readonly birthDate?: PartialDate | null
  readonly customFields?: readonly CustomFieldChange[]
  readonly addTags?: readonly string[]
  readonly removeTags?: readonly string[]
}

/**
 * A record's input as the directory takes it: what was left out stays out, a date is whole, and a list of changes that is null
 * asks for none.
 */
export function toPatch<Input extends ShapedFields>(
  input: Input,
): Given<Omit<Input, keyof ShapedFields>> & PatchedFields {
  const { birthDate, customFields, addTags, removeTags, ...rest } = input
  return {
    ...given(rest),
    ...(birthDate !== undefined && { birthDate: birthDate && toPartialDate(birthDate) }),
    ...(customFields && { customFields: customFields.map(({ key, value }) => ({ key, value: value ?? null })) }),
    ...(addTags && { addTags }),
    ...(removeTags && { removeTags }),
  }
}

function toPartialDate({ year, month, day }: Partial<Loose<PartialDate>>): PartialDate {
  return { year: year ?? null, month: month ?? null, day: day ?? null }
}
