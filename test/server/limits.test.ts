import { gzipSync } from 'node:zlib'
import {
  type GraphQLCompositeType,
  type GraphQLNamedType,
  getIntrospectionQuery,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { schema } from '../../src/graphql/schema.ts'
import { post, readAnswer } from './support/send.ts'
import { startTestServer } from './support/start.ts'

const repeat = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ')

/** Every field of a type that needs no argument, and of what lies within it, to `depth` levels. */
function selectAll(type: GraphQLNamedType, depth: number): string {
  if (!isObjectType(type) && !isInterfaceType(type)) return '__typename'
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type)
    if (!isCompositeType(inner as GraphQLCompositeType)) return [field.name]
    if (depth === 0 || isUnionType(inner)) return []
    return [`${field.name} { ${selectAll(inner, depth - 1)} }`]
  })
  return ['__typename', ...fields].join(' ')
}

describe('documents within the limits', () => {
  it.each(['Person', 'User', 'Organization'] as const)('a page of 100 with every field of a %s', async (name) => {
    const { graphql } = await startTestServer()
    const list = { Person: 'people', User: 'users', Organization: 'organizations' }[name]
    const all = selectAll(schema.getType(name) as GraphQLNamedType, 1)
    const query = `{ ${list}(first: 100) { nodes { ${all} } pageInfo { endCursor } totalCount slices { count } } }`

    const answer = await post(graphql, { query })

    expect(answer.errors).toEqual([])
    expect(answer.data[list].nodes).toBeInstanceOf(Array)
  })

  it('the longest question that tools ask about the schema', async () => {
    const { graphql } = await startTestServer()
    const query = getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    })

    const answer = await post(graphql, { query })

    expect(answer.errors).toEqual([])
    expect(answer.data.__schema.types.length).toBeGreaterThan(50)
  })

  it.each([
    ['100 aliases', `{ sources { ${repeat(100, (i) => `a${i}: name`)} } }`],
    ['50 fields at the top', `{ ${repeat(50, (i) => `a${i}: __typename`)} }`],
    ['50 directives', `{ sources { ${repeat(50, (i) => `a${i}: name @skip(if: false)`)} } }`],
    ['one field 50 times in one place', `{ sources { ${repeat(50, () => 'name')} } }`],
    ['two questions about the schema', '{ __schema { description } __type(name: "Person") { name } }'],
    [
      '100 fragments',
      `{ sources { ${repeat(100, (i) => `...F${i}`)} } } ${repeat(100, (i) => `fragment F${i} on Source { ${i % 2 ? 'name' : 'kind'} }`)}`,
    ],
    ['one fragment in 40 places', `{ ${repeat(40, (i) => `a${i}: sources { ...A }`)} } fragment A on Source { name }`],
  ])('%s', async (_what, query) => {
    const { graphql } = await startTestServer()

    const answer = await post(graphql, { query })

    expect(answer.errors).toEqual([])
  })
})

