import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { END, HEADERS as FORM_HEADERS, field, file, form } from './server/support/multipart.ts'
import { type Gateway, type GatewayOptions, startGateway } from './support/gateway.ts'
import {
  type MarkedSimulator,
  startMarkedBlusky,
  startMarkedLeadsy,
  startMarkedVirtuous,
  startMarkedWorkspace,
} from './support/marked-simulators.ts'
import { type SharedVendor, startSharedVendor, type VendorCall } from './support/shared-vendor.ts'
import { holds, paint, WORLDS, type World } from './support/worlds.ts'

const [FIRST, SECOND] = WORLDS
const FAST = { requestsPerSecond: 1000, timeoutMs: 30_000 }

/** Every vendor, and how one account of it is started. */
const VENDORS = {
  donors: { kind: 'virtuous', start: startMarkedVirtuous, list: 'people' },
  sales: { kind: 'leadsy', start: startMarkedLeadsy, list: 'users' },
  doors: { kind: 'blusky', start: startMarkedBlusky, list: 'users' },
  portal: { kind: 'onlyoffice-people', start: startMarkedWorkspace, list: 'users' },
  office: { kind: 'onlyoffice-crm', start: startMarkedWorkspace, list: 'people' },
} as const satisfies Record<string, Vendor>

interface Vendor {
  readonly kind: string
  readonly start: (world: World, firstId: number) => Promise<MarkedSimulator>
  /** Where its records are listed. */
  readonly list: 'people' | 'users'
}

type Name = keyof typeof VENDORS
const NAMES = Object.keys(VENDORS) as readonly Name[]

const ITEMS = 'contactItems { id kind value normalizedValue label isDefault type { id name } address { street city } }'
const RECORD = `
  id sourceId displayName version createdAt updatedAt raw source { name }
  avatar { url(size: 64) originalUrl } ${ITEMS} customFields { key label value }
`
const PERSON = `
  ${RECORD} prefix firstName middleName lastName suffix nickname jobTitle about interests tags stage birthDate { year }
  organization { displayName ${ITEMS} } managers { displayName } createdBy { displayName user { displayName } }
  updatedBy { displayName } customCollections { name fields { key value } }
`
const USER = `
  ${RECORD} firstName lastName nickname email username jobTitle location about department profileUrl groups { name }
  manager { displayName groups { name } manager { displayName } } organization { displayName }
  accesses { name organization { displayName } } storage { usedBytes }
`
const ORGANIZATION = `${RECORD} name about website parent { name } people(first: 3) { nodes { displayName ${ITEMS} } totalCount }`
const PAGE =
  'pageInfo { startCursor endCursor hasNextPage hasPreviousPage } totalCount slices { source { name } count error { code } }'

/** Every way to read. `ids`: one record of each type and source, the same at both accounts. */
function readsOf(ids: Ids): Readonly<Record<string, string>> {
  const some = JSON.stringify(ids.all)
  return {
    people: `{ people(first: 12, sources: ["donors", "office"]) { edges { cursor node { ${PERSON} } } ${PAGE} } }`,
    'people, backwards': `{ people(last: 7) { edges { cursor node { ${PERSON} } } ${PAGE} } }`,
    'people, found': `{ people(first: 7, filter: { search: "Greta" }) { nodes { ${PERSON} } ${PAGE} } }`,
    'people, in order': `{ people(first: 9, orderBy: { by: NAME }, sources: ["office"]) { edges { cursor node { ${PERSON} } } ${PAGE} } }`,
    users: `{ users(first: 100) { edges { cursor node { ${USER} } } ${PAGE} } }`,
    'users, backwards and in order': `{ users(last: 30, orderBy: { by: NAME, direction: DESC }) { edges { cursor node { ${USER} } } ${PAGE} } }`,
    'users, found': `{ users(first: 20, filter: { search: "Greta" }) { nodes { ${USER} } ${PAGE} } }`,
    'organizations and their people': `{ organizations(first: 8) { edges { cursor node { ${ORGANIZATION} } } ${PAGE} } }`,
    ...Object.fromEntries(
      ids.all.map((id, index) => [
        `record ${index}`,
        `{ node(id: "${id}") { ... on Person { ${PERSON} } ... on User { ${USER} } ... on Organization { ${ORGANIZATION} } } }`,
      ]),
    ),
    'many at once': `{ nodes(ids: ${some}) { ... on Person { ${PERSON} } ... on User { ${USER} } ... on Organization { ${ORGANIZATION} } } }`,
    person: `{ person(id: "${ids.of.donors}") { ${PERSON} } user(id: "${ids.of.portal}") { ${USER} } }`,
    sources:
      '{ viewer { name } sources { name capabilities contactItemTypes { id name } customFieldDefinitions { key label options } } }',
    health: `{ sources { name health { status latencyMs message } budget { limit remaining } } person(id: "${ids.of.office}") { displayName } }`,
  }
}

