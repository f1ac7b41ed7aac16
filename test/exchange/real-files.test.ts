import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Card, CardItem, Entry } from '../../src/exchange/card.ts'
import { formatOf } from '../../src/exchange/formats.ts'
import { entriesOf } from './stores.ts'

const read = (name: string, chunkSize?: number) =>
  entriesOf(formatOf(name)!, readFileSync(new URL(`../fixtures/import/${name}`, import.meta.url)), chunkSize)

async function cardsOf(name: string): Promise<readonly Card[]> {
  return (await read(name)).flatMap((entry) => ('card' in entry ? [entry.card] : []))
}

/** As one would tell it: `EMAIL work* a@b.example "label"`. */
function tell({ kind, usage, value, label, isDefault }: CardItem): string {
  return `${kind} ${usage.join('+')}${isDefault ? '*' : ''} ${value}${label === null ? '' : ` "${label}"`}`
}

const outcomes = (entries: readonly Entry[]) =>
  entries.map((entry) =>
    'card' in entry ? `${entry.line} ${entry.card.fields.firstName}` : `${entry.line} ${entry.problem}`,
  )

const FILES = [
  'apple.vcf',
  'broken.csv',
  'broken.vcf',
  'cards.json',
  'cards.jsonl',
  'google-old.csv',
  'google.csv',
  'latin1.vcf',
  'nextcloud.vcf',
  'outlook.csv',
  'outlook.vcf',
  'thunderbird.csv',
  'utf16.vcf',
  'folded-inside-a-letter.vcf',
]

