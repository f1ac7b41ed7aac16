import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runInside } from './run-inside.ts'
import { makeFolder, spawnKith } from './run-kith.ts'

const CARDS = [
  'BEGIN:VCARD',
  'VERSION:4.0',
  'N:Okafor;Ada;;;',
  'EMAIL:ada@mail.example',
  'END:VCARD',
  'BEGIN:VCARD',
  'VERSION:4.0',
  'END:VCARD',
  '',
].join('\r\n')

/** A folder with an own store and simulators of two vendors, one of which holds no people. */
async function makePlace(files: Readonly<Record<string, unknown>> = {}) {
  const directory = await makeFolder({ 'people.vcf': CARDS, ...files })
  const sources = {
    own: { kind: 'store', url: `sqlite:${join(directory, 'kith.db')}` },
    donors: { kind: 'virtuous', simulate: true },
    sales: { kind: 'leadsy', simulate: true },
    theirs: { kind: 'virtuous', simulate: true, credentials: 'caller' },
  }
  await writeFile(
    join(directory, 'kith.config.json'),
    JSON.stringify({ sources, server: { journal: './data/journal.db' } }),
  )
  return { directory, run: (...args: readonly string[]) => runInside(args, { directory }) }
}

describe('kith import', () => {
  it('reports each card by its line, and ends with 1 where one was refused', async () => {
    const { run } = await makePlace()

    const { code, stdout, stderr } = await run('import', 'people.vcf', '--to', 'own')

    expect(stdout).toBe(
      'line 1: created\nline 6: refused: the card has no name\n1 created, 0 updated, 0 unchanged, 1 refused.\n',
    )
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  })

  it('changes nothing the second time', async () => {
    const { run, directory } = await makePlace({ 'people.csv': 'First Name,Last Name\r\nAda,Okafor\r\n' })
    await run('import', 'people.csv', '--to', 'own')

    const { code, stdout } = await run('import', 'people.csv', '--to', 'own', '--quiet')

    expect({ code, stdout }).toEqual({ code: 0, stdout: '0 created, 0 updated, 1 unchanged, 0 refused.\n' })
    expect(await readFile(join(directory, 'data/imports.db'), 'latin1')).not.toContain('Okafor')
  })

  it('reports as JSON, one object a line', async () => {
    const { run } = await makePlace()

    const { stdout } = await run('import', 'people.vcf', '--to', 'own', '--json')

    const [first, second, last] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object)
    expect(first).toEqual({ line: 1, outcome: 'created', id: expect.any(String), leftOut: [], reason: null })
    expect(second).toEqual({ line: 6, outcome: 'refused', id: null, leftOut: [], reason: 'the card has no name' })
    expect(last).toEqual({ summary: { created: 1, updated: 0, unchanged: 0, refused: 1, dryRun: false } })
  })

  it('writes nothing in a dry run, not even what it remembers', async () => {
    const { run, directory } = await makePlace()

    const { stdout } = await run('import', 'people.vcf', '--to', 'own', '--dry-run')

    expect(stdout).toMatch(/^line 1: created$/m)
    expect(stdout).toMatch(/^Nothing was written/m)
    await expect(readFile(join(directory, 'data/imports.db'))).rejects.toThrow('ENOENT')
    expect((await run('export', '--from', 'own')).stdout).toBe('')
  })

  it('brings people to a vendor as far as the vendor takes them, and says what it left out', async () => {
    const { run } = await makePlace()

    const first = await run('import', 'people.vcf', '--to', 'donors')

    expect(first.stdout).toMatch(/^line 1: created/m)
  })

  it.each<[string, readonly string[], RegExp]>([
    ['an unknown source', ['people.vcf', '--to', 'doners'], /no source is called "doners"; did you mean "donors"\?/],
    ['a source without people', ['people.vcf', '--to', 'sales'], /sales \(leadsy\) holds no people/],
    ['a source that takes tokens of callers', ['people.vcf', '--to', 'theirs'], /each caller's own token/],
    ['no source', ['people.vcf'], /required option '--to <source>' not specified/],
    ['a missing file', ['gone.vcf', '--to', 'own'], /gone\.vcf: can't be read \(ENOENT\)/],
    ['a folder', ['.', '--to', 'own', '--format', 'csv'], /is a folder/],
    ['a file of an unknown kind', ['kith.db', '--to', 'own'], /say --format vcard, csv or jscontact/],
    [
      'an unknown format',
      ['people.vcf', '--to', 'own', '--format', 'xml'],
      /Allowed choices are vcard, csv, jscontact/,
    ],
    [
      'a heading nobody knows',
      ['people.vcf', '--to', 'own', '--format', 'csv'],
      /people\.vcf: no column has a heading that is known/,
    ],
  ])('says in one line what is wrong with %s, and ends with 2', async (_title, args, expected) => {
    const { run } = await makePlace()

    const { code, stderr } = await run('import', ...args)

    expect(code).toBe(2)
    expect(stderr).toMatch(/^kith: [^\n]+\n$/)
    expect(stderr).toMatch(expected)
  })
})

describe('kith export', () => {
  it('writes a file that imports into another source as the same people', async () => {
    const { run, directory } = await makePlace()
    await run('import', 'people.vcf', '--to', 'own')

    const { code, stderr } = await run('export', 'out.csv', '--from', 'own')

    expect({ code, stderr }).toEqual({ code: 0, stderr: '1 person exported.\n' })
    const csv = await readFile(join(directory, 'out.csv'), 'utf8')
    expect(csv).toMatch(/^\uFEFFUID,Name,First Name,Last Name,E-mail 1 - Label,E-mail 1 - Value,/)
    expect(csv).toContain('Ada Okafor,Ada,Okafor,')
  })

  it('reads a vendor through, page by page', async () => {
    const { run } = await makePlace()

    const { code, stdout } = await run('export', '--from', 'donors', '--format', 'jscontact', '--no-photos')

    expect(code).toBe(0)
    const cards = JSON.parse(stdout) as { readonly '@type': string }[]
    expect(cards.length).toBeGreaterThan(100)
    expect(cards.every((card) => card['@type'] === 'Card')).toBe(true)
  })

  it('ends without a word where nobody reads on', async () => {
    const { directory } = await makePlace()
    const kith = spawnKith(['export', '--from', 'donors', '--no-photos'], { directory })
    kith.process.stdout?.once('data', () => kith.process.stdout?.destroy())

    const { code, stderr } = await kith.ended

    expect({ code, stderr }).toEqual({ code: 141, stderr: '' })
  })

  it('leaves no half of a file where it fails', async () => {
    const { run, directory } = await makePlace({ 'out.vcf': 'as it was' })

    const { code, stderr } = await run('export', 'gone/out.vcf', '--from', 'own')

    expect({ code, stderr }).toEqual({ code: 2, stderr: "kith: gone/out.vcf: can't be written (ENOENT)\n" })
    expect(await readFile(join(directory, 'out.vcf'), 'utf8')).toBe('as it was')
  })
})
