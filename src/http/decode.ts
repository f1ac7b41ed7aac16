import type { ZodType } from 'zod'
import { GatewayError } from '../model/errors.ts'
import { derive } from './derive.ts'
import { fitsOf } from './fits.ts'

export interface DecodeContext {
  /** Configured name of the source that answered. */
  readonly source: string
  /** What was read, in a few words: "a contact", "the list of people". */
  readonly what: string
}

/** How many things that are wrong are named; with the first few everyone knows where to look. */
const MAX_NAMED = 3

/**
 * Reads what a source answered. Throws `BAD_SOURCE_RESPONSE` that names `what` and where in it the shape is wrong, never the
 * values themselves, which may be personal data.
 */
export function decode<T>(schema: ZodType<T>, value: unknown, context: DecodeContext): T {
  return derive(value, schema, () => check(schema, value, context))
}

function check<T>(schema: ZodType<T>, value: unknown, context: DecodeContext): T {
  if (fitsOf(schema)?.(value)) return value as T
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const { issues } = result.error
  const named = issues.slice(0, MAX_NAMED).map((issue) => {
    const where = issue.path.map(String).join('.')
    // A schema's own messages may quote what they were given.
    const wrong = issue.code === 'custom' ? 'is not valid' : issue.message
    return where === '' ? wrong : `${where}: ${wrong}`
  })
  const rest = issues.length > MAX_NAMED ? `; and ${issues.length - MAX_NAMED} more` : ''
  throw new GatewayError(
    'BAD_SOURCE_RESPONSE',
    `${context.source} answered ${context.what} in an unexpected shape: ${named.join('; ')}${rest}`,
    { source: context.source },
  )
}
