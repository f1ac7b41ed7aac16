import { z } from 'zod'
import { CONTACT_ITEM_KINDS } from '../../model/contact-item.ts'
import { ERROR_CODES } from '../../model/errors.ts'
import { PICTURE_TYPES } from '../../model/picture.ts'

const name = z.string().min(1)
const path = z.string().regex(/^\/?\S+$/)
const guid = z
  .string()
  .regex(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i, 'must be a GUID')
  .transform((text) => text.toLowerCase())

/** Everything that may be said of a BluSKY account. `readme.md` says what each is for and why it can't be known. */
export const bluskySettings = z
  .strictObject({
    url: z.url({ protocol: /^https?$/ }).default('https://api.blub0x.com'),
    token: name.optional(),
    username: name.optional(),
    password: name.optional(),
    authorizationHeader: z
      .string()
      .regex(/^[\w-]+$/)
      .default('Authorization'),
    authorizationScheme: z.string().regex(/^\S*$/).default('Bearer'),
    loginPath: path.default('/api/Account/Authenticate'),

    /** Which generation of endpoints reads one user and updates it. */
    generation: z.enum(['v2', 'legacy']).default('v2'),
    paths: z
      .strictObject({
        types: path.default('/api/ContactItem/GetAllTypes'),
        users: path.default('/api/Person/GetAllUsers'),
        /** `null` here and below: the account has no such endpoint. */
        occupancies: path.nullable().default('/api/Occupancy/GetAllOccupancies'),
        facilities: path.nullable().default('/api/Facility/GetAllFacilities'),
      })
      .prefault({}),

    /** The values of `ResultCode` that mean success. */
    successCodes: z.array(z.int()).min(1).default([0]),
    /** What other values mean, by number: `{ "3": "NOT_FOUND" }`. */
    resultCodes: z.record(z.string().regex(/^-?\d+$/), z.enum(ERROR_CODES)).default({}),

    /** Users asked for at once, above which the whole list is read in place of each. */
    listThreshold: z.int().min(1).default(10),
    /** The longest list that is read. */
    maxListSize: z.int().min(1).default(5000),
    /** How long a whole list is remembered; 0: only while it is being read. */
    cacheTtlMs: z.int().min(0).default(10_000),

    /** What the user view calls a user's contact items and their members. */
    contactItemFields: z
      .strictObject({
        list: name.default('ContactItems'),
        id: name.default('ContactInfoId'),
        type: name.default('ContactSubType'),
        typeName: name.default('ContactSubTypeName'),
        value: name.default('Value'),
        isDefault: name.default('IsDefault'),
      })
      .prefault({}),
    /** What the list of types calls their members; `children`: the types of a group, where they come in groups. */
    typeFields: z
      .strictObject({
        id: name.default('ContactSubType'),
        name: name.default('Name'),
        category: name.default('ContactType'),
        children: name.default('ContactSubTypes'),
      })
      .prefault({}),
    /** The kind of a type, by its id or name in lower case, where its name does not tell. */
    typeKinds: z.record(z.string(), z.enum(CONTACT_ITEM_KINDS)).default({}),
    /** The usual type of a kind, by its id. Otherwise the first of that kind. */
    usualTypes: z.partialRecord(z.enum(CONTACT_ITEM_KINDS), guid).default({}),

    /** What tells a user's contact items apart in an upsert. */
    upsertKey: z.enum(['type', 'type-and-value']).default('type'),
    /** With `upsertKey` `type`: what naming a type does whose item has another value. */
    takenType: z.enum(['replace', 'add']).default('replace'),
    /** Whether the system itself takes the default from the others of a kind. `false`: kith does. */
    demotesDefault: z.boolean().default(false),

    /** The largest picture, decoded. */
    maxAvatarBytes: z
      .int()
      .min(1)
      .default(5 * 1024 * 1024),
    /** Types of pictures that it takes; others are written anew as one of these. */
    avatarTypes: z.array(z.enum(PICTURE_TYPES)).min(1).default(['image/jpeg', 'image/png']),
    /** The largest request body: base64 makes a picture a third larger. */
    maxRequestBytes: z
      .int()
      .min(1024)
      .default(8 * 1024 * 1024),

    timeoutMs: z.int().min(1).default(5000),
    concurrency: z.int().min(1).default(4),
    requestsPerSecond: z.number().positive().default(5),
  })
  .superRefine((settings, context) => {
    const hasLogin = settings.username !== undefined && settings.password !== undefined
    if ((settings.token !== undefined) === hasLogin) {
      context.addIssue({ code: 'custom', path: ['username'], message: 'give either username and password, or token' })
    }
  })

export type BluskySettings = z.output<typeof bluskySettings>
