import { describe, expect, it, onTestFinished } from 'vitest'
import { silentLogger } from '../../src/model/logger.ts'
import { SOURCE_DEFINITIONS } from '../../src/sources/registry.ts'
import type { Plan, Source } from '../../src/sources/source.ts'

const signal = AbortSignal.timeout(60_000)
const page = { filter: {}, order: null, limit: 5, cursor: null, backward: false } as const

/** Two sources with one account at one vendor, as two processes have them. */
async function openTwice(kind: string, settings: Readonly<Record<string, unknown>> = {}): Promise<[Source, Source]> {
  const definition = SOURCE_DEFINITIONS.find((one) => one.kind === kind)!
  const simulator = await definition.simulator!.start()
  const checked = definition.settings.parse({ ...simulator.settings, url: simulator.url, ...settings })
  const open = () => definition.create('a', checked, { log: silentLogger, now: Date.now, linkTo: null })
  const sources: [Source, Source] = [await open(), await open()]
  onTestFinished(async () => {
    for (const source of sources) await source.close?.()
    await simulator.close()
  })
  return sources
}

/** Sends a plan through one, and lets the other know as another process would. */
async function write([ours, theirs]: readonly [Source, Source], plan: Plan): Promise<void> {
  const { id, error } = await ours.send!(plan, { signal, ifVersion: null })
  expect(error).toBeNull()
  theirs.wroteElsewhere!(plan.requests, id)
}

describe('a source whose account another process has written through', () => {
  it.each(['leadsy', 'blusky'])('gives no list of %s that it remembers from before', async (kind) => {
    const both = await openTwice(kind, { cacheTtlMs: 60_000 })
    const [ours, theirs] = both
    const read = async () => (await theirs.list.User!(page, { signal })).entries[0]!.item
    const before = await read()
    const open = await ours.open!('User', before.ref.id, { signal })

    const { id: itemId } = before.contactItems![0]!
    await write(
      both,
      kind === 'leadsy'
        ? open!.update!({ firstName: 'Renamed' })
        : open!.upsertContactItems!([{ id: itemId, value: 'renamed@mail.example' }]),
    )

    expect(await read()).not.toEqual(before)
  })

  it('knows the picture and the version that the other gives a contact of ONLYOFFICE', async () => {
    const both = await openTwice('onlyoffice-crm')
    const [ours, theirs] = both
    const { item: record } = (await ours.list.Person!(page, { signal })).entries[0]!
    const versionOf = async (source: Source) =>
      (await source.open!('Person', record.ref.id, { signal }))!.record.version
    const before = [await versionOf(ours), await versionOf(theirs)]
    const open = await ours.open!('Person', record.ref.id, { signal })

    await write(both, open!.update!({ addTags: ['Elsewhere'] }))

    const after = [await versionOf(ours), await versionOf(theirs)]
    expect(before[0]).toBe(before[1])
    expect(after[0]).toBe(after[1])
    expect(after[0]).not.toBe(before[0])
  })

  it('calls a new picture of LeadsyGroup as the other does', async () => {
    const both = await openTwice('leadsy')
    const [ours, theirs] = both
    const { item: record } = (await ours.list.User!(page, { signal })).entries[0]!
    const keyOf = async (source: Source) => (await source.get.User!([record.ref.id], { signal }))[0]
    const open = await ours.open!('User', record.ref.id, { signal })
    const bytes = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    )
    const picture = {
      bytes,
      contentType: 'image/png',
      filename: 'avatar.png',
      sha256: 'f'.repeat(64),
    } as const

    await write(both, open!.putAvatar!(picture))

    const seen = [await keyOf(ours), await keyOf(theirs)].map(
      (user) => (user as { avatar?: { key: string } }).avatar?.key,
    )
    expect(seen[0]).toBeDefined()
    expect(seen[0]).toBe(seen[1])
  })
})
