import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WriteFormat } from '../../src/exchange/formats.ts'
import type { ContactItemChange } from '../../src/model/contact-item.ts'
import type { PersonPatch } from '../../src/model/patch.ts'
import { encodeId, encodeRecordId } from '../../src/model/ref.ts'
import { CONTACT_ITEM_TYPES } from '../../src/sources/store/contact-item-types.ts'
import { PNG } from '../sources/pictures.ts'
import { bring, everybodyIn, openPlace, type Place, take } from './stores.ts'

/** Letters that formats escape, fold or quote, and others that take several bytes. */
const LETTERS = [...'abcXYZ 019', ...';,:\\"\'=@+-^*|<>&%', 'é', 'ß', '中', '😀', 'ı']
const text = (max = 12) =>
  fc
    .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: max })
    .map((letters) => letters.join('').trim())
    .filter((one) => one !== '')
const longText = fc.array(text(60), { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 })

const birthDate = fc.constantFrom(
  { year: 1964, month: 3, day: 1 },
  { year: null, month: 2, day: 29 },
  { year: 1990, month: 12, day: null },
  { year: 1871, month: null, day: null },
  { year: null, month: 7, day: null },
)
const person: fc.Arbitrary<PersonPatch> = fc
  .record({
    prefix: maybe(text()),
    // Of signs alone the store's search finds nobody.
    firstName: fc.tuple(fc.constantFrom('Ada', 'Łukasz', 'Zoë'), text(6)).map((parts) => parts.join('')),
    middleName: maybe(text()),
    lastName: maybe(text(20)),
    suffix: maybe(text()),
    nickname: maybe(text()),
    gender: maybe(fc.constantFrom('male', 'female', 'other', 'none', 'unknown', 'fluid')),
    birthDate: maybe(birthDate),
    isDeceased: maybe(fc.boolean()),
    jobTitle: maybe(text(40)),
    about: maybe(longText),
    interests: maybe(text(40)),
    sharing: maybe(fc.constantFrom('PRIVATE' as const, 'READ' as const, 'READ_WRITE' as const)),
    stage: maybe(text()),
    addTags: fc.uniqueArray(text(), { maxLength: 3, selector: (tag) => tag.normalize('NFKD').toLowerCase() }),
    customFields: fc.constantFrom(
      [],
      [{ key: 'region', value: 'North; "Sea", \\coast' }],
      [{ key: 'member-since', value: '2019-05-06' }],
    ),
  })
  .map((patch) => Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)))

const value = (kind: string) => {
  if (kind === 'EMAIL') return fc.stringMatching(/^[a-z0-9+']{1,9}@[a-z]{2,8}\.example$/)
  if (kind === 'PHONE') return fc.stringMatching(/^\+49 30 \d{4,8}$/)
  if (kind === 'URL') return fc.stringMatching(/^https:\/\/[a-z]{2,8}\.example\/[a-z,;=&]{0,9}$/)
  return text()
}
const item: fc.Arbitrary<ContactItemChange> = fc
  .constantFrom(...CONTACT_ITEM_TYPES)
  .chain((type) =>
    fc.record({
      kind: fc.constant(type.kind),
      typeId: fc.constant(encodeId('ContactItemType', 'own', type.id)),
      address:
        type.kind !== 'ADDRESS'
          ? fc.constant(undefined)
          : fc.record({ street: longText, city: text(), postalCode: maybe(text()), country: maybe(text()) }),
      value: type.kind === 'ADDRESS' ? fc.constant(undefined) : value(type.kind),
      label: maybe(text()),
      isOptedIn: maybe(fc.boolean()),
    }),
  )
  .map((one) => Object.fromEntries(Object.entries(one).filter(([, part]) => part !== undefined)))
const items = fc.uniqueArray(item, {
  maxLength: 5,
  selector: (one) => `${one.typeId} ${JSON.stringify(one.value ?? one.address).toLowerCase()}`,
})

const someone = fc.record({
  patch: person,
  items,
  organization: maybe(text(20)),
  hasPicture: fc.boolean(),
  prefers: fc.nat(4),
})
type Someone = typeof someone extends fc.Arbitrary<infer T> ? T : never

async function fill(place: Place, everybody: readonly Someone[]): Promise<void> {
  const { writes } = place.openDirectory()
  for (const { patch, items, organization, hasPicture, prefers } of everybody) {
    const made =
      organization === undefined
        ? null
        : await writes.createOrganization({ source: 'own', name: organization, kind: 'COMPANY' })
    const file = { filename: 'a.png', byteSize: PNG.length, sha256: 'x', read: async () => PNG }
    const { record, userErrors } = await writes.createPerson({
      source: 'own',
      ...patch,
      ...(made?.record && { organizationId: encodeRecordId({ type: 'Organization', ...made.record.ref }) }),
      ...(hasPicture && { avatar: file }),
    })
    expect(userErrors).toEqual([])
    if (items.length === 0 || record === null) continue
    const ownerId = encodeRecordId({ type: 'Person', ...record.ref })
    const kept = await writes.upsertContactItems({
      ownerId,
      items: items.map((one, index) => (index === prefers ? { ...one, isDefault: true } : one)),
    })
    expect(kept.userErrors).toEqual([])
  }
}

describe.each<WriteFormat>(['vcard4', 'vcard3', 'jscontact', 'csv'])('people exported as %s', (format) => {
  const readAs = format.startsWith('vcard') ? 'vcard' : (format as 'csv' | 'jscontact')

  it('and imported into an empty store are the same people, and importing them again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someone, { minLength: 1, maxLength: 4 }), async (everybody) => {
        await using from = await openPlace()
        await using to = await openPlace()
        await fill(from, everybody)
        const file = await take(from, format)

        const rows = await bring(to, readAs, file)
        const again = await bring(to, readAs, file)
        await using elsewhere = await openPlace()
        const fromScratch = await bring(to, readAs, file, { memory: elsewhere.memory })

        expect(rows.map(({ outcome, leftOut, reason }) => ({ outcome, leftOut, reason }))).toEqual(
          everybody.map(() => ({ outcome: 'created', leftOut: [], reason: null })),
        )
        const [before, after] = [await everybodyIn(from), await everybodyIn(to)]
        expect(after).toEqual(
          format === 'csv' ? before.map((one) => ({ ...one, photo: null, photoType: null })) : before,
        )
        expect(again.map(({ outcome }) => outcome)).toEqual(everybody.map(() => 'unchanged'))
        expect(fromScratch.filter(({ outcome }) => outcome === 'created' || outcome === 'refused')).toEqual([])
        expect(await everybodyIn(to)).toEqual(after)
      }),
      { numRuns: 40 },
    )
  }, 120_000)
})
