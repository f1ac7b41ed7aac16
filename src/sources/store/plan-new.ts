import type { Picture } from '../../model/picture.ts'
import type { RecordType } from '../../model/ref.ts'
import type { Plan, PlannedRequest, RecordOf } from '../source.ts'
import { toPlan } from './plan.ts'

/** The plan of a record that is not there yet: whatever it will hold is a change from `null`. */
export function planNew<Type extends RecordType>(
  blank: RecordOf<Type>,
  after: RecordOf<Type>,
  picture: Picture | null,
  requests: readonly PlannedRequest[],
): Plan {
  const plan = toPlan(blank, after, requests)
  const changes = plan.changes.map((change) => (change.before === '' ? { ...change, before: null } : change))
  const avatar = picture && { path: 'avatar', before: null, after: picture.sha256, repaired: null }
  return { ...plan, changes: avatar ? [avatar, ...changes] : changes }
}