describe('an export of', () => {
  it("Apple's keeps labels, the preferred, the picture and a birthday without its year", async () => {
    const [ada] = await cardsOf('apple.vcf')

    expect(ada).toMatchObject({
      uid: '3F2A-APPLE-1',
      organization: 'Harbour Clinic',
      tags: ['Clinic', 'Friends'],
      leftOut: [],
      fields: {
        prefix: 'Dr.',
        firstName: 'Adaeze',
        middleName: 'Ngozi',
        lastName: 'Okonkwo',
        birthDate: { year: null, month: 2, day: 29 },
        about: 'Met at the harbour fête; speaks Igbo, English and a little Portuguese. Rings back in the evening.',
      },
    })
    expect(ada?.contactItems.map(tell)).toEqual([
      'EMAIL home* adaeze@mail.example',
      'EMAIL  okonkwo@clinic.example "On call"',
      'PHONE mobile* +44 20 7946 0018',
      'PHONE work+fax +44 20 7946 0019',
      'ADDRESS home* 12 Quay Street\nFlat 3, Bristol, BS1 4QA, United Kingdom',
      'URL home* https://adaeze.example',
      'SOCIAL twitter https://social.example/adaeze',
    ])
    expect(Buffer.from(ada!.photo!).subarray(1, 4).toString()).toBe('PNG')
  })

  it("Outlook's vCard 2.1 is read past quoted-printable, its encoding and bare parameters", async () => {
    const [card] = await cardsOf('outlook.vcf')

    expect(card?.fields).toEqual({
      firstName: 'Jürgen',
      lastName: 'Müller',
      jobTitle: 'Geschäftsführer',
      about: 'Zwei Zeilen\nund noch ein paar Wörter',
      birthDate: { year: 1964, month: 3, day: 1 },
    })
    expect(card?.contactItems.map(tell)).toEqual([
      'PHONE work +49 40 5550100',
      'PHONE mobile +49 171 5550100',
      'ADDRESS work* Hafenstraße 7, Hamburg, 20457, Deutschland',
      'EMAIL * juergen@werft.example',
    ])
    expect(card?.photo?.length).toBe(105)
  })

  it("Outlook's CSV is read with semicolons, in Windows-1252", async () => {
    const [anne, otto] = await cardsOf('outlook.csv')

    expect(anne).toMatchObject({
      organization: 'Töpferei Süd',
      tags: ['Verein', 'Kunden'],
      fields: {
        prefix: 'Frau',
        firstName: 'Änne',
        lastName: 'Großmann',
        jobTitle: 'Meisterin',
        birthDate: { year: 1964, month: 3, day: 1 },
      },
    })
    expect(anne?.fields.gender).toBeUndefined()
    expect(anne?.contactItems.map(tell)).toEqual([
      'ADDRESS work Gartenweg 3\nHinterhaus, München, Bayern, 80331, Deutschland',
      'PHONE work+fax +49 89 555 0199',
      'PHONE work +49 89 555 0100',
      'PHONE work +49 89 555 0101',
      'PHONE mobile +49 170 5550102',
      'EMAIL  aenne@toepferei.example',
      'EMAIL  aenne@mail.example',
      'URL  www.toepferei.example',
    ])
    expect(otto?.fields).toEqual({ firstName: 'Otto', gender: 'male' })
  })

  it("Google's of today has several values in a cell, and what is preferred behind a star", async () => {
    const [rosa, shop] = await cardsOf('google.csv')

    expect(rosa).toMatchObject({
      organization: 'Bakery Sol',
      tags: ['Bakers', 'Choir'],
      customFields: [{ key: 'Region', value: 'South' }],
      leftOut: ['photo (only its address is given)'],
      fields: {
        nickname: 'Rosita',
        jobTitle: 'Baker',
        about: 'Two lines,\nwith a comma',
        birthDate: { year: null, month: 4, day: 17 },
      },
    })
    expect(rosa?.contactItems.map(tell)).toEqual([
      'EMAIL home* rosa@mail.example',
      'EMAIL home rosita@mail.example',
      'EMAIL work rosa@sol.example',
      'PHONE mobile +34 600 000 001',
      'ADDRESS home Calle Mayor 1\n2º B, Madrid, 28013, Spain',
      'URL  sol.example "Blog"',
    ])
    expect(shop?.fields).toEqual({ firstName: 'newsletter@shop.example' })
  })

  it("Google's of old is UTF-16", async () => {
    const [zoe] = await cardsOf('google-old.csv')

    expect(zoe?.fields).toEqual({ firstName: 'Zoë', lastName: 'Brontë', birthDate: { year: 1990, month: 12, day: 31 } })
    expect(zoe?.contactItems.map(tell)).toEqual([
      'EMAIL work* zoe@mail.example',
      'PHONE mobile +44 7700 900123',
      'PHONE mobile +44 7700 900124',
      'PHONE work+fax +44 20 7946 0100',
    ])
  })

  it("Thunderbird's has a birthday in three columns", async () => {
    const [marit, collected] = await cardsOf('thunderbird.csv')

    expect(marit?.fields.birthDate).toEqual({ year: 1978, month: 5, day: 9 })
    expect(marit?.contactItems.map(tell)).toEqual([
      'EMAIL  marit@mail.example',
      'EMAIL  marit@fjord.example',
      'MESSAGING  marit_h',
      'PHONE work +47 22 00 00 01',
      'PHONE home +47 22 00 00 02',
      'PHONE fax +47 22 00 00 03',
      'PHONE mobile +47 90 00 00 04',
      'ADDRESS home Fjordgata 2, Bergen, 5003, Norway',
      'ADDRESS work Kaien 9, Bergen',
      'URL work https://fjord.example',
      'URL home https://marit.example',
    ])
    expect(collected?.fields).toEqual({ firstName: 'collected@mail.example' })
  })

  it("Nextcloud's is vCard 4, whose groups are no people and whose far pictures stay where they are", async () => {
    const entries = await read('nextcloud.vcf')
    const [lukasz, grace] = await cardsOf('nextcloud.vcf')

    expect(outcomes(entries)).toEqual([
      '1 Łukasz',
      '21 the card is of a group or an organization, not of a person',
      '28 Grace',
    ])
    expect(lukasz?.fields).toMatchObject({ gender: 'male', birthDate: { year: null, month: 7, day: 14 } })
    expect(lukasz?.contactItems.map(tell)).toContain('PHONE mobile +48-58-555-0142')
    expect(lukasz?.photo?.length).toBe(105)
    expect(grace).toMatchObject({
      fields: { isDeceased: true, birthDate: { year: 1931, month: null, day: null } },
      leftOut: ['photo (only its address is given)'],
    })
  })

  it('JSContact is read from an array, whatever its line breaks', async () => {
    const entries = await read('cards.json')
    const [amara] = await cardsOf('cards.json')

    expect(outcomes(entries)).toEqual([
      '2 Amara',
      "15 the card's emails.e1.address is not as JSContact has it",
      '16 the card is of a group or an organization, not of a person',
      '17 Ida B.',
    ])
    expect(amara).toMatchObject({
      tags: ['faculty'],
      fields: {
        prefix: 'Prof.',
        nickname: 'Ami',
        birthDate: { year: null, month: 7, day: 4 },
        about: 'Braces { in "text" } and ] do not end a card',
      },
    })
    expect(amara?.contactItems.map(tell)).toEqual([
      'EMAIL work* amara@uni.example',
      'PHONE home+mobile +221-33-555-0101',
      'ADDRESS  5 Rue du Port, Dakar, SN',
      'SOCIAL mastodon @amara@social.example',
    ])
  })
})

