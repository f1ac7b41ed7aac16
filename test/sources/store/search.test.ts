import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryOut, create, names, openForWrite, openStore, signal, type TestStore, update } from './open.ts'

async function search(store: TestStore, text: string): Promise<readonly string[]> {
  const query = { filter: { search: text }, order: null, limit: 100, cursor: null, backward: false }
  return names(await store.list.Person!(query, { signal }))
}

describe('search', () => {
  it('matches the beginning of every word in names, job title, organization and e-mail, in any order', async () => {
    const store = await openStore()
    const organizationId = await create(store, 'Organization', { name: 'Harbour Trust' })
    await create(store, 'Person', { firstName: 'Ann', lastName: 'Miller', jobTitle: 'Chief Welder', organizationId }, [
      { kind: 'EMAIL', value: 'ann.m@works.example' },
    ])
    await create(store, 'Person', { firstName: 'Annika', lastName: 'Berg' })

    for (const text of ['mil', 'miller ann', 'WELD', 'harb ann', 'ann.m@works', 'works', 'Ann Miller']) {
      expect(await search(store, text), text).toEqual(['Ann Miller'])
    }
    expect(await search(store, 'ann')).toEqual(['Ann Miller', 'Annika Berg'])
    expect(await search(store, 'iller')).toEqual([])
    expect(await search(store, 'ann smith')).toEqual([])
  })

  it('looks past accents, letters of their own, case and width, both ways', async () => {
    const store = await openStore()
    await create(store, 'Person', { firstName: 'Łukasz', lastName: 'Weiß' })
    await create(store, 'Person', { firstName: 'Zoe', lastName: 'Muller' })
    await create(store, 'Person', { firstName: 'Борис', lastName: '山田太郎' })

    for (const text of ['lukasz', 'ŁUKASZ', 'weiss', 'Weiß', 'ｌｕｋ'])
      expect(await search(store, text), text).toEqual(['Łukasz Weiß'])
    expect(await search(store, 'Zoë Müller')).toEqual(['Zoe Muller'])
    expect(await search(store, 'бор')).toEqual(['Борис 山田太郎'])
    expect(await search(store, '山田')).toEqual(['Борис 山田太郎'])
  })

  it('follows every change of what it matches', async () => {
    const store = await openStore()
    const organizationId = await create(store, 'Organization', { name: 'Old Mill' })
    const id = await create(store, 'Person', { firstName: 'Ann', organizationId })

    await update(store, 'Organization', organizationId, { name: 'New Forge' })
    expect(await search(store, 'mill')).toEqual([])
    expect(await search(store, 'forge')).toEqual(['Ann'])
    await update(store, 'Person', id, { firstName: 'Bea', organizationId: null })
    expect(await search(store, 'forge')).toEqual([])
    const withMail = (await openForWrite(store, 'Person', id)).upsertContactItems!([
      { kind: 'EMAIL', value: 'x@mail.example' },
    ])
    await carryOut(store, withMail)
    expect(await search(store, 'mail.example')).toEqual(['Bea'])
    await carryOut(store, (await openForWrite(store, 'Person', id)).delete!())
    expect(await search(store, 'bea')).toEqual([])
  })

  it('takes a blank search for none, and finds nobody by punctuation alone', async () => {
    const store = await openStore()
    await create(store, 'Person', { firstName: 'Ann' })

    expect(await search(store, '  ')).toEqual(['Ann'])
    expect(await search(store, '"*" -')).toEqual([])
  })

  it.each([
    'AND',
    'ann OR bob',
    'NEAR(ann bob)',
    '"',
    'words:ann',
    '-ann',
    'ann*',
    '^ann',
    '(',
    "'; --",
    '{words} : ann',
    'a\u0000b',
  ])('takes %j for words, not for an expression', async (text) => {
    const store = await openStore()
    await create(store, 'Person', { firstName: 'Ann' })
    await create(store, 'Person', { firstName: 'Zed' })

    expect(await search(store, text)).not.toContain('Zed')
  })

  it('never fails, whatever is typed', async () => {
    const store = await openStore({ seed: true })

    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 40 }),
          fc.string({
            unit: fc.constantFrom('a', '"', '*', ' ', '(', ')', ':', '^', '-', '+', '{', '}', '\0', 'OR ', 'NOT '),
            maxLength: 30,
          }),
        ),
        async (text) => {
          expect(Array.isArray(await search(store, text))).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('finds everybody by the whole of their name, and by any beginning of it', async () => {
    const store = await openStore({ seed: true })
    const everybody = names(
      await store.list.Person!({ filter: {}, order: null, limit: 100, cursor: null, backward: false }, { signal }),
    )

    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...everybody), fc.nat(40), async (name, length) => {
        const beginning = name.slice(0, length + 1)

        expect(await search(store, beginning), beginning).toContain(name)
      }),
      { numRuns: 200 },
    )
  })
})
