import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeId } from '../../src/model/ref.ts'
import { launchBrowser, openPage } from './support/browser.ts'
import { type Demo, startDemo } from './support/demo.ts'

let demo: Demo
let browser: Browser

beforeAll(async () => {
  demo = await startDemo()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

describe('a source that goes down', () => {
  it('is shown as such while all others work', async () => {
    const [somebody] = demo.doors.state.users.keys()
    await demo.doors.close()
    const page = await openPage(browser, `${demo.url}/?kind=users`)

    await page.getByRole('button', { name: /^doors.*not available/ }).waitFor()
    await page.getByLabel('Order').selectOption('By name')
    await page.getByText('doors is not available. All others are here.').waitFor()

    await page.getByRole('link', { name: /Agnieszka Król/ }).waitFor()
    expect(await page.locator('.count').textContent()).toContain('from 3 sources')
    await page.getByRole('searchbox').fill('agnieszka')
    await page.getByRole('link', { name: /Agnieszka Król/ }).click()
    await page.getByRole('heading', { level: 2, name: 'Agnieszka Król' }).waitFor()

    await page.goto(`${demo.url}/?record=${encodeId('User', 'doors', somebody as string)}`)
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).waitFor()
    await page
      .getByRole('region', { name: 'Directory' })
      .getByRole('link', { name: /Ada Okafor/ })
      .waitFor()
  })

  it('stands in the overview as what it is', async () => {
    const page = await openPage(browser, demo.url)

    const doors = page.getByRole('region', { name: 'Sources' }).getByRole('listitem').filter({ hasText: 'blusky' })
    await doors.getByText('Not available').waitFor()
  })
})

describe('kith itself, down', () => {
  it('is said to be, in the place of the list', async () => {
    const page = await openPage(browser, demo.url)
    await page.locator('a.row').first().waitFor()
    await page.route('**/graphql', (route) => route.fulfill({ status: 200, contentType: 'text/plain', body: 'gone' }))

    await page.getByRole('searchbox').fill('somebody')

    await page.getByText('kith does not answer. Is it running?').first().waitFor()
  })
})
