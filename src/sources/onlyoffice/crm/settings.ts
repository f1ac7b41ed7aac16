import { z } from 'zod'
import { CREDENTIALS_MESSAGE, hasCredentials, portalSettings } from '../session.ts'

/** Everything that may be said of a portal's CRM. `readme.md` says what each is for. */
export const crmSettings = z
  .strictObject({
    ...portalSettings,
    /** How many contacts one `POST batch` reads; 1: never ask for a batch. */
    batchSize: z.int().min(1).max(200).default(50),
    /** How long definitions of custom fields and the list of stages are remembered; 0: only while they are being read. */
    definitionsTtlMs: z.int().min(0).default(60_000),
    /** How long it is remembered which picture a contact has; 0: not at all. */
    avatarTtlMs: z.int().min(0).default(300_000),
    /** The largest picture in bytes; the portal's own limit, unless its administrator has set another. */
    maxAvatarBytes: z.int().min(1).default(5_242_880),
  })
  .refine(hasCredentials, { path: ['token'], message: CREDENTIALS_MESSAGE })

export type CrmSettings = z.output<typeof crmSettings>
