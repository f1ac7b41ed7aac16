import type { GatewayError } from './errors.ts'
import type { Json } from './json.ts'

export const WRITE_OUTCOMES = [
  'CREATED',
  'UPDATED',
  'UNCHANGED',
  'DELETED',
  'PENDING',
  'PLANNED',
  'REJECTED',
  'UNKNOWN',
] as const
export type WriteOutcome = (typeof WRITE_OUTCOMES)[number]

/** `ATOMIC`: `ifVersion` was checked in the same transaction as the write. `ADVISORY`: just before it. */
export const WRITE_GUARANTEES = ['ATOMIC', 'ADVISORY'] as const
export type WriteGuarantee = (typeof WRITE_GUARANTEES)[number]

/** One value that changed. `path` is dotted, in the words of the unified schema: `birthDate.day`, `customFields.Region`, `contactItems.17.value`. */
export interface FieldChange {
  readonly path: string
  readonly before: Json
  readonly after: Json
  /** Of a side effect: whether it was put right again. `null`: does not apply. */
  readonly repaired: boolean | null
}

/** A request as the receipt shows it: no credentials, a file as its name, type, size and checksum. */
export interface SourceRequest {
  readonly method: string
  /** Below the source's `url`, query included. */
  readonly path: string
  readonly body: Json
}

/** What one source did in one write. */
export interface WriteReceipt {
  readonly source: string
  readonly outcome: WriteOutcome
  /** Asked for, and seen when read back. */
  readonly changes: readonly FieldChange[]
  /** Not asked for, yet changed by the source. */
  readonly sideEffects: readonly FieldChange[]
  /** Sent, or with `dryRun` to be sent. */
  readonly requests: readonly SourceRequest[]
  readonly guarantee: WriteGuarantee
}

/** What a write gives back: the record as it now is, a receipt for each source, and what the caller can mend. */
export interface WriteResult<Item> {
  readonly record: Item | null
  readonly receipts: readonly WriteReceipt[]
  readonly userErrors: readonly GatewayError[]
}
