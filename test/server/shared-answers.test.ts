import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql'
import { describe, expect, it } from 'vitest'
import { createSourcePool } from '../../src/directory/source-pool.ts'
import { GatewayError } from '../../src/model/errors.ts'
import type { Exchange } from '../../src/server/exchange.ts'
import { type Answer, createSharedAnswers } from '../../src/server/shared-answers.ts'
import { countCall, countShared, countTime } from '../../src/usage.ts'
import { createMemorySource } from '../fakes/memory-source.ts'
import { post } from './support/send.ts'
import { startTestServer } from './support/start.ts'

/** A gate that resolvers wait at, and how many have come to it. */
function createGate() {
  const waiting: (() => void)[] = []
  const watchers: { readonly count: number; readonly resolve: () => void }[] = []
  return {
    pass: () =>
      new Promise<void>((resolve) => {
        waiting.push(resolve)
        for (const watcher of watchers) if (waiting.length >= watcher.count) watcher.resolve()
      }),
    /** Resolves when so many have come. */
    reached: (count: number) =>
      new Promise<void>((resolve) => {
        if (waiting.length >= count) resolve()
        else watchers.push({ count, resolve })
      }),
    get count() {
      return waiting.length
    },
    open() {
      for (const go of waiting) go()
    },
  }
}

function schemaWith(read: (signal: AbortSignal) => Promise<string>) {
  return new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: {
        slow: {
          type: GraphQLString,
          resolve: (_root, _args, context: { signal: AbortSignal }) => read(context.signal),
        },
        quick: { type: GraphQLString, resolve: () => 'quick' },
      },
    }),
    mutation: new GraphQLObjectType({
      name: 'Mutation',
      fields: { write: { type: GraphQLString, resolve: () => 'written' } },
    }),
  })
}

const PREPARE = 'query Q($slow: Boolean!) { quick slow @include(if: $slow) }'
const SLOW = { query: PREPARE, variables: { slow: true } }

/** A server that has prepared the query. */
async function startPrepared(...[schema, options = {}]: [GraphQLSchema, Parameters<typeof startTestServer>[0]?]) {
  const server = await startTestServer({ schema, ...options })
  for (let time = 0; time < 2; time++) await post(server.graphql, { query: PREPARE, variables: { slow: false } })
  return server
}

describe('queries that are the same at the same moment', () => {
  it('are answered once', async () => {
    const gate = createGate()
    const server = await startPrepared(schemaWith(() => gate.pass().then(() => 'done')))

    const first = post(server.graphql, SLOW)
    await gate.reached(1)
    const others = [post(server.graphql, SLOW), post(server.graphql, SLOW)]
    const other = post(server.graphql, { ...SLOW, query: `${PREPARE} # another` })
    await gate.reached(2)
    gate.open()
    const answers = await Promise.all([first, ...others, other])

    expect(answers.map(({ data }) => data)).toEqual(answers.map(() => ({ quick: 'quick', slow: 'done' })))
    expect(gate.count).toBe(2)
  })

  it('tell those who were given another’s answer that it cost them nothing', async () => {
    const gate = createGate()
    const server = await startPrepared(
      schemaWith(async () => {
        for (let call = 0; call < 3; call++) countCall('donors')
        countTime('donors', 12)
        countShared('donors')
        await gate.pass()
        return 'é'
      }),
    )

    const first = post(server.graphql, SLOW)
    await gate.reached(1)
    const others = [post(server.graphql, SLOW), post(server.graphql, SLOW)]
    await post(server.graphql, { query: '{ quick }' }) // answered: what was sent before it has arrived
    gate.open()
    const [own, ...given] = await Promise.all([first, ...others])

    const usageOf = (text: string) => JSON.parse(text).extensions.sources.donors
    expect(gate.count).toBe(1)
    expect(usageOf(own.text)).toEqual({ calls: 3, shared: 1, milliseconds: 12 })
    expect(given.map(({ text }) => usageOf(text))).toEqual(
      Array.from({ length: 2 }, () => ({ calls: 0, shared: 4, milliseconds: 0 })),
    )
    expect(given.map(({ data }) => data)).toEqual([own.data, own.data])
  })

  it('are answered to each caller apart', async () => {
    const gate = createGate()
    const source = createMemorySource({ name: 'donors' })
    const pool = createSourcePool([{ source, header: 'x-token', create: () => createMemorySource({ name: 'donors' }) }])
    const server = await startPrepared(
      schemaWith(() => gate.pass().then(() => 'done')),
      { pool },
    )

    const answers = ['a', 'b', 'c'].map((token) => post(server.graphql, SLOW, { 'x-token': token }))
    await gate.reached(3)
    gate.open()

    expect((await Promise.all(answers)).map(({ data }) => data.slow)).toEqual(['done', 'done', 'done'])
  })

  it('are each told of a failure by themselves, under the id of their own request', async () => {
    const gate = createGate()
    const failing = () =>
      gate.pass().then(() => {
        throw new GatewayError('SOURCE_UNAVAILABLE', 'donors is down')
      })
    const server = await startPrepared(schemaWith(failing))

    const first = post(server.graphql, SLOW, { 'x-request-id': 'first' })
    await gate.reached(1)
    const second = post(server.graphql, SLOW, { 'x-request-id': 'second' })
    await post(server.graphql, { query: '{ quick }' }) // answered: what was sent before it has arrived
    gate.open()
    await gate.reached(2)
    gate.open()

    const ids = (await Promise.all([first, second])).map(({ errors }) => errors[0]?.extensions.requestId)
    expect(ids).toEqual(['first', 'second'])
  })

  it.each([
    ['the first of its kind', 0],
    ['a prepared one', 2],
  ])('begin anew after a write (%s), whoever asked before it', async (_kind, times) => {
    const gate = createGate()
    const server = await startPrepared(schemaWith(() => gate.pass().then(() => `read ${gate.count}`)))
    for (let time = 0; time < times; time++) await post(server.graphql, { query: 'mutation { write }' })

    const before = post(server.graphql, SLOW)
    await gate.reached(1)
    await post(server.graphql, { query: 'mutation { write }' })
    const after = post(server.graphql, SLOW)
    await gate.reached(2)
    gate.open()
    await Promise.all([before, after])

    expect(gate.count).toBe(2)
  })

  it('go on when the one that asked first goes away', async () => {
    const gate = createGate()
    const signals: AbortSignal[] = []
    const server = await startPrepared(
      schemaWith((signal) => {
        signals.push(signal)
        return gate.pass().then(() => 'done')
      }),
    )
    const leaving = new AbortController()
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(SLOW) }

    const first = fetch(server.graphql, { ...request, signal: leaving.signal })
    await gate.reached(1)
    const second = post(server.graphql, SLOW)
    await post(server.graphql, { query: '{ quick }' }) // answered: what was sent before it has arrived
    leaving.abort()
    await first.catch(() => undefined)
    await server.log.next('Client went away')
    gate.open()

    expect((await second).data).toEqual({ quick: 'quick', slow: 'done' })
    expect(signals.map(({ aborted }) => aborted)).toEqual([false])
  })
})

