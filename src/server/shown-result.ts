import type { ExecutionResult, GraphQLError } from 'graphql'
import { isSourceFailure } from '../directory/failure.ts'
import type { Logger } from '../model/logger.ts'
import { failuresOf, type SourceUsage, type Usage } from '../usage.ts'
import { toShownError } from './masking.ts'
import { withoutTraces } from './without-traces.ts'
import type { SeenOperation } from './yoga-plugins.ts'

/** What a result passes on its way out, whichever way it was made: its errors as clients see them. */
export function withShownErrors(
  result: ExecutionResult,
  requestId: string,
  { seen, log }: { readonly seen: SeenOperation; readonly log: Logger },
): ExecutionResult {
  const { errors, ...rest } = result
  if (!errors) return result
  const shown: readonly GraphQLError[] = withoutTraces(() =>
    errors.map((error) => toShownError(error, { requestId, log })),
  )
  seen.errorCodes = [...new Set(shown.map(({ extensions }) => extensions.code))]
  return { ...rest, errors: shown }
}

/** Tells in `extensions.sources` what an answer cost at each source that was asked: `calls`, `shared`, `milliseconds`. */
export function withShownUsage(result: ExecutionResult, usage: Usage): ExecutionResult {
  return usage.size === 0 ? result : { ...result, extensions: { ...result.extensions, ...shownUsage(usage) } }
}

/** As it is in `extensions`. */
export function shownUsage(usage: Usage): { readonly sources: Readonly<Record<string, SourceUsage>> } {
  const sources = [...usage].map(([name, { calls, shared, milliseconds }]): [string, SourceUsage] => [
    name,
    { calls, shared, milliseconds: Math.round(milliseconds) },
  ])
  return { sources: Object.fromEntries(sources) }
}

/** Of one who was given the whole answer of another: every read was shared, and no call was its own. */
export function sharedUsage(usage: Usage): Usage {
  const whole = [...usage].map(([name, { calls, shared }]): [string, SourceUsage] => [
    name,
    { calls: 0, shared: calls + shared, milliseconds: 0 },
  ])
  return new Map(whole)
}

/** Which sources failed on the way to an answer, and with which codes, for the log; `null`: none did. */
export function failedSources({ errors }: ExecutionResult, usage: Usage): FailedSources | null {
  const failed = new Map([...failuresOf(usage)].map(([name, codes]) => [name, new Set<unknown>(codes)]))
  for (const { extensions } of errors ?? []) {
    const { source, code } = extensions
    if (typeof source === 'string' && isSourceFailure(code))
      failed.set(source, (failed.get(source) ?? new Set()).add(code))
  }
  return failed.size === 0 ? null : Object.fromEntries([...failed].map(([name, codes]) => [name, [...codes]]))
}

/** Codes by the source's name. */
export type FailedSources = Readonly<Record<string, readonly unknown[]>>

export const MAX_LOGGED_NAME_CHARACTERS = 100
