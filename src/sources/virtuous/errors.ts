import { z } from 'zod'
import type { VendorError } from '../../http/client.ts'

// Two families of error bodies live side by side: https://docs.virtuous.org/error-handling and recorded answers.

const legacy = z.looseObject({
  message: z.string(),
  modelState: z.record(z.string(), z.array(z.string())).optional(),
})

const canonical = z.looseObject({
  error: z.looseObject({
    code: z.string().optional(),
    message: z.string(),
    details: z.array(z.looseObject({ field: z.string().nullish(), message: z.string().nullish() })).nullish(),
  }),
})

/** What the token endpoint says. */
const grant = z.looseObject({ error: z.string(), error_description: z.string().nullish() })

const MAX_FIELDS = 5
const MAX_CHARACTERS = 300

/** The vendor's own words of a failure, whichever family they are in. `null`: it said nothing that can be read. */
export function readVendorError(_status: number, body: unknown): VendorError | null {
  const modern = canonical.safeParse(body)
  if (modern.success) {
    const { message, details } = modern.data.error
    return toError(message, details?.map(({ field, message: why }) => ({ field: field ?? '', why: why ?? '' })) ?? [])
  }
  const older = legacy.safeParse(body)
  if (!older.success) return null
  const { message, modelState } = older.data
  return toError(
    message,
    Object.entries(modelState ?? {}).map(([field, why]) => ({ field, why: why.join(' ') })),
  )
}

/** The token endpoint's refusals are all about who signs in, whatever their status. */
export function readSignInError(status: number, body: unknown): VendorError | null {
  const refused = grant.safeParse(body)
  if (!refused.success) return readVendorError(status, body)
  const { error, error_description: description } = refused.data
  return { code: 'SOURCE_UNAUTHENTICATED', message: tidy(description ?? error) }
}

function toError(message: string, details: readonly { readonly field: string; readonly why: string }[]): VendorError {
  const fields = details.slice(0, MAX_FIELDS).map(({ field, why }) => {
    // "contactIndividual.birthDay" is the server's word for its own argument; the field's name is what tells something.
    const name = field.split('.').at(-1) ?? ''
    return [name, why].filter((part) => part !== '').join(': ')
  })
  return { message: tidy([message, ...fields].join(' ')) }
}

/** Words of the vendor may quote what they are about: addresses and numbers are left out. */
function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[^\s"'<>(]+@[^\s"'<>)]+/g, '…')
    .replace(/\+?\d[\d\s().-]{6,}\d/g, '…')
    .slice(0, MAX_CHARACTERS)
}
