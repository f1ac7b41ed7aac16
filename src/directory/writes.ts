import type { Capability } from '../model/capability.ts'
import { GatewayError } from '../model/errors.ts'
import type { WriteResult } from '../model/receipt.ts'
import type { RecordType } from '../model/ref.ts'
import type { PatchOf, Plan, RecordOf } from '../sources/source.ts'
import { removeAvatar, uploadAvatar } from './avatar-writes.ts'
import { removeContactItem, upsertContactItems } from './contact-item-writes.ts'
import type { CreateInput, DeleteInput, UpdateInput, Writes } from './directory.ts'
import { checkCapability, checkWritable, patchOf, readSource, readTarget, type Sources } from './input.ts'
import { planner, refuse, under } from './planning.ts'
import { readPicture } from './read-picture.ts'
import { resolveReferences } from './references.ts'
import { type WriteContext, write } from './write.ts'
import { checkControl } from './write-control.ts'

/** Everything that can be written, over all sources. */
export function createWrites(sources: Sources, context: WriteContext): Writes {
  const create =
    <Type extends RecordType>(type: Type) =>
    (input: CreateInput<PatchOf<Type>>) =>
      answering(() => createRecord(type, input, sources, context))
  const update =
    <Type extends RecordType>(type: Type) =>
    (input: UpdateInput<PatchOf<Type>>) =>
      answering(() => updateRecord(type, input, sources, context))
  const remove =
    <Type extends RecordType>(type: Type) =>
    (input: DeleteInput) =>
      answering(() => deleteRecord(type, input, sources, context))

  return {
    createPerson: create('Person'),
    updatePerson: update('Person'),
    deletePerson: remove('Person'),
    createUser: create('User'),
    updateUser: update('User'),
    deleteUser: remove('User'),
    createOrganization: create('Organization'),
    updateOrganization: update('Organization'),
    deleteOrganization: remove('Organization'),
    upsertContactItem: ({ ownerId, ifVersion, dryRun, idempotencyKey, ...change }) =>
      answeringItems(() =>
        upsertContactItems({ ownerId, items: [change], ifVersion, dryRun, idempotencyKey }, [], sources, context),
      ),
    upsertContactItems: (input) => answeringItems(() => upsertContactItems(input, ['items'], sources, context)),
    removeContactItem: (input) => answeringItems(() => removeContactItem(input, sources, context)),
    uploadAvatar: (input) => answering(() => uploadAvatar(input, sources, context)),
    removeAvatar: (input) => answering(() => removeAvatar(input, sources, context)),
  }
}

async function createRecord<Type extends RecordType>(
  type: Type,
  input: CreateInput<PatchOf<Type>>,
  sources: Sources,
  context: WriteContext,
): Promise<WriteResult<RecordOf<Type>>> {
  const source = readSource(input.source, sources)
  checkControl(input)
  const patch = patchOf<PatchOf<Type>>(input)
  await checkCapability(source, capabilityFor(type, 'CREATE'), context)
  checkWritable(source, type, patch)
  const picture = input.avatar ? await readPicture(input.avatar, ['avatar'], source) : null
  const resolved = await resolveReferences<Type>(patch, source, sources, context.loaders)
  return write(
    {
      type,
      source,
      id: null,
      control: input,
      plan: () =>
        source.planCreate?.(type, resolved, picture, context) ?? refuse(source, `create a ${type.toLowerCase()}`),
    },
    context,
  )
}

async function updateRecord<Type extends RecordType>(
  type: Type,
  input: UpdateInput<PatchOf<Type>>,
  sources: Sources,
  context: WriteContext,
): Promise<WriteResult<RecordOf<Type>>> {
  const { ref, source } = readTarget(input.id, [type], 'id', sources)
  checkControl(input)
  const patch = patchOf<PatchOf<Type>>(input)
  await checkCapability(source, capabilityFor(type, 'UPDATE'), context)
  checkWritable(source, type, patch)
  if (input.avatar) await checkCapability(source, 'AVATAR_UPLOAD', context)
  if (input.avatar === null) await checkCapability(source, 'AVATAR_REMOVE', context)
  const picture = input.avatar ? await readPicture(input.avatar, ['avatar'], source) : null
  const resolved = await resolveReferences<Type>(patch, source, sources, context.loaders)
  return write(
    {
      type,
      source,
      id: ref.id,
      control: input,
      picture,
      plan: (open) => {
        const plans: Plan[] = [planner(open?.update, source, `update a ${type.toLowerCase()}`)(resolved)]
        if (picture) plans.push(under(['avatar'], () => planner(open?.putAvatar, source, 'set an avatar')(picture)))
        if (input.avatar === null) plans.push(planner(open?.removeAvatar, source, 'remove an avatar')())
        return joined(plans)
      },
    },
    context,
  )
}

async function deleteRecord<Type extends RecordType>(
  type: Type,
  input: DeleteInput,
  sources: Sources,
  context: WriteContext,
): Promise<WriteResult<RecordOf<Type>>> {
  const { ref, source } = readTarget(input.id, [type], 'id', sources)
  checkControl(input)
  await checkCapability(source, capabilityFor(type, 'DELETE'), context)
  return write(
    {
      type,
      source,
      id: ref.id,
      control: input,
      deletes: true,
      plan: (open) => planner(open?.delete, source, `delete a ${type.toLowerCase()}`)(),
    },
    context,
  )
}

function capabilityFor(type: RecordType, verb: 'CREATE' | 'UPDATE' | 'DELETE'): Capability {
  return `${type.toUpperCase() as Uppercase<RecordType>}_${verb}`
}

function joined(plans: readonly Plan[]): Plan {
  if (plans.length === 1) return plans[0]!
  return {
    requests: plans.flatMap(({ requests }) => requests),
    changes: plans.flatMap(({ changes }) => changes),
    sideEffects: plans.flatMap(({ sideEffects }) => sideEffects),
    pending: plans.some(({ pending }) => pending === true),
  }
}

/** Refusals on the way become `userErrors`; a bug goes on up. */
async function answering<Item>(work: () => Promise<WriteResult<Item>>): Promise<WriteResult<Item>> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    return { record: null, receipts: [], userErrors: [error] }
  }
}

async function answeringItems(
  work: () => ReturnType<Writes['upsertContactItem']>,
): ReturnType<Writes['upsertContactItem']> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    return { record: null, items: [], receipts: [], userErrors: [error] }
  }
}
