import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { bluskySettings } from '../../src/sources/blusky/settings.ts'
import { leadsySettings } from '../../src/sources/leadsy/settings.ts'
import { crmSettings } from '../../src/sources/onlyoffice/crm/settings.ts'
import { SOURCE_DEFINITIONS } from '../../src/sources/registry.ts'

describe.each([
  ['leadsy', leadsySettings],
  ['blusky', bluskySettings],
  ['onlyoffice/crm', crmSettings],
] as const)('the readme of %s', (kind, settings) => {
  const readme = readFileSync(new URL(`../../src/sources/${kind}/readme.md`, import.meta.url), 'utf8')
  const rows = readme.split('\n').filter((line) => line.startsWith('| `'))
  const schema = z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' }) as JsonSchema

  it('lists every setting', () => {
    const listed = new Set(
      rows.flatMap((row) => [...row.split(' | ')[0]!.matchAll(/`([\w.]+)`/g)].map((match) => match[1])),
    )
    const known = namesOf(schema).filter((name) => !listed.has(name) && !listed.has(name.split('.')[0]))

    expect(known).toEqual([])
  })

  it('lists no setting that is not there', () => {
    const known = new Set(namesOf(schema))
    const listed = rows.flatMap((row) => [...row.split(' | ')[0]!.matchAll(/`([\w.]+)`/g)].map((match) => match[1]!))

    expect(listed.filter((name) => ![...known].some((one) => one === name || one.startsWith(`${name}.`)))).toEqual([])
  })

  it('gives the defaults as they are', () => {
    for (const [name, member] of Object.entries(schema.properties ?? {})) {
      const row = rows.find((line) => line.split(' | ')[0]!.includes(`\`${name}\``))
      const value = member.default
      if (typeof value === 'string' || typeof value === 'boolean') expect(row, name).toContain(`\`${value}\``)
      if (typeof value === 'number') {
        const written = value >= 1024 * 1024 ? `${value / 1024 / 1024} MiB` : `\`${value}\``
        expect(row, name).toContain(written)
      }
    }
  })
})

describe.each(SOURCE_DEFINITIONS.filter(({ assumptions }) => assumptions))('assumptions of $kind', (definition) => {
  const { kind, settings, assumptions = [] } = definition
  const readme = readFileSync(new URL(`../../src/sources/${kind}/readme.md`, import.meta.url), 'utf8')
  const rows = readme.split('\n').filter((line) => line.startsWith('| `'))
  const namedIn = (row: string) => [...row.split(' | ')[0]!.matchAll(/`([\w.]+)`/g)].map((match) => match[1]!)

  it('are settings, each in the table of the readme', () => {
    const known = namesOf(z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' }) as JsonSchema)
    const listed = rows.flatMap(namedIn)

    const wrong = assumptions.filter(
      ({ setting }) =>
        !known.some((name) => name === setting || name.startsWith(`${setting}.`)) || !listed.includes(setting),
    )

    expect(wrong).toEqual([])
  })

  it('are all that the readme marks as assumed or not published', () => {
    const marked = rows.filter((row) => /\*assumed\*|not published|publishes n/i.test(row))

    const missing = marked.filter((row) => !assumptions.some(({ setting }) => namedIn(row).includes(setting)))

    expect(missing).toEqual([])
  })
})

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly default?: unknown
}

/** Names of all settings, those inside another with a dot: `paths.users`. */
function namesOf(schema: JsonSchema, prefix = ''): readonly string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) =>
    member.properties ? namesOf(member, `${prefix}${name}.`) : [`${prefix}${name}`],
  )
}