describe('documents past the limits', () => {
  it.each([
    ['101 aliases of __typename', `{ sources { ${repeat(101, (i) => `a${i}: __typename`)} } }`, 'aliases'],
    ['51 fields at the top', `{ ${repeat(51, (i) => `a${i}: __typename`)} }`, 'at the top'],
    [
      '51 fields at the top, from fragments',
      `{ ${repeat(51, (i) => `...F${i}`)} } ${repeat(51, (i) => `fragment F${i} on Query { a${i}: __typename }`)}`,
      'at the top',
    ],
    [
      '101 fragments, each of which is compared with each other',
      `{ sources { ${repeat(101, (i) => `...F${i}`)} } } ${repeat(101, (i) => `fragment F${i} on Source { ${i % 3 ? 'name' : 'kind'} }`)}`,
      'fragments',
    ],
    ['101 fragments that are nowhere', `{ ${repeat(101, (i) => `...F${i}`)} }`, 'fragments'],
    [
      '101 fragments in one that nobody uses',
      `{ __typename } fragment A on Query { ${repeat(101, (i) => `...F${i}`)} }`,
      'fragments',
    ],
    ['51 directives', `{ __typename ${repeat(51, () => '@skip(if: false)')} }`, 'directives'],
    ['one field 51 times in one place', `{ sources { ${repeat(51, () => 'name')} } }`, 'one name in one place'],
    [
      'one field 51 times, once merged',
      `{ ${repeat(17, () => 'sources { name name name }')} }`,
      'one name in one place',
    ],
    ['more than 20 levels', `{ ${'a { '.repeat(21)} b ${'} '.repeat(21)} }`, 'nested too deep'],
    ['more than 20 levels of fragments', `{ ${'... { '.repeat(21)} __typename ${'} '.repeat(21)} }`, 'nested too deep'],
    [
      'more than 20 levels by fragments',
      `{ ...F0 } ${repeat(21, (i) => `fragment F${i} on Query { ...F${i + 1} }`)} fragment F21 on Query { __typename }`,
      'nested too deep',
    ],
    ['more than 20 levels of a value', `{ person(id: ${'['.repeat(21)}${']'.repeat(21)}) { id } }`, 'nested too deep'],
    ['brackets without end', `{ __typename ${'(a: ['.repeat(2_000)}`, 'brackets'],
    [
      'a fragment within itself',
      '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
      'contains itself',
    ],
    [
      'fragments that double',
      `{ ...F0 } ${repeat(15, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F15 on Query { __typename }`,
      'selections',
    ],
    [
      'fragments that double and that nobody uses',
      `{ __typename } ${repeat(15, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F15 on Query { __typename }`,
      'selections',
    ],
    ['3 questions about the schema', `{ ${repeat(3, (i) => `a${i}: __schema { description }`)} }`, '__schema'],
    ['6 aliases within one', `{ __schema { ${repeat(6, (i) => `a${i}: types { name }`)} } }`, '__schema'],
    [
      'types of fields of types of fields',
      '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
      'introspection depth',
    ],
    ['2,501 tokens', `{ ${'a '.repeat(2_499)} }`, 'tokens'],
    ['1,501 selections', `{ ${repeat(1_501, (i) => `a${i}`)} }`, 'selections'],
    ['100,001 characters', `{ __typename } #${'x'.repeat(100_000)}`, 'characters'],
  ])('%s are refused', async (_what, query, reason) => {
    const { graphql } = await startTestServer()

    const { data, errors } = await post(graphql, { query })

    expect(data).toBeUndefined()
    expect(errors[0]).toMatchObject({
      message: expect.stringContaining(reason),
      extensions: { code: 'INVALID_INPUT', requestId: expect.any(String) },
    })
  })

  it('stops counting mistakes after the tenth', async () => {
    const { graphql } = await startTestServer()

    const { errors } = await post(graphql, { query: `{ ${repeat(50, (i) => `nope${i}`)} }` })

    expect(errors).toHaveLength(11)
  })

  it('are refused again although their text was seen before', async () => {
    const { graphql } = await startTestServer()
    const query = `{ ${repeat(51, (i) => `a${i}: __typename`)} }`

    const answers = [await post(graphql, { query }), await post(graphql, { query })]

    expect(answers.map(({ errors }) => errors[0]?.message)).toEqual(
      Array(2).fill(expect.stringContaining('at the top')),
    )
  })
})

describe('bodies past the limits', () => {
  it('are refused with 413 by the length they name', async () => {
    const { graphql } = await startTestServer()

    const { status } = await post(graphql, { query: '{ __typename }', variables: { x: 'x'.repeat(1_000_000) } })

    expect(status).toBe(413)
  })

  it('are refused with 413 as they come, where they name none', async () => {
    const { graphql } = await startTestServer()
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(Buffer.alloc(65_536, '{')) })

    const response = await fetch(graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: endless,
      duplex: 'half',
    } as RequestInit)

    expect(response.status).toBe(413)
  })

  it('are refused with 415 when compressed, whatever they hold', async () => {
    const { graphql } = await startTestServer()

    const response = await fetch(graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: gzipSync(Buffer.alloc(1_000_000, ' ')),
    })

    expect((await readAnswer(response)).status).toBe(415)
  })

  it('are refused with 400 when variables lie deeper than 32 levels', async () => {
    const { graphql } = await startTestServer()
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`

    const { status, errors } = await post(graphql, `{ "query": "{ __typename }", "variables": { "x": ${deep} } }`)

    expect(status).toBe(400)
    expect(errors[0]?.message).toContain('32 levels')
  })
})
