import { describe, expect, it, onTestFinished } from 'vitest'
import { type ImportMemory, openImportMemory } from '../../src/journal/import-memory.ts'
import { GatewayError } from '../../src/model/errors.ts'
import { silentLogger } from '../../src/model/logger.ts'
import type { Person } from '../../src/model/person.ts'
import { SOURCE_DEFINITIONS } from '../../src/sources/registry.ts'
import type { Source } from '../../src/sources/source.ts'
import { PNG } from '../sources/pictures.ts'
import { bring, collect, everybodyIn, openPlace, type Place, placeOf, take } from './stores.ts'

const vcard = (...lines: readonly string[]) => `BEGIN:VCARD\r\nVERSION:4.0\r\n${lines.join('\r\n')}\r\nEND:VCARD\r\n`
const outcomes = (rows: readonly { readonly line: number; readonly outcome: string }[]) =>
  rows.map(({ line, outcome }) => `${line} ${outcome}`)

async function peopleIn(place: Place): Promise<readonly Person[]> {
  const page = { first: 100, after: null, last: null, before: null, filter: {}, sources: null }
  const { edges } = await place.openDirectory().people.list({ ...page, order: { by: 'NAME', direction: 'ASC' } })
  return edges.map(({ node }) => node)
}

const PHOTO = `PHOTO:data:image/png;base64,${Buffer.from(PNG).toString('base64')}`
const ada = vcard(
  'UID:ada',
  'N:Okafor;Ada;;;',
  'EMAIL;TYPE=work:ada@mail.example',
  'TEL:+44 20 7946 0018',
  'ORG:Harbour Clinic',
  PHOTO,
)
const ben = vcard('UID:ben', 'N:Adeyemi;Ben;;;', 'EMAIL:ben@mail.example')

