import { GatewayError, invalidInput } from '../../../model/errors.ts'
import type { Json, JsonObject } from '../../../model/json.ts'
import type { FieldChange } from '../../../model/receipt.ts'
import type { CustomFieldDefinition } from '../../../model/record.ts'
import type { Plan, PlannedRequest } from '../../source.ts'
import { CRM } from './reads.ts'
import type { WireContact, WireListItem, WireRow } from './wire.ts'

/** A contact as it is now, with all that plans for it are made from. */
export interface OpenedContact {
  readonly source: string
  readonly wire: WireContact
  readonly rows: readonly WireRow[]
  readonly definitions: readonly CustomFieldDefinition[]
  readonly stages: readonly WireListItem[]
}

export function toPlan(
  requests: readonly PlannedRequest[],
  changes: readonly FieldChange[],
  sideEffects: readonly FieldChange[] = [],
): Plan {
  return requests.length === 0 ? { requests, changes: [], sideEffects: [] } : { requests, changes, sideEffects }
}

export function change(path: string, before: Json, after: Json, repaired: boolean | null = null): FieldChange {
  return { path, before, after, repaired }
}

/** Below a contact: `{id}` stands for the id of one that is yet to be made. */
export function contactPath(id: number | '{id}', rest = ''): string {
  return `${CRM}/contact/${id}${rest}`
}

/**
 * Several calls don't ask whether the account may edit the contact, and do what they are told. Throws `FORBIDDEN`.
 */
export function checkEditable({ source, wire }: Pick<OpenedContact, 'source' | 'wire'>): void {
  if (wire.canEdit !== false) return
  throw new GatewayError('FORBIDDEN', `The account ${source} is linked with may see this contact, not change it.`, {
    source,
  })
}

/**
 * What overwriting a contact's row takes away besides: its industry and currency, which no call can set again, and its stage, which
 * one can. Its type goes too, but the portal never shows that.
 */
export function lossesOf(
  wire: WireContact,
  stage: { readonly path: string; readonly before: Json } | null,
): readonly FieldChange[] {
  const { industry, currency, contactType } = wire
  return [
    ...(industry ? [change('raw.industry', industry, '', false)] : []),
    ...(currency ? [change('raw.currency', currency as Json, null, false)] : []),
    ...(contactType ? [change('raw.contactType', contactType as Json, null, false)] : []),
    ...(stage ? [change(stage.path, stage.before, stage.before, true)] : []),
  ]
}

/**
 * Whether a text is a time and nothing else. The portal's JSON reader takes it for one and writes it again in its own way, in its own
 * time zone even.
 */
export function isTime(text: string | null | undefined): boolean {
  return text != null && (TIME.test(text.trim()) || text.trim().startsWith('/Date('))
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/

/** Refuses a time where only JSON will do. Throws `INVALID_INPUT` at `path`. */
export function checkNoTime(path: readonly string[], text: string | null | undefined): void {
  if (!isTime(text)) return
  throw invalidInput(
    path,
    'is a time and nothing else, which the portal would rewrite; add a word, or give the day alone',
  )
}

/** Refuses to send along texts that nobody mentioned and that would not be the same afterwards. Throws `INVALID_INPUT` at the field. */
export function checkKept(texts: Readonly<Record<string, string>>): void {
  for (const [field, text] of Object.entries(texts)) checkNoTime([field], text)
}

/** A request whose texts arrive as they are: as a form, which the portal reads as it stands, where JSON would have one rewritten. */
export function verbatim(request: PlannedRequest): PlannedRequest {
  const values = Object.values((request.body ?? {}) as JsonObject)
  return values.some((value) => typeof value === 'string' && isTime(value)) ? { ...request, as: 'form' } : request
}
