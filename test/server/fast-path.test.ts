import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getIntrospectionQuery } from 'graphql'
import { describe, expect, it } from 'vitest'
import { createSourcePool } from '../../src/directory/source-pool.ts'
import { GatewayError } from '../../src/model/errors.ts'
import { encodeId } from '../../src/model/ref.ts'
import { EXAMPLES } from '../../src/server/graphiql-examples.ts'
import { createMemorySource } from '../fakes/memory-source.ts'
import { makeOrganization, makePerson, makeUser } from '../fakes/records.ts'
import { expectSameBothWays } from './support/both-ways.ts'
import { ODD_FIELDS, oddSchema } from './support/odd-schema.ts'
import { startTestServer, type TestServer } from './support/start.ts'

const id = (name: string, type: 'Person' | 'User' | 'Organization' = 'Person') => encodeId(type, 'own', name)

const ITEM = {
  kind: 'EMAIL',
  type: { id: 'email', name: 'E-mail', kind: 'EMAIL', category: null },
  normalizedValue: null,
  address: null,
  label: null,
  isDefault: true,
  isOptedIn: null,
  createdAt: '2025-03-14T09:26:53Z',
  updatedAt: null,
} as const

/** A source that holds people, users and organizations, and one that always fails. */
async function startPopulated(): Promise<TestServer> {
  const own = createMemorySource({
    name: 'own',
    records: [
      makePerson('own', 'ada', {
        firstName: 'Ada',
        organizationId: 'acme',
        managerIds: ['grace', 'nobody'],
        birthDate: { year: 1815, month: 12, day: null },
        contactItems: [
          { ...ITEM, id: '1', value: 'ada@example.org' },
          { ...ITEM, id: '2', kind: 'PHONE', value: '+1 555 010 0199' },
        ],
      }),
      makePerson('own', 'bob', { firstName: 'Bob', tags: ['board'] }),
      makeUser('own', 'grace', { firstName: 'Grace' }),
      makeOrganization('own', 'acme', { name: 'Acme' }),
    ],
    counts: true,
  })
  const broken = createMemorySource({ name: 'broken', records: [makePerson('broken', 'eve')] })
  broken.onCall = (call) => {
    if (call !== 'capabilities')
      throw new GatewayError('BAD_SOURCE_RESPONSE', 'broken answered nonsense', { source: 'broken' })
  }
  return startTestServer({ pool: createSourcePool([{ source: own }, { source: broken }]) })
}

const OPERATIONS = join(import.meta.dirname, '../operations')
const FRAGMENTS = globSync('fragments/*.graphql', { cwd: OPERATIONS }).map((file) =>
  readFileSync(join(OPERATIONS, file), 'utf8'),
)

/** The document with those fragments it needs. */
function readOperation(file: string): string {
  let document = readFileSync(join(OPERATIONS, file), 'utf8')
  for (let added = true; added; ) {
    const missing = FRAGMENTS.find((text) => {
      const [, name] = /^fragment (\w+)/.exec(text) ?? []
      return document.includes(`...${name}`) && !document.includes(text)
    })
    added = missing !== undefined
    if (missing !== undefined) document += missing
  }
  return document
}

const VARIABLES: Readonly<Record<string, unknown>> = {
  'list-people.graphql': { first: 2, sources: ['own'] },
  'read-nodes.graphql': {
    ids: [id('ada'), id('grace', 'User'), id('nobody'), 'no id', encodeId('Person', 'broken', 'eve')],
  },
  'read-person.graphql': { id: id('ada') },
  'update-person.graphql': { input: { id: id('ada'), jobTitle: 'Countess', dryRun: true } },
  'upsert-contact-item.graphql': { input: { ownerId: id('ada'), kind: 'EMAIL', value: 'a@example.org', dryRun: true } },
}
const FILES = Object.keys(VARIABLES)

