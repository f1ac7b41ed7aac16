import { GatewayError, unsupported } from '../model/errors.ts'
import type { Source } from '../sources/source.ts'

/** The planner, or a refusal where the record has none. */
export function planner<Planner extends (...args: never[]) => unknown>(
  candidate: Planner | undefined,
  source: Source,
  what: string,
): Planner {
  return candidate ?? refuse(source, what)
}

export function refuse(source: Source, what: string): never {
  throw unsupported(source.name, `${source.name} can't ${what}. Nothing was sent.`)
}

/**
 * Runs a planner whose paths are relative to one field of the input, so that its errors name the path into the whole input.
 * With `unwrap`, the first element (the index in a list of one) is dropped first.
 */
export function under<T>(prefix: readonly string[], work: () => T, options: { readonly unwrap?: boolean } = {}): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    const path = options.unwrap ? (error.path ?? []).slice(1) : (error.path ?? [])
    throw retold(error, { path: [...prefix, ...path] })
  }
}

interface Told {
  readonly path?: readonly string[] | undefined
  readonly id?: string | undefined
}

/** The error, told of another place in the input, or of another record. */
export function retold(error: GatewayError, { path = error.path, id = error.id }: Told): GatewayError {
  return new GatewayError(error.code, error.message, {
    ...(error.source !== undefined && { source: error.source }),
    ...(error.retryAfterMs !== undefined && { retryAfterMs: error.retryAfterMs }),
    ...(error.status !== undefined && { status: error.status }),
    ...(id !== undefined && { id }),
    ...(error.currentVersion !== undefined && { currentVersion: error.currentVersion }),
    outcomeUnknown: error.outcomeUnknown,
    ...(path !== undefined && { path }),
    cause: error,
  })
}