describe('mutations that are the same at the same moment', () => {
  it('are carried out once each', async () => {
    let written = 0
    const schema = new GraphQLSchema({
      query: new GraphQLObjectType({ name: 'Query', fields: { quick: { type: GraphQLString } } }),
      mutation: new GraphQLObjectType({
        name: 'Mutation',
        fields: { write: { type: GraphQLString, resolve: async () => `written ${++written}` } },
      }),
    })
    const server = await startTestServer({ schema })
    const write = () => post(server.graphql, { query: 'mutation { write }' })
    for (let time = 0; time < 2; time++) await write()

    const answers = await Promise.all([write(), write(), write()])

    expect(answers.map(({ data }) => data.write).sort()).toEqual(['written 3', 'written 4', 'written 5'])
    expect(server.log.lines.at(-1)?.fields).toMatchObject({ kind: 'mutation', prepared: true })
  })

  it('wait for each other where one request holds several', async () => {
    const order: string[] = []
    const note = (name: string) => async () => {
      order.push(`${name} begins`)
      await Promise.resolve()
      order.push(`${name} ends`)
      return name
    }
    const schema = new GraphQLSchema({
      query: new GraphQLObjectType({ name: 'Query', fields: { quick: { type: GraphQLString } } }),
      mutation: new GraphQLObjectType({
        name: 'Mutation',
        fields: {
          first: { type: GraphQLString, resolve: note('first') },
          second: { type: GraphQLString, resolve: note('second') },
        },
      }),
    })
    const server = await startTestServer({ schema })

    for (let time = 0; time < 3; time++) await post(server.graphql, { query: 'mutation { first second }' })

    const once = ['first begins', 'first ends', 'second begins', 'second ends']
    expect(order).toEqual([...once, ...once, ...once])
  })
})

describe('queries that arrive together', () => {
  it('are answered once though the answer takes no time', async () => {
    const shared = createSharedAnswers()
    const exchange = { signal: new AbortController().signal, response: { closed: false } } as Exchange
    let made = 0
    const make = async (): Promise<Answer> => {
      made += 1
      const answer: Answer = {
        status: 200,
        headers: {},
        body: Buffer.from('{}'),
        forOthers: () => answer,
        failedSources: null,
      }
      return answer
    }

    const [one, two] = await Promise.all([shared.answer('a', exchange, make), shared.answer('a', exchange, make)])
    await shared.answer('a', exchange, make)

    expect(one).toBe(two)
    expect(made).toBe(2)
  })
})
