import type { ExecutionResult, GraphQLError } from 'graphql'
import type { Logger } from '../model/logger.ts'
import type { Usage } from '../usage.ts'
import { toShownError } from './masking.ts'
import type { SeenOperation } from './yoga-plugins.ts'

/** What a result passes on its way out, whichever way it was made: its errors as clients see them. */
export function withShownErrors(
  result: ExecutionResult,
  requestId: string,
  { seen, log }: { readonly seen: SeenOperation; readonly log: Logger },
): ExecutionResult {
  const { errors, ...rest } = result
  if (!errors) return result
  const shown: readonly GraphQLError[] = errors.map((error) => toShownError(error, { requestId, log }))
  seen.errorCodes = [...new Set(shown.map(({ extensions }) => extensions.code))]
  return { ...rest, errors: shown }
}

/** Tells in `extensions.sources` what an answer cost at each source that was asked: `calls`, `shared`, `milliseconds`. */
export function withShownUsage(result: ExecutionResult, usage: Usage): ExecutionResult {
  if (usage.size === 0) return result
  const sources = Object.fromEntries(
    [...usage].map(([name, { milliseconds, ...counts }]) => [
      name,
      { ...counts, milliseconds: Math.round(milliseconds) },
    ]),
  )
  return { ...result, extensions: { ...result.extensions, sources } }
}

export const MAX_LOGGED_NAME_CHARACTERS = 100
