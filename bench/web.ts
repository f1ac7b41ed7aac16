/**
 * What somebody waits for in the web app: until the first people are painted, and until the list shows what was typed, over many
 * people in the own store. `node bench/web.ts [PEOPLE]` (default 100,000) fills a database in a temporary folder, serves it as `kith
 * start` does, and times Chromium (`CHROMIUM`, default /usr/bin/chromium). Prints medians and the worst.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Browser, chromium, type Page } from 'playwright-core'
import { startGateway } from '../src/commands/gateway.ts'
import { readConfig } from '../src/config.ts'
import { silentLogger } from '../src/model/logger.ts'
import { SOURCE_DEFINITIONS } from '../src/sources/registry.ts'
import { openDatabase } from '../src/sources/store/database.ts'
import { fillStore } from '../test/sources/store/fill.ts'

const PEOPLE = Number(process.argv[2] ?? 100_000)
const VISITS = 15
const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']

const folder = await mkdtemp(join(tmpdir(), 'kith-bench-'))
try {
  await measure(join(folder, 'kith.db'))
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function measure(file: string): Promise<void> {
  const database = openDatabase(file, 'bench')
  await fillStore(database, PEOPLE)
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(database)
  await database.destroy()

  const config = {
    server: { port: 0, journal: ':memory:' },
    sources: { own: { kind: 'store', url: `sqlite:${file}` } },
  }
  const surroundings = { log: silentLogger, directory: folder, stop: AbortSignal.timeout(60_000) }
  const gateway = await startGateway(readConfig(config, {}, SOURCE_DEFINITIONS), surroundings)
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS })
  try {
    console.log(`${PEOPLE.toLocaleString('en')} people`)
    await visit(browser, gateway.url) // the server compresses its files once
    const visits = []
    for (let turn = 0; turn < VISITS; turn++) visits.push(await visit(browser, gateway.url))
    print(
      'first paint, nothing cached',
      visits.map(({ firstPaintMs }) => firstPaintMs),
    )
    print(
      'people shown, nothing cached',
      visits.map(({ peopleMs }) => peopleMs),
    )
    const page = await browser.newPage()
    await page.goto(gateway.url)
    await page.locator('a.row').first().waitFor()
    print('a letter typed, its answer shown', await typeNames(page))
  } finally {
    await browser.close()
    await gateway.close()
  }
}

/** A visit with an empty cache. Milliseconds since it was begun. */
async function visit(browser: Browser, url: string): Promise<{ firstPaintMs: number; peopleMs: number }> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (!document.querySelector('a.row')) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => performance.mark('people')))
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto(url)
  await page.waitForFunction(() => performance.getEntriesByName('people').length > 0)
  const times = (await page.evaluate(
    "[performance.getEntriesByName('first-contentful-paint')[0].startTime, performance.getEntriesByName('people')[0].startTime]",
  )) as [number, number]
  await context.close()
  return { firstPaintMs: times[0], peopleMs: times[1] }
}

/**
 * Types names letter by letter, each time waiting for the list: the milliseconds from each key to when only people are painted
 * whom the search finds. It holds the pause after which the app asks.
 */
async function typeNames(page: Page): Promise<readonly number[]> {
  const times: number[] = []
  for (const name of ['person0', 'surname17', 'engineer', 'teacher']) {
    for (let length = 1; length <= name.length; length++) {
      const text = name.slice(0, length)
      const begun = await page.evaluate('performance.now()')
      await page.getByRole('searchbox').fill(text)
      const shown = await page.waitForFunction(
        ([words, since]) => {
          const list = document.querySelector('.list')
          const isSettled = list?.getAttribute('aria-busy') === 'false' && list.querySelector('a.row') !== null
          const isAsked = new URLSearchParams(location.search).get('search') === words
          return isAsked && isSettled ? performance.now() - Number(since) : false
        },
        [text, begun] as const,
        { polling: 'raf' },
      )
      times.push((await shown.jsonValue()) as number)
    }
    await page.getByRole('searchbox').fill('')
    await page.waitForFunction(
      () => location.search === '' && document.querySelector('.list')?.getAttribute('aria-busy') === 'false',
    )
  }
  return times
}

function print(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  console.log(
    `${what.padEnd(34)} median ${median.toFixed(0).padStart(5)} ms   worst ${sorted.at(-1)?.toFixed(0).padStart(5)} ms`,
  )
}
