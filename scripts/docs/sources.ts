import { readFileSync } from 'node:fs'
import { CAPABILITIES, type Capability } from '../../src/model/capability.ts'
import { silentLogger } from '../../src/model/logger.ts'
import type { SourceDefinition } from '../../src/sources/definition.ts'
import { SOURCE_DEFINITIONS } from '../../src/sources/registry.ts'
import { readmeOf } from './configuration.ts'

const BEGIN = '<!-- What sources can do, at their simulators; written by `npm run docs`. -->\n'
const END = '<!-- That was it. -->\n'

const COLUMNS = [
  ['people', 'PERSON'],
  ['users', 'USER'],
  ['organizations', 'ORGANIZATION'],
  ['contact items', 'CONTACT_ITEM'],
  ['avatars', 'AVATAR'],
] as const

/** The table of sources: what an account with all rights may do at each. */
export async function describeSources(): Promise<string> {
  const rows = await Promise.all(SOURCE_DEFINITIONS.map(describeOne))
  const head = ['kind', 'system', ...COLUMNS.map(([name]) => name)]
  return `${[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`
}

/** The document with another table between its marks. Throws an `Error` where it has none. */
export function withTable(document: string, table: string): string {
  const [from, to] = [document.indexOf(BEGIN), document.indexOf(END)]
  if (from < 0 || to < from) throw new Error('README.md has no marks for the table of sources')
  return `${document.slice(0, from + BEGIN.length)}\n${table}\n${document.slice(to)}`
}

async function describeOne(definition: SourceDefinition): Promise<readonly string[]> {
  const readme = readmeOf(definition.kind)
  const [, system = definition.kind] = /^# (.+)$/m.exec(readFileSync(readme, 'utf8')) ?? []
  const can = await capabilitiesOf(definition)
  return [`[\`${definition.kind}\`](${readme})`, system, ...COLUMNS.map(([, thing]) => verbsOf(thing, can))]
}

async function capabilitiesOf({
  kind,
  settings,
  create,
  simulator,
}: SourceDefinition): Promise<ReadonlySet<Capability>> {
  const vendor = await simulator?.start()
  const given = vendor === undefined ? { url: 'sqlite::memory:' } : { ...vendor.settings, url: vendor.url }
  const source = await create(kind, settings.parse(given), {
    log: silentLogger,
    now: Date.now,
    linkTo: () => 'https://kith.example.org/picture',
  })
  try {
    return await source.capabilities({ signal: AbortSignal.timeout(10_000) })
  } finally {
    await source.close?.()
    await vendor?.close()
  }
}

function verbsOf(thing: string, can: ReadonlySet<Capability>): string {
  const possible = CAPABILITIES.filter((one) => one.slice(0, one.lastIndexOf('_')) === thing)
  const verbs = possible.filter((one) => can.has(one)).map((one) => one.slice(one.lastIndexOf('_') + 1).toLowerCase())
  return verbs.length === possible.length ? 'all' : verbs.join(', ') || '–'
}
