import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ContactItemChange } from '../../../src/model/contact-item.ts'
import type { GatewayError } from '../../../src/model/errors.ts'
import { silentLogger } from '../../../src/model/logger.ts'
import type { Picture } from '../../../src/model/picture.ts'
import type { Page } from '../../../src/model/query.ts'
import type { RecordType } from '../../../src/model/ref.ts'
import type { OpenRecord, PatchOf, Plan, RecordOf, Sent, Source } from '../../../src/sources/source.ts'
import { storeDefinition } from '../../../src/sources/store/index.ts'

export const signal = new AbortController().signal

/** The store as its own interface has it, closed when the test ends; `at` moves its clock. */
export type TestStore = Required<
  Pick<Source, 'open' | 'send' | 'planCreate' | 'readAvatar' | 'listMembers' | 'wasDone'>
> &
  Source & { readonly clock: { ms: number } }

export async function openStore(settings: Readonly<Record<string, unknown>> = {}): Promise<TestStore> {
  const clock = { ms: Date.UTC(2026, 5, 1) }
  const source = await storeDefinition.create(
    'own',
    storeDefinition.settings.parse({ url: 'sqlite::memory:', ...settings }),
    { log: silentLogger, now: () => clock.ms, linkTo: null },
  )
  onTestFinished(() => source.close?.())
  const { open, send, planCreate, readAvatar, listMembers, wasDone } = source
  if (!open || !send || !planCreate || !readAvatar || !listMembers || !wasDone)
    throw new Error('The store lacks a method')
  return { ...source, open, send, planCreate, readAvatar, listMembers, wasDone, clock }
}

/** A folder of the test's own, removed when it ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kith-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export async function create<Type extends RecordType>(
  store: TestStore,
  type: Type,
  patch: PatchOf<Type>,
  items: readonly ContactItemChange[] = [],
): Promise<string> {
  const id = (await carryOut(store, await store.planCreate(type, patch, null, { signal }))).id!
  if (items.length > 0) await carryOut(store, (await openForWrite(store, type, id)).upsertContactItems!(items))
  return id
}

export async function openForWrite<Type extends RecordType>(
  store: TestStore,
  type: Type,
  id: string,
): Promise<OpenRecord<Type>> {
  const open = await store.open(type, id, { signal })
  if (open === null) throw new Error(`No ${type} ${id}`)
  return open
}

export async function read<Type extends RecordType>(store: TestStore, type: Type, id: string): Promise<RecordOf<Type>> {
  return (await openForWrite(store, type, id)).record
}

export async function update<Type extends RecordType>(
  store: TestStore,
  type: Type,
  id: string,
  patch: PatchOf<Type>,
): Promise<Sent> {
  return carryOut(store, (await openForWrite(store, type, id)).update!(patch))
}

/** Sends a plan that is expected to succeed. */
export async function carryOut(store: TestStore, plan: Plan): Promise<Sent> {
  const sent = await store.send(plan, { signal, ifVersion: null })
  if (sent.error) throw sent.error
  return sent
}

/** The error of a planner or of anything else that throws or rejects. */
export async function failureOf(work: () => unknown): Promise<GatewayError> {
  try {
    await work()
  } catch (error) {
    return error as GatewayError
  }
  throw new Error('It did not fail')
}

export function names(page: Page<RecordOf<RecordType>>): readonly string[] {
  return page.entries.map(({ item }) => item.displayName)
}

/** A picture for the store, which looks at the name of the bytes alone. */
export async function picture(text: string): Promise<Picture> {
  const bytes = new TextEncoder().encode(text)
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return { bytes, contentType: 'image/png', filename: 'avatar.png', sha256: Buffer.from(digest).toString('hex') }
}
