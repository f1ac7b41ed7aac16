/**
 * What importing and exporting many people costs in time and memory. `node --expose-gc bench/import.ts [CARDS]` (default 100,000)
 * writes a vCard file of invented people, some with a picture, into a temporary folder, imports it into an empty store, imports it
 * again, and exports the store. Ends with 1 where memory grew with the number of cards.
 */

import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runKith } from '../src/commands/program.ts'
import { SOURCE_DEFINITIONS } from '../src/sources/registry.ts'
import { PNG } from '../test/sources/pictures.ts'

const CARDS = Number(process.argv[2] ?? 100_000)
/** One in so many has a picture. */
const PICTURED = 50
const MEBIBYTE = 1024 * 1024
/** Of live memory, from a tenth of the way to the end. What is found between two collections is some of this. */
const MAX_GROWTH_MIB = 40

const folder = mkdtempSync(join(tmpdir(), 'kith-bench-'))
let isSteady = true
try {
  writeFileSync(
    join(folder, 'kith.config.json'),
    JSON.stringify({ sources: { own: { kind: 'store', url: `sqlite:${join(folder, 'kith.db')}` } } }),
  )
  await writeCards(join(folder, 'people.vcf'))
  await measure('import', ['import', 'people.vcf', '--to', 'own', '--quiet'])
  await measure('import again', ['import', 'people.vcf', '--to', 'own', '--quiet'])
  await measure('export vcard4', ['export', 'out.vcf', '--from', 'own'])
  await measure('export csv', ['export', 'out.csv', '--from', 'own'])
} finally {
  rmSync(folder, { recursive: true, force: true })
}
if (!isSteady) {
  console.log(`memory grew by more than ${MAX_GROWTH_MIB} MiB`)
  process.exitCode = 1
}

async function writeCards(path: string): Promise<void> {
  const file = createWriteStream(path)
  for (let index = 0; index < CARDS; index++) {
    const photo = index % PICTURED === 0 ? [`PHOTO:data:image/png;base64,${Buffer.from(PNG).toString('base64')}`] : []
    const card = [
      'BEGIN:VCARD',
      'VERSION:4.0',
      `UID:urn:uuid:${index}`,
      `FN:Person${index} Family${index % 5000}`,
      `N:Family${index % 5000};Person${index};;;`,
      `EMAIL;TYPE=work;PREF=1:person${index}@mail.example`,
      `TEL;TYPE=cell:+44 7700 ${String(index).padStart(6, '0')}`,
      `ADR;TYPE=home:;;${index} Quay Street;Bristol;;BS1 4QA;United Kingdom`,
      `ORG:Organization ${index % 200}`,
      `NOTE:${'Met at the harbour. '.repeat(5)}`,
      ...photo,
      'END:VCARD',
      '',
    ].join('\r\n')
    if (!file.write(card)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'close')
}

async function measure(name: string, args: readonly string[]): Promise<void> {
  const began = performance.now()
  let [early, peak, heap, seen] = [0, 0, 0, 0]
  const look = setInterval(() => {
    globalThis.gc?.()
    const { rss, heapUsed, external } = process.memoryUsage()
    const live = (heapUsed + external) / MEBIBYTE
    if (++seen === 5) early = live
    peak = Math.max(peak, rss / MEBIBYTE)
    heap = live
  }, 500)
  let last = ''
  const write = (text: string) => {
    last = text
  }
  const code = await runKith(args, 'bench', {
    environment: {},
    directory: folder,
    stdout: { write },
    stderr: { write: () => undefined },
    stop: new AbortController().signal,
    definitions: SOURCE_DEFINITIONS,
  })
  clearInterval(look)
  const seconds = (performance.now() - began) / 1000
  if (seen > 10 && heap - early > MAX_GROWTH_MIB) isSteady = false
  console.log(
    `${name.padEnd(14)} ${seconds.toFixed(1).padStart(7)} s  ${Math.round(CARDS / seconds)
      .toLocaleString('en')
      .padStart(7)} a second  ` +
      `live ${early.toFixed(0)} → ${heap.toFixed(0)} MiB  peak rss ${peak.toFixed(0)} MiB  exit ${code}  ${last.trim()}`,
  )
}