interface Ids {
  readonly all: readonly string[]
  readonly of: Readonly<Record<Name, string>>
}

describe.each([0, 60_000])('two callers of the same sources, whose answers are kept for %i ms', (cacheTtlMs) => {
  const vendors = new Map<Name, SharedVendor>()
  let folder: string
  let gateway: Gateway
  let ids: Ids

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kith-callers-'))
    for (const name of NAMES) {
      const { start } = VENDORS[name]
      const accounts = await Promise.all(
        WORLDS.map(async (world, n) => [world, await start(world, n * 50_000)] as const),
      )
      vendors.set(name, await startSharedVendor(accounts))
    }
    gateway = await startShared(folder)
    ids = await readIds(FIRST)
  })
  afterAll(async () => {
    await gateway?.close()
    await Promise.all([...vendors.values()].map((vendor) => vendor.close()))
    await rm(folder, { recursive: true, force: true })
  })

  function startShared(inFolder: string): Promise<Gateway> {
    const sources: GatewayOptions['sources'] = Object.fromEntries(
      NAMES.map((name) => [name, { kind: VENDORS[name].kind, settings: FAST, header: `x-kith-${name}` }]),
    )
    const borrowed = (vendor: SharedVendor) => async () => ({ ...vendor, close: async () => undefined })
    const startSimulator = Object.fromEntries(NAMES.map((name) => [name, borrowed(vendorOf(name))]))
    return startGateway({ sources, startSimulator, folder: inFolder, cacheTtlMs, answerTimeoutMs: 60_000 })
  }

  function vendorOf(name: Name): SharedVendor {
    return vendors.get(name) as SharedVendor
  }

  const callsOf = () => NAMES.flatMap((name) => vendorOf(name).calls)
  /** Forgets the calls so far, none of which may have carried another credential or anything of the other's. */
  const forget = () => {
    const strayed = callsOf().filter(hasStrayed)
    for (const vendor of vendors.values()) vendor.resetCalls()
    expect(strayed.map(({ method, path, credentials }) => [method, path, credentials])).toEqual([])
  }
  afterEach(forget)

  async function ask(world: World | null, query: string, at: Gateway = gateway): Promise<string> {
    const response = await fetch(`${at.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(world && headersOf(world)) },
      body: JSON.stringify({ query }),
    })
    return response.text()
  }

  async function readIds(world: World): Promise<Ids> {
    const lists = NAMES.map((name) => `${name}: ${VENDORS[name].list}(first: 3, sources: ["${name}"]) { nodes { id } }`)
    const companies = 'companies: organizations(first: 20) { nodes { id } }'
    const { data } = JSON.parse(await ask(world, `{ ${lists.join(' ')} ${companies} }`))
    const idsOf = (list: string): string[] => data[list].nodes.map(({ id }: { readonly id: string }) => id)
    return {
      all: [...NAMES.flatMap(idsOf), ...idsOf('companies')],
      of: Object.fromEntries(NAMES.map((name) => [name, idsOf(name)[0]])) as Ids['of'],
    }
  }

  it('know other people by the same ids', async () => {
    expect(await readIds(SECOND)).toEqual(ids)
    expect(ids.all.length).toBeGreaterThan(20)
  })

  it('are each told of their own alone, whatever both read at once, and what they would be told without the other', async () => {
    const reads = Object.entries(readsOf(ids))
    const alone = await startShared(join(folder, 'alone'))
    const expected = new Map<World, string[]>()
    for (const world of WORLDS) {
      forget()
      expected.set(world, await Promise.all(reads.map(([, query]) => ask(world, query, alone).then(toComparable))))
      expect(new Set(callsOf().map((call) => call.world))).toEqual(new Set([world]))
    }
    await alone.close()

    // The first time is Yoga's, later ones are prepared and shared.
    for (let round = 0; round < 3; round++) {
      const asked = reads.flatMap(([name, query], index) =>
        [FIRST, SECOND, FIRST, SECOND].map(async (world) => ({ name, index, world, text: await ask(world, query) })),
      )
      for (const { name, index, world, text } of await Promise.all(asked)) {
        expect([name, holds(text, world), holds(text, otherThan(world))]).toEqual([name, true, false])
        expect([name, differenceOf(toComparable(text), expected.get(world)?.[index] ?? '')]).toEqual([name, null])
      }
    }
  })

  it('go on from their own cursors', async () => {
    const walk = async (world: World) => {
      let after: string | null = null
      const texts: string[] = []
      do {
        const query = `{ users(first: 40, after: ${JSON.stringify(after)}) { nodes { displayName email } pageInfo { endCursor hasNextPage } } }`
        const text = await ask(world, query)
        const { pageInfo } = JSON.parse(text).data.users
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null
        texts.push(text)
      } while (after !== null)
      return texts
    }

    const [first, second] = await Promise.all(WORLDS.map(walk))

    expect(first?.length).toBeGreaterThan(2)
    expect(first?.map((text) => [holds(text, FIRST), holds(text, SECOND)])).toEqual(first?.map(() => [true, false]))
    expect(second?.map((text) => [holds(text, FIRST), holds(text, SECOND)])).toEqual(first?.map(() => [false, true]))
  })

  describe('looking at pictures', () => {
    const ALL = NAMES.map(
      (name) =>
        `${name}: ${VENDORS[name].list}(first: 12, sources: ["${name}"]) { nodes { avatar { url(size: 64) } } }`,
    )
    const addressesOf = async (world: World): Promise<readonly string[]> => {
      const { data } = JSON.parse(await ask(world, `{ ${ALL.join(' ')} }`))
      return NAMES.flatMap((name) =>
        (data[name].nodes as readonly { readonly avatar: { readonly url: string } | null }[]).flatMap(({ avatar }) =>
          avatar === null ? [] : [avatar.url],
        ),
      )
    }

    it('are each shown their own, whoever was given the address', async () => {
      const given = await Promise.all(WORLDS.map(addressesOf))
      const asked = given
        .flat()
        .flatMap((url) => WORLDS.map(async (world) => ({ world, shown: await look(url, world) })))

      const looked = await Promise.all(asked)

      const shown = looked.filter((one) => one.shown !== null)
      expect(shown.length).toBeGreaterThan(30)
      expect(shown.filter((one) => one.shown !== one.world.word)).toEqual([])
    })

    it('are shown none without a credential', async () => {
      const addresses = await addressesOf(FIRST)
      forget()

      const looked = await Promise.all(addresses.map((url) => look(url, null)))

      expect(looked).toEqual(addresses.map(() => null))
      expect(callsOf()).toEqual([])
    })
  })

  describe('writing', () => {
    const RESULT =
      'receipts { outcome changes { path before after } sideEffects { path } requests { method path body } } userErrors { code message path }'
    const UPDATES: Readonly<Record<Name, (id: string, control: string) => string>> = {
      donors: (id, control) => update('Person', id, `nickname: "Same", addTags: [] ${control}`),
      sales: (id, control) => update('User', id, `lastName: "Same" ${control}`),
      doors: (id, control) => update('User', id, `nickname: "Same" ${control}`),
      portal: (id, control) => update('User', id, `location: "Same" ${control}`),
      office: (id, control) => update('Person', id, `jobTitle: "Same" ${control}`),
    }

    function update(type: 'Person' | 'User', id: string, fields: string): string {
      const record = type.toLowerCase()
      return `mutation { done: update${type}(input: { id: "${id}", ${fields} }) { ${record} { ${type === 'User' ? USER : PERSON} } ${RESULT} } }`
    }

    /** What became of it for each, both at once: the outcome, and what vendors were sent for each besides reads. */
    async function both(query: string) {
      forget()
      const texts = await Promise.all(WORLDS.map((world) => ask(world, query)))
      texts.forEach((text, n) => {
        const world = WORLDS[n] as World
        expect([text, holds(text, otherThan(world))]).toEqual([text, false])
      })
      const written = WORLDS.map(
        (world) => callsOf().filter((call) => call.world === world && call.method !== 'GET').length,
      )
      const outcomes = texts.map((text) => JSON.parse(text).data?.done.receipts[0]?.outcome ?? text)
      return { texts, outcomes, written }
    }

    it.each(NAMES)('change the same record of %s under the same key, each at their own account', async (name) => {
      const query = (control: string) => UPDATES[name](ids.of[name], control)

      const planned = await both(query(', dryRun: true, idempotencyKey: "same"'))
      const done = await both(query(`, idempotencyKey: "same ${name}"`))
      const again = await both(query(`, idempotencyKey: "same ${name}"`))

      expect(planned.outcomes).toEqual(['PLANNED', 'PLANNED'])
      expect(done.outcomes).toEqual(['UPDATED', 'UPDATED'])
      expect(done.written[0]).toBeGreaterThan(0)
      expect(done.written[1]).toBe(done.written[0])
      expect(again.outcomes).toEqual(['UPDATED', 'UPDATED'])
      for (const { texts } of [planned, done, again]) {
        texts.forEach((text, n) => {
          expect(holds(text, WORLDS[n] as World)).toBe(true)
        })
      }
    })

    it.each(['donors', 'doors', 'portal', 'office'] as const)('add the same contact item at %s', async (name) => {
      const query = `mutation { done: upsertContactItem(input: { ownerId: "${ids.of[name]}", kind: EMAIL, value: "same@example.org", idempotencyKey: "item ${name}" })
        { owner { displayName ${ITEMS} } ${RESULT} } }`

      const { outcomes, texts } = await both(query)

      expect(outcomes).toEqual(['UPDATED', 'UPDATED'])
      expect(texts.map((text, n) => holds(text, WORLDS[n] as World))).toEqual([true, true])
    })

    it.each(['donors', 'sales', 'portal', 'office'] as const)(
      'set a picture of the same record of %s',
      async (name) => {
        const upload = async (world: World) => {
          const query = `mutation Set($file: Upload!) { done: uploadAvatar(input: { ownerId: "${ids.of[name]}", file: $file, idempotencyKey: "picture ${name}" }) { avatar { url(size: 64) } ${RESULT} } }`
          const body = form(
            field('operations', { query, variables: { file: null } }),
            field('map', { 0: ['variables.file'] }),
            file('0', paint(world, 30)),
            END,
          )
          const response = await fetch(`${gateway.url}/graphql`, {
            method: 'POST',
            headers: { ...FORM_HEADERS, ...headersOf(world) },
            body,
          })
          return response.text()
        }

        const texts = await Promise.all(WORLDS.map(upload))

        expect(texts.map((text) => JSON.parse(text).data?.done.receipts[0]?.outcome ?? text)).toEqual([
          'UPDATED',
          'UPDATED',
        ])
        const urls = texts.map((text) => JSON.parse(text).data.done.avatar.url as string)
        const shown = await Promise.all(urls.flatMap((url) => WORLDS.map((world) => look(url, world))))
        expect(shown).toEqual([FIRST.word, SECOND.word, FIRST.word, SECOND.word])
      },
    )

    it('make and delete, under the same key', async () => {
      const create = `mutation { done: createPerson(input: { source: "donors", firstName: "Same", lastName: "Same", idempotencyKey: "made" }) { person { id createdBy { displayName } } ${RESULT} } }`
      const remove = `mutation { done: deletePerson(input: { id: "${ids.of.office}", idempotencyKey: "gone" }) { deletedId ${RESULT} } }`

      const made = await both(create)
      const gone = await both(remove)

      expect([made.outcomes, gone.outcomes]).toEqual([
        ['CREATED', 'CREATED'],
        ['DELETED', 'DELETED'],
      ])
      expect([made.written[1], gone.written[1]]).toEqual([made.written[0], gone.written[0]])
    })
  })

  it('are refused without a credential, and nothing is sent', async () => {
    forget()
    const queries = [
      ...Object.values(readsOf(ids)),
      ...NAMES.map(
        (name) =>
          `mutation { update${VENDORS[name].list === 'users' ? 'User' : 'Person'}(input: { id: "${ids.of[name]}", firstName: "A" }) { userErrors { code } } }`,
      ),
    ]

    const texts = await Promise.all(queries.map((query) => ask(null, query)))

    expect(texts.filter((text) => WORLDS.some((world) => holds(text, world)))).toEqual([])
    const silent = texts.filter((text) => !text.includes('SOURCE_UNAUTHENTICATED'))
    expect(silent).toEqual([])
    expect(callsOf()).toEqual([])
  })

  it('bring a credential for one source to that source only', async () => {
    forget()
    const headers = { 'x-kith-donors': FIRST.token }

    const { data } = await gateway.query(
      '{ people(first: 3) { nodes { displayName } slices { source { name } error { code } } } }',
      {},
      headers,
    )

    expect(data.people.slices).toMatchObject([
      { source: { name: 'donors' }, error: null },
      { error: { code: 'SOURCE_UNAUTHENTICATED' } },
    ])
    expect(NAMES.filter((name) => vendorOf(name).calls.length > 0)).toEqual(['donors'])
  })
})

function headersOf(world: World): Record<string, string> {
  return Object.fromEntries(NAMES.map((name) => [`x-kith-${name}`, world.token]))
}

function otherThan(world: World): World {
  return world === FIRST ? SECOND : FIRST
}

/** Without what is never twice the same: cursors are signed with a gateway's own key, calls take their time, and a budget shrinks. */
function toComparable(text: string): string {
  const { data, errors } = JSON.parse(text) as { readonly data: unknown; readonly errors?: unknown }
  return JSON.stringify({ data, errors }, (key, value: unknown) => (VOLATILE.has(key) ? null : value))
}

const VOLATILE: ReadonlySet<string> = new Set([
  ...['cursor', 'startCursor', 'endCursor', 'latencyMs', 'budget', 'requestId'],
  // What is shown of a picture depends on what was asked before: looking at pictures is a test of its own.
  'avatar',
])

/** Where two texts part; `null`: nowhere. */
function differenceOf(one: string, other: string): readonly [string, string] | null {
  if (one === other) return null
  const at = [...one].findIndex((character, index) => character !== other[index])
  return [one.slice(Math.max(0, at - 80), at + 80), other.slice(Math.max(0, at - 80), at + 80)]
}

/**
 * Whether a vendor was sent anything but one caller's own. Pictures of Virtuous alone are fetched without a credential, from
 * addresses that it gave.
 */
function hasStrayed({ world, credentials, path, body }: VendorCall): boolean {
  if (world === null || holds(path + body + credentials.join(), otherThan(world))) return true
  const allowed = [world.token, `Bearer ${world.token}`, `asc_auth_key=${world.token}`]
  if (credentials.length === 0) return !path.startsWith('/avatars/')
  return credentials.some((text) => !allowed.includes(text))
}

/** Whose picture is shown at an address; `null`: none. */
async function look(url: string, world: World | null): Promise<string | null> {
  const response = await fetch(url, { headers: world ? headersOf(world) : {} })
  if (response.status !== 200) return null
  const { data } = await sharp(await response.arrayBuffer())
    .raw()
    .toBuffer({ resolveWithObject: true })
  const [red = 0, , blue = 0] = data
  return red > blue ? FIRST.word : SECOND.word
}
