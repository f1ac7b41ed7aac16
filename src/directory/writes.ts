import type { Capability } from '../model/capability.ts'
import { GatewayError } from '../model/errors.ts'
import type { Picture } from '../model/picture.ts'
import type { WriteResult } from '../model/receipt.ts'
import type { RecordType } from '../model/ref.ts'
import type { PatchOf, Plan, RecordOf, Source } from '../sources/source.ts'
import { settleEntry } from './aftermath.ts'
import { removeAvatar, uploadAvatar } from './avatar-writes.ts'
import { changedItems, removeContactItem, upsertContactItems } from './contact-item-writes.ts'
import type { CreateInput, DeleteInput, UpdateInput, UploadedFile, WriteControl, Writes } from './directory.ts'
import { checkCapability, checkPatch, checkWritable, patchOf, readSource, readTarget, type Sources } from './input.ts'
import { type OnceContext, once } from './once.ts'
import { planner, refuse, under } from './planning.ts'
import { resolveReferences } from './references.ts'
import { type WriteContext, write } from './write.ts'

/** Everything that can be written, over all sources. `caller`: whose idempotency keys are meant. */
export function createWrites(sources: Sources, base: Omit<WriteContext, 'key'>, caller: string): Writes {
  const { state, signal } = base
  const onceContext: OnceContext = {
    state,
    signal,
    caller,
    async settle(entry) {
      const source = sources.get(entry.write.source)
      return source ? settleEntry(entry, source, { signal }) : null
    },
  }
  /** Does a write once for its key; refusals on the way become `userErrors`, a bug goes on up. */
  async function run<Result extends WriteResult<unknown>>(
    operation: string,
    input: WriteControl,
    work: (context: WriteContext) => Promise<Result>,
  ): Promise<Result | RefusedResult> {
    try {
      return await once(operation, input, onceContext, (key) => work({ ...base, key }))
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error
      return { record: null, receipts: [], userErrors: [error] }
    }
  }

  const create =
    <Type extends RecordType>(type: Type) =>
    (input: CreateInput<PatchOf<Type>>) =>
      run(`create${type}`, input, (context) => createRecord(type, input, sources, context))
  const update =
    <Type extends RecordType>(type: Type) =>
    (input: UpdateInput<PatchOf<Type>>) =>
      run(`update${type}`, input, (context) => updateRecord(type, input, sources, context))
  const remove =
    <Type extends RecordType>(type: Type) =>
    (input: DeleteInput) =>
      run(`delete${type}`, input, (context) => deleteRecord(type, input, sources, context))

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
    async upsertContactItem({ ownerId, ifVersion, dryRun, idempotencyKey, ...change }) {
      const input = { ownerId, items: [change], ifVersion, dryRun, idempotencyKey }
      const result = await run('upsertContactItem', input, (context) => upsertContactItems(input, [], sources, context))
      return { ...result, items: changedItems(input, result) }
    },
    async upsertContactItems(input) {
      const work = (context: WriteContext) => upsertContactItems(input, ['items'], sources, context)
      const result = await run('upsertContactItems', input, work)
      return { ...result, items: changedItems(input, result) }
    },
    async removeContactItem(input) {
      const result = await run('removeContactItem', input, (context) => removeContactItem(input, sources, context))
      return { ...result, items: [] }
    },
    uploadAvatar: (input) => run('uploadAvatar', input, (context) => uploadAvatar(input, sources, context)),
    removeAvatar: (input) => run('removeAvatar', input, (context) => removeAvatar(input, sources, context)),
  }
}

type RefusedResult = WriteResult<never>

async function createRecord<Type extends RecordType>(
  type: Type,
  input: CreateInput<PatchOf<Type>>,
  sources: Sources,
  context: WriteContext,
): Promise<WriteResult<RecordOf<Type>>> {
  const source = readSource(input.source, sources)
  const patch = patchOf<PatchOf<Type>>(input)
  await checkCapability(source, capabilityFor(type, 'CREATE'), context)
  checkWritable(source, type, patch)
  checkPatch(patch)
  const picture = await readAvatar(input.avatar, source, context)
  const resolved = await resolveReferences<Type>(patch, source, sources, context.loaders)
  return write(
    {
      type,
      source,
      id: null,
      control: input,
      place: asAvatar,
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
  const patch = patchOf<PatchOf<Type>>(input)
  await checkCapability(source, capabilityFor(type, 'UPDATE'), context)
  checkWritable(source, type, patch)
  checkPatch(patch)
  if (input.avatar) await checkCapability(source, 'AVATAR_UPLOAD', context)
  if (input.avatar === null) await checkCapability(source, 'AVATAR_REMOVE', context)
  const picture = await readAvatar(input.avatar, source, context)
  const resolved = await resolveReferences<Type>(patch, source, sources, context.loaders)
  return write(
    {
      type,
      source,
      id: ref.id,
      control: input,
      picture,
      place: asAvatar,
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

/** A refused picture is the input's avatar. */
function asAvatar(path: readonly string[]): readonly string[] {
  return path[0] === 'file' ? ['avatar', ...path.slice(1)] : path
}

async function readAvatar(
  file: UploadedFile | null | undefined,
  source: Source,
  { state, signal }: WriteContext,
): Promise<Picture | null> {
  return file ? state.pictures.read(file, ['avatar'], source, signal) : null
}

async function deleteRecord<Type extends RecordType>(
  type: Type,
  input: DeleteInput,
  sources: Sources,
  context: WriteContext,
): Promise<WriteResult<RecordOf<Type>>> {
  const { ref, source } = readTarget(input.id, [type], 'id', sources)
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
