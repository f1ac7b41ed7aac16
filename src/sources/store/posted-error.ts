import type { ErrorCode } from '../../model/errors.ts'
import { GatewayError } from '../../model/errors.ts'
import type { Done } from './carry-out.ts'

/** An outcome as it goes from one thread to another, where errors keep no more than message and stack. */
export type PostedOutcome = { readonly done: Done } | { readonly error: PostedError }

export interface PostedError {
  readonly message: string
  readonly stack: string | undefined
  /** Of a `GatewayError`. */
  readonly code?: ErrorCode
  readonly path?: readonly string[]
  readonly currentVersion?: string
  readonly source?: string
  /** Of an error of SQLite's. */
  readonly errcode?: number
}

export function postError(error: unknown): PostedError {
  if (!(error instanceof Error)) return { message: String(error), stack: undefined }
  const { message, stack } = error
  if (error instanceof GatewayError) {
    const { code, path, currentVersion, source } = error
    return {
      message,
      stack,
      code,
      ...(path && { path }),
      ...(currentVersion !== undefined && { currentVersion }),
      ...(source !== undefined && { source }),
    }
  }
  const errcode = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : undefined
  return { message, stack, ...(errcode !== undefined && { errcode }) }
}

export function reviveError({ message, stack, code, errcode, ...options }: PostedError): Error {
  const error = code === undefined ? new Error(message) : new GatewayError(code, message, options)
  if (stack !== undefined) error.stack = stack
  return errcode === undefined ? error : Object.assign(error, { errcode })
}
