import { globSync, openAsBlob, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import codegen from '../codegen.ts'
import { allPeople } from '../examples/clients/all-pages.ts'
import { describePeople } from '../examples/clients/partial-data.ts'
import { countPeople } from '../examples/clients/plain-fetch.ts'
import { uploadAvatar } from '../examples/clients/upload.ts'
import * as apollo from '../examples/clients/with-apollo.ts'
import * as graphqlRequest from '../examples/clients/with-graphql-request.ts'
import * as urql from '../examples/clients/with-urql.ts'
import { giveTitle } from '../examples/clients/write.ts'
import { type Gateway, startGateway } from '../src/commands/gateway.ts'
import { readConfig } from '../src/config.ts'
import { silentLogger } from '../src/model/logger.ts'
import { SOURCE_DEFINITIONS } from '../src/sources/registry.ts'
import { ask } from './command/run-kith.ts'
import { PNG } from './sources/pictures.ts'

const OWN = { kind: 'store', seed: true }

let gateway: Gateway
let url: string

function start(sources: Readonly<Record<string, unknown>>): Promise<Gateway> {
  const config = { server: { port: 0, journal: ':memory:' }, store: { url: 'sqlite::memory:' }, sources }
  return startGateway(readConfig(config, {}, SOURCE_DEFINITIONS), {
    log: silentLogger,
    directory: process.cwd(),
    stop: AbortSignal.timeout(30_000),
  })
}

beforeAll(async () => {
  gateway = await start({
    own: OWN,
    donors: { kind: 'virtuous', simulate: true },
    lost: { kind: 'virtuous', url: 'http://127.0.0.1:9', token: 'nothing' },
  })
  url = `${gateway.url}/graphql`
})
afterAll(() => gateway?.close())

interface Found {
  readonly id: string
  readonly version: string | null
  readonly jobTitle: string | null
}

async function find(search: string): Promise<Found> {
  const { data } = await ask<{ people: { nodes: Found[] } }>(
    gateway.url,
    'query ($search: String!) { people(first: 1, sources: ["own"], filter: { search: $search }) { nodes { id version jobTitle } } }',
    { search },
  )
  return data!.people.nodes[0]!
}

describe('docs/clients.md', () => {
  const shown = new Map(
    [
      ...readFileSync('docs/clients.md', 'utf8').matchAll(/^```ts\n\/\/ examples\/clients\/(.+)\n([\s\S]*?)^```$/gm),
    ].map(([, name, text]) => [name, text]),
  )

  it.each(globSync('examples/clients/*.ts').map((file) => basename(file)))('shows %s as it is', (name) => {
    expect(shown.get(name)).toBe(readFileSync(join('examples/clients', name), 'utf8'))
  })

  it('shows the settings that the examples are typed with', async () => {
    const [, text = ''] =
      /^```ts\n(import type \{ CodegenConfig \}[\s\S]*?)^```$/m.exec(readFileSync('docs/clients.md', 'utf8')) ?? []
    const module = encodeURIComponent(stripTypeScriptTypes(text))
    const { default: shownConfig } = (await import(/* @vite-ignore */ `data:text/javascript,${module}`)) as {
      default: typeof codegen
    }

    const [ours] = Object.values(codegen.generates) as [{ config: unknown; presetConfig: unknown }]
    const [theirs] = Object.values(shownConfig.generates)
    expect(theirs).toMatchObject({ config: ours.config, presetConfig: ours.presetConfig })
  })

  it('shows nothing else', () => {
    expect([...shown.keys()].toSorted()).toEqual(globSync('*.ts', { cwd: 'examples/clients' }).toSorted())
  })
})

describe('a client', () => {
  it('of nothing but fetch', async () => {
    expect(await countPeople(url)).toBe(40)
  })

  it.each([
    ['urql', urql],
    ['Apollo Client', apollo],
    ['graphql-request', graphqlRequest],
  ])('with %s takes typed documents, and what came in spite of a source that is down', async (_name, { findNames }) => {
    const names = await findNames(url, 'ada')

    expect(names).toContain('Ada Okafor')
    expect(names).toContain('Ada Keller')
  })

  it('reads all pages, and learns of a source that fails on the way', async () => {
    const sound = await start({ own: OWN })
    onTestFinished(() => sound.close())
    const read = async (from: string) => {
      const names: string[] = []
      for await (const { displayName } of allPeople(from, 'mail')) names.push(displayName)
      return names
    }

    const names = await read(`${sound.url}/graphql`)

    expect(names.length).toBeGreaterThan(20)
    expect(new Set(names).size).toBe(names.length)
    await expect(read(url)).rejects.toThrow(/^lost: /)
  })

  it('says what is there and what is missing', async () => {
    const text = await describePeople(url, 'ada okafor')

    expect(text.split('\n')).toEqual(['Ada Okafor (own)', 'lost is missing: SOURCE_UNAVAILABLE'])
  })
})

describe('a client that writes', () => {
  it('sends nothing when the plan is turned down', async () => {
    const ada = await find('ada okafor')

    const said = await giveTitle(url, ada, 'Bellringer', (receipts) => {
      expect(receipts[0]).toMatchObject({ outcome: 'PLANNED', requests: [{ method: 'PATCH' }] })
      return false
    })

    expect(said).toBe('not sent')
    expect((await find('ada okafor')).jobTitle).toBe(ada.jobTitle)
  })

  it('is told what changed', async () => {
    const ada = await find('ada okafor')

    const said = await giveTitle(url, ada, 'Bellringer', () => true)

    expect(said).toBe(`own: UPDATED\njobTitle: ${ada.jobTitle} is now Bellringer`)
  })

  it('is told why nothing was done', async () => {
    const said = await giveTitle(url, { ...(await find('ada okafor')), version: 'an older one' }, 'Ringer', () => true)

    expect(said).toMatch(/^CONFLICT at /)
  })

  it('sends a picture that lies on the disk', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kith-client-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await writeFile(join(folder, 'portrait.png'), PNG)
    const { id } = await find('ngozi okafor')

    const address = await uploadAvatar(url, id, await openAsBlob(join(folder, 'portrait.png')))

    const picture = await fetch(address as string)
    expect(picture.headers.get('content-type')).toMatch(/^image\//)
  })

  it('is told what is wrong with a picture', async () => {
    const { id } = await find('ngozi okafor')

    await expect(uploadAvatar(url, id, new Blob(['Dear Sir']))).rejects.toThrow(/\w/)
  })
})