describe('an answer past the HTTP layer of Yoga', () => {
  it.each(FILES)('is that of Yoga: %s', async (file) => {
    const server = await startPopulated()
    const query = readOperation(file)

    const { prepared } = await expectSameBothWays(server, { query, variables: VARIABLES[file] })

    expect(prepared).toBe(true)
  })

  it.each(EXAMPLES.map(({ query, variables }, number) => [number, query, variables] as const))(
    'is that of Yoga: the example in GraphiQL’s tab %i',
    async (_number, query, variables) => {
      const server = await startPopulated()
      const given =
        variables === undefined ? undefined : JSON.parse(variables.replace(/the id of a person[^"]*/, id('ada')))

      const { text } = await expectSameBothWays(server, { query, variables: given })

      expect(text).toContain('"data"')
    },
  )

  it.each([
    ['a failing record', `{ person(id: "${encodeId('Person', 'broken', 'eve')}") { displayName } }`],
    ['no id', '{ person(id: "?") { displayName } }'],
    [
      'another kind of id',
      `{ person(id: "${id('grace', 'User')}") { displayName } organization(id: "${id('acme', 'Organization')}") { name } }`,
    ],
    ['a page without a size', '{ people { nodes { id } } }'],
    ['a page of a failing source', '{ people(first: 5) { totalCount slices { count error { code message } } } }'],
    [
      'fields twice, aliases, fragments in fragments',
      `query A { a: person(id: "${id('ada')}") { ...F ...F id } a: person(id: "${id('ada')}") { firstName } } fragment F on Contactable { ...G displayName } fragment G on Node { __typename id }`,
    ],
    [
      'an interface',
      `{ node(id: "${id('ada')}") { __typename ... on Person { firstName tags } ... on User { username } ...on Contactable { raw version } } }`,
    ],
    ['the schema of itself', getIntrospectionQuery()],
    ['an unknown field', '{ person(id: "x") { shoeSize } }'],
    ['no GraphQL', '{ person(: ) }'],
    ['too deep', `${'{ a '.repeat(70)}${'}'.repeat(70)}`],
    ['an alias that is no member', '{ __proto__: viewer { scopes } }'],
    ['defer', '{ ... @defer { viewer { scopes } } }'],
  ])('is that of Yoga: %s', async (_what, query) => {
    const server = await startPopulated()

    const { text } = await expectSameBothWays(server, { query })

    expect(text).toMatch(/^\{"(data|errors)"/)
  })

  it.each([
    [{ id: id('ada'), all: true, none: false }],
    [{ id: id('ada'), all: false, none: true }],
    [{ id: id('ada'), all: true }],
    [{ all: true, none: false }],
    [{ id: null, all: true, none: false }],
    [{ id: 7, all: 'yes', none: false }],
    [null],
    [[]],
    ['text'],
  ])('is that of Yoga: variables %j', async (variables) => {
    const server = await startPopulated()
    const query = `query Switched($id: ID!, $all: Boolean!, $none: Boolean = false, $kind: ContactItemKind) {
      person(id: $id) { id @skip(if: $none) displayName @include(if: $all) ... @include(if: $all) { firstName }
        contactItems(kind: $kind) { value } } }`

    await expectSameBothWays(server, { query, variables })
  })

  it.each([
    ['application/json'],
    ['application/graphql-response+json'],
    ['application/graphql-response+json, application/json;q=0.9'],
    [
      'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
    ],
    ['application/json; charset=utf-8'],
    ['application/json; charset=latin1'],
    ['text/event-stream'],
    ['text/html'],
    ['*/*'],
    ['application/*'],
  ])('is that of Yoga: asked for as %s', async (accept) => {
    const server = await startPopulated()

    await expectSameBothWays(server, { query: `{ person(id: "${id('ada')}") { displayName } }` }, { accept })
    await expectSameBothWays(server, { query: '{ person(id: "?") { displayName } }' }, { accept })
  })

  it.each([
    [{ query: 'query A { viewer { scopes } } query B { viewer { name } }', operationName: 'B' }],
    [{ query: 'query A { viewer { scopes } } query B { viewer { name } }' }],
    [{ query: 'query A { viewer { scopes } }', operationName: 'C' }],
    [{ query: 'query A { viewer { scopes } }', operationName: '' }],
    [{ query: 'query A { viewer { scopes } }', operationName: null, extensions: { a: 1 } }],
    [{ query: 'query A { viewer { scopes } }', id: 7 }],
  ])('is that of Yoga: parameters %j', async (request) => {
    const server = await startPopulated()

    await expectSameBothWays(server, request)
  })
})

describe('a prepared operation', () => {
  it.each(ODD_FIELDS.filter((name) => name !== 'needsSize'))('answers %s as any other does', async (name) => {
    const server = await startTestServer({ schema: oddSchema })
    const everywhere = `{ text ${name} thing { text ${name} } thingLater { ${name} soon } things { ${name} text }
      neededThings { name ${name} } named { __typename name ... on Thing { ${name} } } }`

    const alone = await expectSameBothWays(server, { query: `{ soon ${name} }` })
    const among = await expectSameBothWays(server, { query: everywhere })

    expect([alone.prepared, among.prepared]).toEqual([true, true])
  })

  it.each([
    ['{ named { name } either { __typename ... on Named { name } } }', {}],
    ['{ neededThing { neededThing { needed } text } text }', {}],
    ['{ thing { neededThing { soon neededRefused rejected } } rejected }', {}],
    [
      'query ($size: Int) { withDefault(size: $size) a: withDefault b: withDefault(size: null, words: ["x", "y"]) }',
      {},
    ],
    ['query ($size: Int) { withDefault(size: $size) }', { size: 4 }],
    ['query ($size: Int = 5) { needsSize(size: $size) }', {}],
    ['query ($size: Int = 5) { text needsSize(size: $size) }', { size: null }],
    ['query ($word: String) { things { withDefault(words: ["a", $word]) } }', { word: 'b' }],
    ['mutation { write }', {}],
  ])('answers %s with %j as any other does', async (query, variables) => {
    const server = await startTestServer({ schema: oddSchema })

    await expectSameBothWays(server, { query, variables })
  })
})
