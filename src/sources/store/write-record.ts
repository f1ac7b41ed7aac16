import { GatewayError, invalidInput } from '../../model/errors.ts'
import type { OrganizationPatch, PersonPatch, UserPatch } from '../../model/patch.ts'
import type { RecordType } from '../../model/ref.ts'
import type { PatchOf } from '../source.ts'
import { toOrganizationColumns, toPersonColumns, toUserColumns } from './columns.ts'
import { isUniqueViolation } from './database.ts'
import { foldTag } from './derived.ts'
import { checkExists, checkNoCycle } from './references.ts'
import type { Target, Writer } from './writer.ts'

/** Makes a record with its own fields; `finishRecord` gives it its name and first revision. */
export async function createRecord<Type extends RecordType>(
  writer: Writer,
  type: Type,
  patch: PatchOf<Type>,
): Promise<Target> {
  const { tx, now } = writer
  const id = writer.newId()
  const { pk } = await tx
    .insertInto('records')
    .values({ id, type, revision: 0, display_name: '', sort_name: '', created_at: now, updated_at: now })
    .returning('pk')
    .executeTakeFirstOrThrow()
  const target = { type, id, pk }
  if (type === 'Person') await tx.insertInto('people').values({ pk }).execute()
  if (type === 'User') await tx.insertInto('users').values({ pk }).execute()
  if (type === 'Organization') await tx.insertInto('organizations').values({ pk, name: '' }).execute()
  await patchRecord(writer, target, patch)
  return target
}

/** Sets the fields that the patch names. Throws `INVALID_INPUT` at a reference to a record that is not there. */
export async function patchRecord(
  writer: Writer,
  target: Target,
  patch: PersonPatch | UserPatch | OrganizationPatch,
): Promise<void> {
  if (target.type === 'Person') await patchPerson(writer, target, patch as PersonPatch)
  else if (target.type === 'User') await patchUser(writer, target, patch as UserPatch)
  else await patchOrganization(writer, target, patch as OrganizationPatch)
  for (const { key, value } of patch.customFields ?? []) await setCustomField(writer, target, key, value)
}

async function patchPerson(writer: Writer, { pk }: Target, patch: PersonPatch): Promise<void> {
  await checkExists(writer, 'Organization', patch.organizationId, ['organizationId'])
  const columns = toPersonColumns(patch)
  if (!isEmpty(columns)) await writer.tx.updateTable('people').set(columns).where('pk', '=', pk).execute()
  if (patch.managerIds !== undefined) await setManagers(writer, pk, patch.managerIds ?? [])
  for (const tag of patch.removeTags ?? []) {
    const folded = foldTag(tag)
    await writer.tx.deleteFrom('person_tags').where('person_pk', '=', pk).where('folded', '=', folded).execute()
  }
  const added = (patch.addTags ?? []).map((tag) => ({ person_pk: pk, folded: foldTag(tag), name: tag }))
  if (added.length > 0) {
    await writer.tx
      .insertInto('person_tags')
      .values(added)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

async function patchUser(writer: Writer, { pk, id }: Target, patch: UserPatch): Promise<void> {
  await checkExists(writer, 'User', patch.managerId, ['managerId'])
  const columns = toUserColumns(patch)
  try {
    if (!isEmpty(columns)) await writer.tx.updateTable('users').set(columns).where('pk', '=', pk).execute()
  } catch (error) {
    if (isUniqueViolation(error)) throw invalidInput(['username'], 'another user has this name')
    throw error
  }
  if (patch.managerId != null) await checkNoCycle(writer, 'users', id, ['managerId'])
}

async function patchOrganization(writer: Writer, { pk, id }: Target, patch: OrganizationPatch): Promise<void> {
  await checkExists(writer, 'Organization', patch.parentId, ['parentId'])
  const columns = toOrganizationColumns(patch)
  if (!isEmpty(columns)) await writer.tx.updateTable('organizations').set(columns).where('pk', '=', pk).execute()
  if (patch.parentId != null) await checkNoCycle(writer, 'organizations', id, ['parentId'])
}

async function setManagers(writer: Writer, pk: number, userIds: readonly string[]): Promise<void> {
  await writer.tx.deleteFrom('person_managers').where('person_pk', '=', pk).execute()
  for (const [position, id] of userIds.entries()) {
    await checkExists(writer, 'User', id, ['managerIds', String(position)])
    await writer.tx.insertInto('person_managers').values({ person_pk: pk, position, user_id: id }).execute()
  }
}

async function setCustomField({ tx }: Writer, { pk }: Target, key: string, value: string | null): Promise<void> {
  if (value === null) {
    await tx.deleteFrom('custom_fields').where('owner_pk', '=', pk).where('key', '=', key).execute()
  } else {
    await tx
      .insertInto('custom_fields')
      .values({ owner_pk: pk, key, value })
      .onConflict((conflict) => conflict.columns(['owner_pk', 'key']).doUpdateSet({ value }))
      .execute()
  }
}

/**
 * Takes a record away with all that is its own. A user's managing ends with it: whoever it managed is changed by that. Throws
 * `CONFLICT` for an organization that people, users or other organizations still belong to.
 */
export async function deleteRecord(writer: Writer, target: Target): Promise<void> {
  const { tx, now } = writer
  if (target.type === 'Organization') await checkUnused(writer, target)
  if (target.type === 'User') {
    const managed = tx.selectFrom('person_managers').select('person_pk').where('user_id', '=', target.id)
    const led = tx.selectFrom('users').select('pk').where('manager_id', '=', target.id)
    await tx
      .updateTable('records')
      .set((eb) => ({ revision: eb('revision', '+', 1), updated_at: now }))
      .where((eb) => eb.or([eb('pk', 'in', managed), eb('pk', 'in', led)]))
      .execute()
    await tx.deleteFrom('person_managers').where('user_id', '=', target.id).execute()
    await tx.updateTable('users').set({ manager_id: null }).where('manager_id', '=', target.id).execute()
  }
  await tx.deleteFrom('records').where('pk', '=', target.pk).execute()
}

async function checkUnused({ tx, source }: Writer, { id }: Target): Promise<void> {
  const counts = await tx
    .selectNoFrom((eb) => [
      eb.selectFrom('people').select(eb.fn.countAll<number>().as('n')).where('organization_id', '=', id).as('people'),
      eb
        .selectFrom('user_accesses')
        .select(eb.fn.countAll<number>().as('n'))
        .where('organization_id', '=', id)
        .as('users'),
      eb.selectFrom('organizations').select(eb.fn.countAll<number>().as('n')).where('parent_id', '=', id).as('parts'),
    ])
    .executeTakeFirstOrThrow()
  const inUse = [
    [counts.people, 'people'],
    [counts.users, 'users'],
    [counts.parts, 'organizations'],
  ]
    .filter(([count]) => Number(count) > 0)
    .map(([count, what]) => `${what}: ${count}`)
  if (inUse.length === 0) return
  throw new GatewayError(
    'CONFLICT',
    `The organization can't be deleted while others belong to it (${inUse.join(', ')}). Move them first.`,
    { source },
  )
}

function isEmpty(columns: object): boolean {
  return Object.keys(columns).length === 0
}
