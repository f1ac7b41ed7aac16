import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditAccess, launchBrowser, openPage } from './support/browser.ts'
import { type Demo, startDemo } from './support/demo.ts'

let demo: Demo
let browser: Browser
let people: { readonly tara: string }

beforeAll(async () => {
  demo = await startDemo()
  browser = await launchBrowser()
  people = { tara: await demo.findPerson('donors', 'tara novak') }
})
afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }

/** What is looked at: where it is, and what to do there. */
const VIEWS: readonly (readonly [string, () => string, (page: Page) => Promise<void>])[] = [
  ['the list', () => '/', async (page) => page.locator('a.row').first().waitFor()],
  ['a list without anybody', () => '/?search=xyzzyquux', async (page) => page.locator('.nothing').waitFor()],
  ['a list that a source can not give', () => '/?sort=name', async (page) => page.locator('.notice').waitFor()],
  ['a record', () => `/?record=${people.tara}`, async (page) => page.locator('.item').first().waitFor()],
  [
    'a form with a mistake',
    () => `/?record=${people.tara}`,
    async (page) => {
      await page.getByRole('button', { name: 'Edit' }).click()
      await page.getByLabel('Job title').fill('Treasurer')
      await page.getByRole('button', { name: 'Review changes' }).click()
      await page.locator('.problem').waitFor()
    },
  ],
  [
    'a plan',
    () => `/?record=${people.tara}`,
    async (page) => {
      await page.getByRole('button', { name: 'Edit' }).click()
      await page.getByLabel('Nickname').fill('T.')
      await page.getByRole('button', { name: 'Review changes' }).click()
      await page.getByText('1 request to be sent').click()
    },
  ],
  [
    'a form for a contact item',
    () => `/?record=${people.tara}`,
    async (page) => page.getByRole('button', { name: 'Add', exact: true }).click(),
  ],
  [
    'the choice of a picture',
    () => `/?record=${people.tara}`,
    async (page) => page.getByRole('button', { name: 'Add a picture' }).click(),
  ],
]

describe.each([
  ['wide and light', { colorScheme: 'light' as const }],
  ['wide and dark', { colorScheme: 'dark' as const }],
  ['on a phone', { ...PHONE, colorScheme: 'light' as const }],
])('%s', (_what, options) => {
  it.each(VIEWS)('%s has no barrier that can be found, and nothing wider than the screen', async (_view, path, act) => {
    const page = await openPage(browser, demo.url + path(), options)
    await act(page)
    await page.locator('[role=status][aria-label=Loading]').first().waitFor({ state: 'detached' })

    expect(await auditAccess(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
  })
})

describe('a phone', () => {
  it('shows the list or a record, one at a time, and keeps the place in the list', async () => {
    const page = await openPage(browser, demo.url, PHONE)
    const row = page.locator('a.row', { hasText: 'Esther Großmann' })
    await row.scrollIntoViewIfNeeded()

    await row.tap()

    await page.getByRole('heading', { level: 2, name: 'Esther Großmann' }).waitFor()
    expect(await row.isVisible()).toBe(false)
    await page.getByRole('link', { name: 'All of them' }).tap()
    await row.waitFor()
    const box = await row.boundingBox()
    expect(box?.y).toBeGreaterThan(0)
    expect(box?.y).toBeLessThan(PHONE.viewport.height)
  })
})
