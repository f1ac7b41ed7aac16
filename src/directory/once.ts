import { createHash } from 'node:crypto'
import { GatewayError, invalidInput } from '../model/errors.ts'
import { canonicalJson, type Json } from '../model/json.ts'
import type { WriteResult } from '../model/receipt.ts'
import type { WriteControl } from './directory.ts'
import type { IdempotencyKey, JournalEntry } from './journal.ts'
import { lockOfKey } from './locks.ts'
import type { DirectoryState } from './state.ts'

/** Longest idempotency key, in characters. */
const MAX_KEY_LENGTH = 255

export interface OnceContext {
  readonly state: DirectoryState
  readonly signal: AbortSignal
  /** Whose keys these are. */
  readonly caller: string
  /** Finds out what became of a write that was cut off. `null`: that can't be told now. */
  settle(entry: JournalEntry): Promise<WriteResult<unknown> | 'not done' | null>
}

/**
 * Does the work, unless a write with this key has been done: then gives that one's result again. Calls with one key wait for each
 * other. Throws `INVALID_INPUT` for a key that is empty or too long, `CONFLICT` for one that was used for something else or whose
 * first use has not ended in time.
 */
export async function once<Result extends WriteResult<unknown>>(
  operation: string,
  input: WriteControl,
  context: OnceContext,
  work: (key: IdempotencyKey | null) => Promise<Result>,
): Promise<Result> {
  const { idempotencyKey: key, ...rest } = input
  // A plan does nothing that could be done twice.
  if (key == null || input.dryRun) {
    if (key != null) checkKey(key)
    return work(null)
  }
  checkKey(key)
  const { state, signal, caller } = context
  const fingerprint = fingerprintOf(operation, rest)

  try {
    return await state.locks.run(lockOfKey(caller, key), signal, async () => {
      const known = await state.journal.find(caller, key)
      if (known === null) return work({ caller, key, fingerprint })
      if (known.key?.fingerprint !== fingerprint) {
        throw conflict('This idempotency key was used for another write. Take a new key for a new write.')
      }
      if (known.result !== null) return revive(known.result) as Result
      const settled = await context.settle(known)
      if (settled === 'not done') return work({ caller, key, fingerprint })
      if (settled !== null) {
        if (isKnown(settled)) await state.journal.finish(known.mark, toKept(settled))
        return settled as Result
      }
      throw conflict(
        'A write with this key was begun and its outcome can not be told yet. Ask again later, with the same key.',
      )
    })
  } catch (error) {
    if (error instanceof GatewayError || !signal.aborted) throw error
    throw conflict('The first write with this key has not ended yet. Ask again later, with the same key.')
  }
}

/** A write whose outcome is not known stays in the journal as unfinished, to be looked at again. */
export function isKnown({ receipts }: WriteResult<unknown>): boolean {
  return receipts.every(({ outcome }) => outcome !== 'UNKNOWN')
}

/** The result as the journal keeps it. */
export function toKept(result: WriteResult<unknown>): Json {
  return JSON.parse(JSON.stringify(result, keepErrors)) as Json
}

function keepErrors(_key: string, value: unknown): unknown {
  if (!(value instanceof GatewayError)) return value
  const { code, message, source, path, retryAfterMs, id, currentVersion } = value
  return { $error: { code, message, source, path, retryAfterMs, id, currentVersion } }
}

function revive(kept: Json): unknown {
  return JSON.parse(JSON.stringify(kept), (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('$error' in value)) return value
    const { code, message, ...options } = value.$error as { code: GatewayError['code']; message: string }
    return new GatewayError(code, message, options)
  })
}

/** The same for the same operation with the same input, files by their bytes. */
function fingerprintOf(operation: string, input: object): string {
  const text = canonicalJson({ operation, input: withoutBytes(input) })
  return createHash('sha256').update(text).digest('base64url')
}

function withoutBytes(value: unknown): unknown {
  if (value instanceof Uint8Array) return createHash('sha256').update(value).digest('hex')
  if (Array.isArray(value)) return value.map(withoutBytes)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutBytes(inner)]))
}

function checkKey(key: string): void {
  if (key.length >= 1 && key.length <= MAX_KEY_LENGTH) return
  throw invalidInput(
    ['idempotencyKey'],
    `An idempotency key has 1 to ${MAX_KEY_LENGTH} characters; this one has ${key.length}.`,
  )
}

function conflict(message: string): GatewayError {
  return new GatewayError('CONFLICT', message, { path: ['idempotencyKey'] })
}
