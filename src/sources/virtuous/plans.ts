import type { FieldChange } from '../../model/receipt.ts'
import type { Plan, PlannedRequest } from '../source.ts'

/** Nothing to be done. */
export const NO_PLAN: Plan = { requests: [], changes: [], sideEffects: [] }

export function toPlan(
  requests: readonly PlannedRequest[],
  changes: readonly FieldChange[],
  sideEffects: readonly FieldChange[] = [],
): Plan {
  return requests.length === 0 ? NO_PLAN : { requests, changes, sideEffects }
}

/** A flag or text that a change names; where it names none, the one that is there. `null` clears. */
export function changed<T>(change: T | null | undefined, present: T, cleared: T): T {
  if (change === undefined) return present
  return change ?? cleared
}
