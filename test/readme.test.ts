import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import kithConfig from '../kith.config.ts'
import { type Gateway, startGateway } from '../src/commands/gateway.ts'
import { readConfig } from '../src/config.ts'
import { silentLogger } from '../src/model/logger.ts'
import { EXAMPLES } from '../src/server/graphiql-examples.ts'
import { SOURCE_DEFINITIONS } from '../src/sources/registry.ts'
import { ask } from './command/run-kith.ts'

/** A fenced block of a document. */
interface Block {
  readonly document: string
  readonly line: number
  readonly language: string
  readonly text: string
}

const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/*.md'), ...globSync('src/sources/**/readme.md')]

function blocksOf(document: string): readonly Block[] {
  const text = readFileSync(document, 'utf8')
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map((match) => ({
    document,
    line: text.slice(0, match.index).split('\n').length,
    language: match[1]!,
    text: match[2]!,
  }))
}

const blocks = DOCUMENTS.flatMap(blocksOf)

/** Its examples follow each other, over a gateway of their own: see `receipts/document.test.ts`. */
const TOLD_ELSEWHERE = 'docs/receipts.md'

/** Every GraphQL block, with the answer printed right after it, if one is. */
const examples = blocks.flatMap((block, index) => {
  if (block.language !== 'graphql' || block.document === TOLD_ELSEWHERE) return []
  const next = blocks[index + 1]
  const answer =
    next?.language === 'json' && next.document === block.document ? (JSON.parse(next.text) as unknown) : null
  return [{ title: `${block.document}:${block.line}`, query: block.text, answer }]
})

describe('examples in the documents, asked of the demo', () => {
  let gateway: Gateway
  let variables: Readonly<Record<string, unknown>>

  beforeAll(async () => {
    const demo = { ...kithConfig, server: { port: 0, journal: ':memory:' }, store: { url: 'sqlite::memory:' } }
    gateway = await startGateway(readConfig(demo, {}, SOURCE_DEFINITIONS), {
      log: silentLogger,
      directory: process.cwd(),
      stop: AbortSignal.timeout(30_000),
    })
    const { data } = await ask<{ people: { nodes: { id: string }[] } }>(
      gateway.url,
      '{ people(first: 2) { nodes { id } } }',
    )
    const ids = data!.people.nodes.map(({ id }) => id)
    variables = { ids, id: ids[0] }
  })
  afterAll(() => gateway?.close())

  it('the README shows a query and its answer', () => {
    const shown = examples.filter(({ title, answer }) => title.startsWith('README.md') && answer !== null)

    expect(shown).not.toHaveLength(0)
  })

  it('the first one of GraphiQL shows people of every source', async () => {
    interface List {
      readonly slices: readonly { readonly source: { readonly name: string }; readonly count: number }[]
    }

    const { data, errors } = await ask<{ people: List; users: List }>(gateway.url, EXAMPLES[0]!.query)

    expect(errors).toBeUndefined()
    const shown = [...data!.people.slices, ...data!.users.slices].filter(({ count }) => count > 0)
    expect(new Set(shown.map(({ source }) => source.name))).toEqual(new Set(Object.keys(kithConfig.sources)))
  })

  it.each(examples)('$title gives the answer shown, or at least no error', async ({ query, answer }) => {
    const used = Object.entries(variables).filter(([name]) => query.includes(`$${name}:`))

    const given = await ask(gateway.url, query, Object.fromEntries(used))

    expect(given.errors).toBeUndefined()
    if (answer !== null) expect({ data: given.data }).toEqual(answer)
  })
})

describe('links in the documents', () => {
  const links = DOCUMENTS.flatMap((document) =>
    [...readFileSync(document, 'utf8').matchAll(/\]\((?!\w+:|#)([^)#]+)/g)].map(([, target]) => ({
      document,
      target: target!,
    })),
  )

  it.each(links)('$document leads to $target', ({ document, target }) => {
    expect(existsSync(join(dirname(document), target))).toBe(true)
  })
})

describe('the configuration in the documents', () => {
  const configurations = blocks.filter(({ text }) => text.includes('defineConfig('))

  it.each(configurations)('$document:$line is taken as it stands', ({ text }) => {
    const literal = /defineConfig\(([\s\S]*)\)/.exec(text)![1]!
    const value = new Function(`return (${literal})`)() as { readonly sources: object }
    const environment = Object.fromEntries([...literal.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => [name, 'invented']))

    const config = readConfig(value, environment, SOURCE_DEFINITIONS)

    expect(config.sources.map(({ name }) => name)).toEqual(Object.keys(value.sources))
  })
})