describe('an import', () => {
  it('brings people with their items, organization and picture, and says so by line', async () => {
    await using place = await openPlace()

    const rows = await bring(place, 'vcard', ada + ben)

    expect(outcomes(rows)).toEqual(['1 created', '10 created'])
    const [first] = await peopleIn(place)
    expect(first).toMatchObject({ displayName: 'Ada Okafor', avatar: { contentType: 'image/png' } })
    expect(first?.contactItems?.map(({ value, type }) => [value, type?.id])).toEqual([
      ['ada@mail.example', 'work-email'],
      ['+44 20 7946 0018', 'mobile-phone'],
    ])
    const organization = await place
      .openDirectory()
      .organizations.loadRef({ source: 'own', id: first!.organizationId! })
    expect(organization).toMatchObject({ displayName: 'Harbour Clinic', kind: 'COMPANY' })
  })

  it('of the same file again changes nothing, whether or not it is remembered', async () => {
    await using place = await openPlace()
    await bring(place, 'vcard', ada + ben)
    const before = await peopleIn(place)

    const again = await bring(place, 'vcard', ada + ben)
    const forgotten = await bring(place, 'vcard', ada + ben, { memory: openImportMemory(':memory:') })

    expect(outcomes(again)).toEqual(['1 unchanged', '10 unchanged'])
    expect(outcomes(forgotten)).toEqual(['1 unchanged', '10 unchanged'])
    expect(await peopleIn(place)).toEqual(before)
  })

  it('of a file that has changed changes the same person: by UID, though name and address are others', async () => {
    await using place = await openPlace()
    await bring(place, 'vcard', ada)

    const rows = await bring(
      place,
      'vcard',
      vcard('UID:ada', 'N:Keller;Ada;;;', 'EMAIL:keller@mail.example', 'TITLE:Nurse'),
    )

    expect(outcomes(rows)).toEqual(['1 updated'])
    const people = await peopleIn(place)
    expect(people.map(({ displayName, jobTitle }) => [displayName, jobTitle])).toEqual([['Ada Keller', 'Nurse']])
    expect(people[0]?.contactItems?.map(({ value }) => value)).toEqual([
      'ada@mail.example',
      '+44 20 7946 0018',
      'keller@mail.example',
    ])
  })

  it('asserts the file again where somebody has changed the person since', async () => {
    await using place = await openPlace()
    const [created] = await bring(place, 'vcard', ben)
    await place.openDirectory().writes.updatePerson({ id: created!.id!, lastName: 'Changed', about: 'kept' })

    const rows = await bring(place, 'vcard', ben)

    expect(outcomes(rows)).toEqual(['1 updated'])
    expect((await peopleIn(place))[0]).toMatchObject({ lastName: 'Adeyemi', about: 'kept' })
  })

  it('finds people who are there already by e-mail or telephone together with the name, in any writing', async () => {
    await using place = await openPlace()
    await bring(place, 'vcard', ada)

    const heading = 'First Name,Last Name,E-mail Address,Mobile Phone,Job Title\r\n'
    const forgotten = () => ({ memory: openImportMemory(':memory:') })

    const byEmail = await bring(place, 'csv', `${heading}ADA,Okafor,Ada@Mail.example,,Nurse\r\n`, forgotten())
    const byPhone = await bring(place, 'csv', `${heading}Ada,Okafor,,+442079460018,Doctor\r\n`, forgotten())

    expect([outcomes(byEmail), outcomes(byPhone)]).toEqual([['2 updated'], ['2 updated']])
    expect((await peopleIn(place)).map(({ jobTitle }) => jobTitle)).toEqual(['Doctor'])
  })

  it('takes two who share an address for two, and two of one name for two', async () => {
    await using place = await openPlace()
    const family =
      vcard('N:Haugen;Marit;;;', 'EMAIL:us@mail.example') + vcard('N:Haugen;Nils;;;', 'EMAIL:us@mail.example')
    const namesakes = vcard('UID:1', 'N:Smith;John;;;') + vcard('UID:2', 'N:Smith;John;;;')

    await bring(place, 'vcard', family + namesakes)
    const again = await bring(place, 'vcard', family + namesakes, { memory: openImportMemory(':memory:') })

    expect(again.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged'])
    expect((await peopleIn(place)).map(({ displayName }) => displayName)).toEqual([
      'John Smith',
      'John Smith',
      'Marit Haugen',
      'Nils Haugen',
    ])
  })

  it('takes nobody for another of the same name who is reached elsewhere', async () => {
    await using place = await openPlace()
    await bring(place, 'vcard', vcard('N:Smith;John;;;', 'EMAIL:first@mail.example'))

    const rows = await bring(
      place,
      'vcard',
      vcard('N:Smith;John;;;', 'EMAIL:second@mail.example') + vcard('N:Smith;John;;;'),
    )

    expect(outcomes(rows)).toEqual(['1 created', '6 created'])
  })

  it('takes a card that stands in the file twice for one', async () => {
    await using place = await openPlace()

    const rows = await bring(place, 'csv', 'First Name,Last Name\r\nAda,Okafor\r\nAda,Okafor\r\n')

    expect(outcomes(rows)).toEqual(['2 created', '3 unchanged'])
  })

  it('leaves out what the source refuses of a card, says what, and brings the rest', async () => {
    await using place = await openPlace()
    const long = 'x'.repeat(300)
    const card = vcard(
      'N:Okafor;Ada;;;',
      `TITLE:${long}`,
      'EMAIL:none',
      'EMAIL:ada@mail.example',
      `CATEGORIES:fine,${long}`,
      'PHOTO:data:image/png;base64,AAAA',
      'X-KITH-FIELD;X-KEY=unknown:x',
    )

    const [row] = await bring(place, 'vcard', card)

    expect(row?.outcome).toBe('created')
    expect(row?.leftOut.map((text) => text.split(' (')[0])).toEqual(
      ['custom fields', 'jobTitle', 'tag', 'photo', 'e-mail'].sort(byOrder(row!.leftOut)),
    )
    expect(row?.leftOut.join()).not.toContain('xxx')
    const [person] = await peopleIn(place)
    expect(person).toMatchObject({ displayName: 'Ada Okafor', tags: ['fine'], jobTitle: null, avatar: null })
    expect(person?.contactItems?.map(({ value }) => value)).toEqual(['ada@mail.example'])
  })

  it('that is a dry run tells the same and does nothing', async () => {
    await using place = await openPlace()
    await bring(place, 'vcard', ben)
    const before = await everybodyIn(place)
    const file = ada + vcard('UID:ben', 'N:Adeyemi;Ben;;;', 'TITLE:Cook') + vcard('N:;;;;')

    const planned = await bring(place, 'vcard', file, { dryRun: true })

    expect(outcomes(planned)).toEqual(['1 created', '10 updated', '16 refused'])
    expect(await everybodyIn(place)).toEqual(before)
    expect(outcomes(await bring(place, 'vcard', file))).toEqual(outcomes(planned))
  })

  it('of an export into the very source finds each person by its own id', async () => {
    await using place = await openPlace()
    await bring(place, 'vcard', vcard('N:Smith;John;;;', 'EMAIL:john@mail.example') + ben)
    const file = (await take(place, 'vcard4'))
      .replace('N:Smith;John', 'N:Schmidt;Johann')
      .replace('john@mail', 'johann@mail')

    const rows = await bring(place, 'vcard', file, { memory: openImportMemory(':memory:') })

    expect(rows.map(({ outcome }) => outcome)).toEqual(['updated', 'unchanged'])
    expect((await peopleIn(place)).map(({ displayName }) => displayName)).toEqual(['Ben Adeyemi', 'Johann Schmidt'])
  })
})

const byOrder = (leftOut: readonly string[]) => (a: string, b: string) =>
  leftOut.findIndex((one) => one.startsWith(a)) - leftOut.findIndex((one) => one.startsWith(b))

describe.each(['virtuous', 'onlyoffice-crm'])('an import into %s', (kind) => {
  it('brings what the vendor takes, once', async () => {
    const { simulator, settings, create } = SOURCE_DEFINITIONS.find((definition) => definition.kind === kind)!
    const vendor = await simulator!.start()
    onTestFinished(() => vendor.close())
    const checked = settings.parse({ ...vendor.settings, url: vendor.url })
    await using place = placeOf(await create('own', checked, { log: silentLogger, now: Date.now, linkTo: null }))

    const rows = await bring(place, 'vcard', ada + ben)
    const again = await bring(place, 'vcard', ada + ben)
    const forgotten = await bring(place, 'vcard', ben, { memory: openImportMemory(':memory:') })

    expect(outcomes(rows)).toEqual(['1 created', '10 created'])
    expect(outcomes(again)).toEqual(['1 unchanged', '10 unchanged'])
    expect(forgotten.map(({ id, outcome }) => [id, outcome])).toEqual([[rows[1]?.id, 'unchanged']])
    const person = await place.openDirectory().people.load(rows[0]!.id!)
    const { contactItems } = await place.openDirectory().withPart(person!, 'contactItems')
    expect(contactItems?.map(({ value }) => value)).toContain('ada@mail.example')
  })
})

describe('an import that is cut off', () => {
  const file = Array.from({ length: 120 }, (_, index) =>
    vcard(`UID:${index}`, `N:Number;${index};;;`, `EMAIL:n${index}@mail.example`),
  ).join('')

  it('goes on where it was, and makes nobody twice', async () => {
    await using place = await openPlace()
    const stop = new AbortController()
    const stopping = { ...place, source: stoppingAfter(place.source, 60, () => stop.abort()) }

    const first = await bring({ ...stopping, openDirectory: placeOf(stopping.source).openDirectory }, 'vcard', file, {
      stop: stop.signal,
    })
    const rest = await bring(place, 'vcard', file, { resume: true })

    expect(first.length).toBeLessThan(120)
    expect(rest.filter(({ outcome }) => outcome === 'created').length).toBe(120 - first.length)
    expect(rest.filter(({ outcome }) => outcome === 'unchanged').length).toBe(first.length)
    expect((await collect(all(place))).length).toBe(120)
  })

  it('by its source ends with the error, and goes on once the source is back', async () => {
    await using place = await openPlace()
    const down = new GatewayError('SOURCE_UNAVAILABLE', 'own is down.', { source: 'own' })
    const failing = placeOf(failingAfter(place.source, 70, down))

    await expect(bring({ ...failing, memory: place.memory }, 'vcard', file)).rejects.toMatchObject({
      code: 'SOURCE_UNAVAILABLE',
    })
    const rest = await bring(place, 'vcard', file, { resume: true })

    expect(rest.filter(({ outcome }) => outcome === 'refused')).toEqual([])
    expect((await collect(all(place))).length).toBe(120)
  })

  it('between making a person and keeping their addresses finds that person again', async () => {
    await using place = await openPlace()
    const down = new GatewayError('SOURCE_UNAVAILABLE', 'own is down.', { source: 'own' })
    // The first write makes the person, the second would keep the address.
    const failing = placeOf(failingAfter(place.source, 1, down))
    // The end came before that could be remembered.
    const remember: ImportMemory['remember'] = (source, key, card) => {
      if (card.recordId === null) place.memory.remember(source, key, card)
    }
    const memory = { ...place.memory, remember }

    await expect(bring({ ...failing, memory }, 'vcard', ben)).rejects.toMatchObject({ code: 'SOURCE_UNAVAILABLE' })
    const rest = await bring(place, 'vcard', ben, { resume: true })

    expect(outcomes(rest)).toEqual(['1 updated'])
    expect((await peopleIn(place)).map(({ displayName }) => displayName)).toEqual(['Ben Adeyemi'])
  })

  it('waits as long as a source asks that has had enough, and goes on', async () => {
    await using place = await openPlace()
    const waits: number[] = []
    const busy = new GatewayError('RATE_LIMITED', 'own has had enough.', { source: 'own', retryAfterMs: 7000 })
    const limited = placeOf(failingOnce(place.source, busy))

    const rows = await bring({ ...limited, memory: place.memory }, 'vcard', ben, {
      wait: async (milliseconds) => void waits.push(milliseconds),
    })

    expect(outcomes(rows)).toEqual(['1 created'])
    expect(waits).toEqual([7000])
  })
})

async function* all(place: Place) {
  let after: string | null = null
  do {
    const page = await place
      .openDirectory()
      .people.list({ first: 100, after, last: null, before: null, filter: {}, order: null, sources: null })
    yield* page.edges
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  } while (after !== null)
}

type Send = NonNullable<Source['send']>

/** The source with something done at each write. */
function withSend(source: Source, wrap: (send: Send) => Send): Source {
  return { ...source, send: wrap(source.send!.bind(source)) }
}

function stoppingAfter(source: Source, count: number, stop: () => void): Source {
  let sent = 0
  return withSend(source, (send) => (plan, options) => {
    if (++sent === count) stop()
    return send(plan, options)
  })
}

function failingAfter(source: Source, count: number, error: GatewayError): Source {
  let sent = 0
  return withSend(
    source,
    (send) => async (plan, options) => (++sent > count ? { id: null, done: 0, error } : send(plan, options)),
  )
}

function failingOnce(source: Source, error: GatewayError): Source {
  let hasFailed = false
  return withSend(source, (send) => async (plan, options) => {
    if (hasFailed) return send(plan, options)
    hasFailed = true
    return { id: null, done: 0, error }
  })
}
