import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RecordType } from '../../../src/model/ref.ts'
import type { Plan, Source } from '../../../src/sources/source.ts'
import { create, openStore, read, signal, temporaryFolder } from './open.ts'

const send = (store: Source, plan: Plan, ifVersion: string | null = null) => store.send!(plan, { signal, ifVersion })

async function planUpdate(store: Source, type: RecordType, id: string, patch: object): Promise<Plan> {
  const opened = await store.open!(type, id, { signal })
  return opened!.update!(patch)
}

describe.each([
  ['on a thread of its own', () => `sqlite:${join(temporaryFolder(), 'kith.db')}`],
  ['in memory', () => 'sqlite::memory:'],
])('writes that come together, %s', (_where, makeUrl) => {
  it('are all carried out, each in its order', async () => {
    const store = await openStore({ url: makeUrl() })
    const id = await create(store, 'Person', { firstName: 'Ann' })
    const plans = await Promise.all(
      Array.from({ length: 40 }, (_, number) => planUpdate(store, 'Person', id, { jobTitle: `Title ${number}` })),
    )

    const sent = await Promise.all(plans.map((plan) => send(store, plan)))

    expect(sent.every(({ error, done }) => error === null && done === 1)).toBe(true)
    expect(await read(store, 'Person', id)).toMatchObject({ jobTitle: 'Title 39', version: '41' })
  })

  it('cost each other nothing when one of them fails', async () => {
    const store = await openStore({ url: makeUrl() })
    const ids = await Promise.all(['Ann', 'Bob', 'Cat'].map((firstName) => create(store, 'Person', { firstName })))
    const plans = await Promise.all(ids.map((id) => planUpdate(store, 'Person', id, { about: 'new' })))

    const sent = await Promise.all(plans.map((plan, index) => send(store, plan, index === 1 ? '7' : '1')))

    expect(sent.map(({ error }) => error?.code)).toEqual([undefined, 'CONFLICT', undefined])
    expect(sent[1]?.error).toMatchObject({ source: 'own', path: ['ifVersion'], currentVersion: '1' })
    const people = await Promise.all(ids.map((id) => read(store, 'Person', id)))
    expect(people.map(({ about }) => about)).toEqual(['new', null, 'new'])
  })

  it('leave nothing behind of one that fails halfway', async () => {
    const store = await openStore({ url: makeUrl() })
    const id = await create(store, 'Person', { firstName: 'Ann' })
    const plan = await planUpdate(store, 'Person', id, { about: 'new' })
    const halfway: Plan = {
      ...plan,
      requests: [...plan.requests, { method: 'PATCH', path: '/people/nobody', body: {} }],
    }

    const [failed, other] = await Promise.all([send(store, halfway), send(store, plan)])

    expect(failed).toMatchObject({ done: 0, error: { code: 'NOT_FOUND' } })
    expect(other.error).toBeNull()
    expect(await read(store, 'Person', id)).toMatchObject({ about: 'new', version: '2' })
  })

  it('are written before the store is closed', async () => {
    const url = makeUrl()
    const store = await openStore({ url })
    const id = await create(store, 'Person', { firstName: 'Ann' })
    const plan = await planUpdate(store, 'Person', id, { about: 'new' })

    const sent = send(store, plan)
    await store.close!()

    expect((await sent).error).toBeNull()
  })
})

it('passes on what only a bug of ours can cause as it is', async () => {
  const store = await openStore({ url: `sqlite:${join(temporaryFolder(), 'kith.db')}` })
  const plan: Plan = { requests: [{ method: 'PATCH', path: '/nowhere' }], changes: [], sideEffects: [] }

  await expect(send(store, plan)).rejects.toThrow('The store has no path /nowhere')
})