describe('a file', () => {
  it.each(['latin1.vcf', 'utf16.vcf'])('in another encoding reads the same: %s', async (name) => {
    const [card] = await cardsOf(name)

    expect(card?.fields).toEqual({ firstName: 'Bjørn', lastName: 'Sørensen' })
  })

  it('whose fold cuts a letter in two keeps the letter', async () => {
    const [card] = await cardsOf('folded-inside-a-letter.vcf')

    expect(card?.fields.about).toBe(`${'x'.repeat(69)}é`)
  })

  it.each(FILES)('reads the same however its bytes come: %s', async (name) => {
    expect(await read(name, 1)).toEqual(await read(name, 100_000))
  })

  it('with broken cards gives the whole ones, and the lines of the others', async () => {
    expect(outcomes(await read('broken.vcf'))).toEqual([
      '1 what stands here is outside of any card',
      '2 First',
      '6 the card has no end: another begins inside it',
      '9 Second',
      '15 line 18 is no property: it has no colon',
      '20 the card has no name',
      '24 Third',
      '28 the card has no end',
    ])
  })

  it('with broken rows gives the whole ones, and the lines of the others', async () => {
    expect(outcomes(await read('broken.csv'))).toEqual([
      '2 Whole',
      '3 the row has no name',
      '4 the row has no name',
      '5 Whole',
      '6 a quote is never closed; nothing after it could be read',
    ])
  })

  it('with broken objects gives those on other lines', async () => {
    expect(outcomes(await read('cards.jsonl'))).toEqual(['1 Ann', '2 the card is not JSON', '3 Cy'])
  })

  it('says of a broken card nothing that stands in it', async () => {
    const problems = (await Promise.all(FILES.map((name) => read(name))))
      .flat()
      .flatMap((entry) => ('problem' in entry ? [entry.problem] : []))

    expect(problems.join('\n')).not.toMatch(/Harbour|Cut|Never|closed\}|continuation|University|third@/)
  })

  it('of cells without end takes no more memory than one card may', async () => {
    const endless = `First Name,Last Name\r\nAda,"${'x'.repeat(33 * 1024 * 1024)}`

    expect(outcomes(await entriesOf('csv', endless, 65_536))).toEqual([
      '2 a quote is never closed; nothing after it could be read',
    ])
  })

  it('that is another kind of file is told to be outside of any card', async () => {
    expect(outcomes(await entriesOf('vcard', 'From: somebody\r\nSubject: hello\r\n\r\nText\r\n'))).toEqual([
      '1 what stands here is outside of any card',
    ])
  })
})
