import { z } from 'zod'
import { PICTURE_TYPES } from '../../model/picture.ts'
import { USER_STATUSES } from '../../model/user.ts'

const path = z.string().regex(/^\/?\S+$/)

/** Everything that may be said of a LeadsyGroup account. `readme.md` says what each is for and why it can't be known. */
export const leadsySettings = z
  .strictObject({
    /** The reference prints no host. */
    url: z.url({ protocol: /^https?$/ }),
    token: z.string().min(1).optional(),
    username: z.string().min(1).optional(),
    password: z.string().min(1).optional(),
    authorizationScheme: z.string().regex(/^\S*$/).default('Bearer'),
    loginPath: path.default('/api/v1/users/login'),
    /** Where the login's body holds the two; a dot goes one object deeper: `user.email`. */
    loginFields: z
      .strictObject({ username: z.string().min(1).default('email'), password: z.string().min(1).default('password') })
      .prefault({}),
    /** Where the login's answer holds the token: `data.token`, `header:authorization`. Absent: the usual places. */
    tokenAt: z.string().min(1).optional(),

    paths: z
      .strictObject({
        validate: path.default('/api/v1/users/validate_jwt'),
        users: path.default('/api/v1/users'),
        user: path.default('/api/v1/users/{id}'),
        /** `null` here and below: the account has no such endpoint. */
        findByEmail: path.nullable().default('/api/v1/users/find_by_email'),
        userAccesses: path.nullable().default('/api/v1/users/{id}/user_access'),
        userAvatar: path.default('/api/v1/users/avatar'),
        companies: path.default('/api/v1/companies'),
        company: path.default('/api/v1/companies/{id}'),
        companyUsers: path.nullable().default('/api/v1/companies/{id}/users'),
        companyAvatar: path.nullable().default('/api/v1/companies/avatar'),
      })
      .prefault({}),

    /** Users asked for at once, above which the whole list is read in place of each. */
    listThreshold: z.int().min(1).default(10),
    /** The longest list that is read. */
    maxListSize: z.int().min(1).default(5000),
    /** How long a whole list is remembered; 0: only while it is being read. */
    cacheTtlMs: z.int().min(0).default(0),
    /** Sent as `per_page`, with `page`, until a page is short. `null`: lists come whole. */
    pageSize: z.int().min(1).nullable().default(null),

    avatarEncoding: z.enum(['raw', 'data-uri']).default('raw'),
    /** What an `avatar_route` that is no whole URL is resolved against. Default: `url`. */
    avatarBaseUrl: z.url({ protocol: /^https?$/ }).optional(),
    avatarRemovalBy: z.enum(['query', 'body']).default('query'),
    /** The largest picture, decoded. */
    maxAvatarBytes: z
      .int()
      .min(1)
      .default(5 * 1024 * 1024),
    /** Types of pictures that it takes; others are written anew as one of these. */
    avatarTypes: z
      .array(z.enum(PICTURE_TYPES))
      .min(1)
      .default([...PICTURE_TYPES]),
    /** The largest request body: base64 makes a picture a third larger. */
    maxRequestBytes: z
      .int()
      .min(1024)
      .default(8 * 1024 * 1024),

    /** How an update keeps the user's accesses: sent with their ids, sent as in a create, or left out. */
    accessesOnUpdate: z.enum(['with-ids', 'plain', 'omit']).default('with-ids'),
    /** What a new user may do. */
    newUserAccesses: z
      .array(z.strictObject({ companyId: z.int(), accessId: z.int(), isPrimary: z.boolean() }))
      .default([]),
    /** What the vendor's `status` means, by its lower-case word. */
    statuses: z
      .record(z.string(), z.enum(USER_STATUSES))
      .default({ active: 'ACTIVE', inactive: 'TERMINATED', pending: 'PENDING', invited: 'PENDING' }),

    timeoutMs: z.int().min(1).default(5000),
    concurrency: z.int().min(1).default(4),
    requestsPerSecond: z.number().positive().default(20),
  })
  .superRefine((settings, context) => {
    const hasLogin = settings.username !== undefined && settings.password !== undefined
    if ((settings.token !== undefined) === hasLogin) {
      context.addIssue({ code: 'custom', path: ['token'], message: 'give either token, or username and password' })
    }
  })

export type LeadsySettings = z.output<typeof leadsySettings>
