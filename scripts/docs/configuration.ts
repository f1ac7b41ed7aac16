import { existsSync, readFileSync } from 'node:fs'
import { type ZodType, z } from 'zod'
import { configSchema } from '../../src/config.ts'
import { SOURCE_DEFINITIONS } from '../../src/sources/registry.ts'

/** As much of a JSON Schema as is told of a setting. */
interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly JsonSchema[]
  readonly default?: unknown
  readonly minimum?: number
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: JsonSchema | boolean
  readonly items?: JsonSchema
  readonly required?: readonly string[]
}

/** The sections of the file, and the interfaces of `defineConfig` that say what their settings mean. */
const SECTIONS = [
  ['server', 'ServerSettings', 'Where kith listens, and how long and how large things may be.'],
  ['avatars', 'AvatarSettings', 'Pictures of people, on their way in and out.'],
  ['store', 'StoreSettings', 'Where sources of the kind `store` keep their people, unless they say otherwise.'],
] as const

/** Every setting there is, as markdown. Throws an `Error` for one that `defineConfig` does not explain. */
export function describeConfiguration(): string {
  const schema = toSchema(configSchema)
  const words = readDocstrings(readFileSync('src/config/define-config.ts', 'utf8'))
  const sections = SECTIONS.map(([key, name, purpose]) => {
    const rows = settingsOf(schema.properties?.[key] ?? {}).map((row) => [...row, explain(words, name, row)])
    return `## ${key}\n\n${purpose}\n\n${table(['setting', 'type', 'default', 'meaning'], rows)}`
  })
  const source = schema.properties?.sources?.additionalProperties
  const common = typeof source === 'object' ? settingsOf(source) : []
  const usual = common.map((row) => [...row, explain(words, 'SourceSettings', row)])
  return `${INTRODUCTION}\n${[...sections, `${SOURCES}\n\n${table(['setting', 'type', 'default', 'meaning'], usual)}`, ...SOURCE_DEFINITIONS.map(describeKind)].join('\n\n')}\n`
}

const INTRODUCTION = `<!-- Written by scripts/docs.ts from the settings' schemas: change those, then run \`npm run docs\`. -->
# Configuration

One file, in the folder where kith is started: \`kith.config.ts\`, \`.js\`, \`.mjs\` or \`.json\`. \`--config FILE\` or \`KITH_CONFIG\` names another. It is data, checked whole before anything starts; what is wrong is told by key, and no value is ever shown.

\`"\${NAME}"\` in any text stands for the environment variable \`NAME\`, so that no secret is in the file; \`$\${\` stands for \`\${\` itself. Numbers and booleans may be given as text, since that is all a variable can hold. Relative names of files begin where kith is started.

\`\`\`ts
export default defineConfig({
  server: { port: 4000, publicUrl: 'https://kith.example.org' },
  store: { url: 'sqlite:./data/kith.db' },
  sources: {
    own: { kind: 'store' },
    donors: { kind: 'virtuous', token: '\${VIRTUOUS_TOKEN}' },
    sales: { kind: 'leadsy', simulate: true },
  },
})
\`\`\`

\`kith check\` tells whether the file is sound, whether every source answers, what each account may do, and which settings stand for what a vendor has not published.
`

const SOURCES = `## sources

Every place where people are kept, under the name that clients will see: lower-case letters, digits and \`-\`, at most 40, beginning with a letter. Lists over several sources follow the order of the file. These settings every source takes:`

function describeKind({ kind, settings, simulator }: (typeof SOURCE_DEFINITIONS)[number]): string {
  const rows = settingsOf(toSchema(settings)).map(([setting, type, preset]) => [setting, type, preset])
  const simulated =
    simulator === undefined ? '' : ' `simulate: true` takes the place of the address and the credentials.'
  return `### ${kind}\n\nWhat these mean, and what is known and not known of the system: [its readme](../${readmeOf(kind)}).${simulated}\n\n${table(['setting', 'type', 'default'], rows)}`
}

/** Where a kind's readme is, from the root of the repository. */
export function readmeOf(kind: string): string {
  const path = [kind, kind.replace('-', '/')]
    .map((folder) => `src/sources/${folder}/readme.md`)
    .find((one) => existsSync(one))
  if (path === undefined) throw new Error(`the kind ${kind} has no readme`)
  return path
}

function toSchema(schema: ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
}

type Row = readonly [setting: string, type: string, preset: string]

/** Settings in the order they are declared; those inside another with a dot. */
function settingsOf({ properties = {}, required = [] }: JsonSchema, prefix = ''): readonly Row[] {
  return Object.entries(properties).flatMap(([name, member]): readonly Row[] => {
    const setting = `${prefix}${name}`
    if (member.properties !== undefined) return settingsOf(member, `${setting}.`)
    const isNever = Object.keys(member).length === 1 && 'not' in member
    if (isNever) return []
    return [[setting, typeOf(member), required.includes(name) ? '*required*' : presetOf(member)]]
  })
}

function typeOf({ type, enum: values, const: value, anyOf, items, additionalProperties, minimum }: JsonSchema): string {
  if (value !== undefined) return `\`${JSON.stringify(value)}\``
  if (values !== undefined) return values.map((one) => `\`${JSON.stringify(one)}\``).join(', ')
  if (anyOf !== undefined) return anyOf.map(typeOf).join(' or ')
  if (type === 'array') return `list of ${items === undefined ? 'anything' : typeOf(items).replace(/^an? /, '')}`
  if (type === 'object')
    return typeof additionalProperties === 'object' ? `object of ${typeOf(additionalProperties)}` : 'object'
  const names: Readonly<Record<string, string>> = {
    string: 'text',
    integer: 'whole number',
    number: 'number',
    boolean: 'true or false',
    null: '`null`',
  }
  const name = names[String(type)] ?? 'anything'
  return minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER && type !== undefined
    ? `${name}, at least ${minimum}`
    : name
}

function presetOf({ default: preset }: JsonSchema): string {
  return preset === undefined ? '–' : `\`${JSON.stringify(preset)}\``
}

/** Docstrings of an interface's members: \`Interface.member\`. */
function readDocstrings(code: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, name, body] of code.matchAll(/export interface (\w+) \{\n([\s\S]*?)\n\}/g)) {
    for (const [, comment, member] of (body ?? '').matchAll(
      /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?readonly (\w+)\??:/g,
    )) {
      const text = (comment ?? '').replace(/\s*\n\s*\*\s?/g, ' ').trim()
      if (text !== '') found.set(`${name}.${member}`, text)
    }
  }
  return found
}

/** What a setting means, without a default that has a column of its own. */
function explain(words: ReadonlyMap<string, string>, name: string, [setting, , preset]: Row): string {
  const said = words.get(`${name}.${setting}`)
  const text = preset === '–' ? said : said?.replace(/\s*Default (?:`[^`]*`|[\w,]+)[.;]\s*/, ' ').trim()
  if (text === undefined || text === '')
    throw new Error(`${name}.${setting} has no docstring in src/config/define-config.ts`)
  return text
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const named = rows.map(([setting = '', ...rest]) => line([`\`${setting}\``, ...rest]))
  return [line(headings), line(headings.map(() => '---')), ...named].join('\n')
}
