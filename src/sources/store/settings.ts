import { z } from 'zod'
import { CUSTOM_FIELD_TYPES, type CustomFieldDefinition } from '../../model/record.ts'

const customField = z
  .strictObject({
    key: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, 'must be a letter, then letters, digits, - or _; at most 64'),
    label: z.string().trim().min(1).max(255),
    type: z.enum(CUSTOM_FIELD_TYPES).default('TEXT'),
    options: z.array(z.string().trim().min(1).max(255)).min(1).optional(),
  })
  .refine(({ type, options }) => (type === 'CHOICE') === (options !== undefined), {
    message: 'goes with the type CHOICE, and CHOICE with it',
    path: ['options'],
  })
  .transform((field): CustomFieldDefinition => ({ ...field, options: field.options ?? null }))

/** What stands under the source's name in the configuration. */
export const storeSettings = z.strictObject({
  /** `sqlite:` and a file, from the working directory on; or `sqlite::memory:`, which forgets. */
  url: z
    .string()
    .default('sqlite:./data/kith.db')
    .refine((url) => !/^postgres(ql)?:/i.test(url), {
      message: 'PostgreSQL is not supported yet; use sqlite:FILE',
      abort: true,
    })
    .refine(
      (url) => /^sqlite:(?!\/\/).+/.test(url),
      'must be sqlite:FILE, as in sqlite:./data/kith.db, or sqlite::memory:',
    ),
  /** Fills an empty database with invented people. */
  seed: z.boolean().default(false),
  customFields: z
    .array(customField)
    .default([])
    .refine((fields) => new Set(fields.map(({ key }) => key)).size === fields.length, 'two fields have the same key'),
})

export type StoreSettings = z.output<typeof storeSettings>

/** The file that the url names, or `:memory:`. */
export function databaseLocation({ url }: StoreSettings): string {
  return url.slice('sqlite:'.length)
}
