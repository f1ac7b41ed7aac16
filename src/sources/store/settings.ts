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

/** Where pictures are kept. */
const avatarStorage = z.discriminatedUnion('driver', [
  z.strictObject({
    driver: z.literal('fs'),
    /** Default: the name of the database file with `-avatars` behind it. */
    path: z.string().min(1).optional(),
  }),
  z.strictObject({
    driver: z.literal('s3'),
    bucket: z.string().min(1),
    region: z.string().min(1).default('us-east-1'),
    /** Default: Amazon's. */
    endpoint: z.url({ protocol: /^https?$/ }).optional(),
    accessKeyId: z.string().min(1),
    secretAccessKey: z.string().min(1),
    /** What stands before the names of the pictures, in a bucket that holds other things, too. */
    prefix: z
      .string()
      .regex(/^([a-z0-9_-]+\/)*$/i, 'must end with /, and be of letters, digits, - and _')
      .default('avatars/'),
    /** Whether the bucket stands in the path and not in the host name; servers besides Amazon's want that. */
    pathStyle: z.boolean().default(true),
  }),
])

export type AvatarStorage = z.output<typeof avatarStorage>

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
  avatars: avatarStorage.default({ driver: 'fs' }),
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
