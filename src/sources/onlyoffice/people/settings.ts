import { z } from 'zod'
import { CREDENTIALS_MESSAGE, hasCredentials, portalSettings } from '../session.ts'

/** What may be said of the People of a portal, Workspace or DocSpace. `readme.md` says what each is for. */
export const peopleSettings = z
  .strictObject({
    ...portalSettings,
    /** Users asked for in one request of many, where the portal has such; 1: never. */
    batchSize: z.int().min(1).max(200).default(50),
  })
  .refine(hasCredentials, { path: ['token'], message: CREDENTIALS_MESSAGE })

export type PeopleSettings = z.output<typeof peopleSettings>
