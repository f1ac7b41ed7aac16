import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

describe('the directory', () => {
  it('shows people at first look, and how their sources are', async () => {
    const page = await openPage(browser, demo.url)

    await page.getByRole('link', { name: /Ada Okafor/ }).waitFor()

    expect(await page.getByRole('heading', { name: 'own', exact: true }).count()).toBeGreaterThan(0)
    const sources = page.getByRole('region', { name: 'Sources' }).getByRole('listitem')
    await sources.filter({ hasText: 'blusky' }).getByText('Answers').waitFor()
    expect(await sources.count()).toBe(6)
  })

  it('finds as one types, in every source that has people, and keeps it in the address', async () => {
    const page = await openPage(browser, demo.url)

    await page.getByRole('searchbox', { name: 'Search people' }).pressSequentially('ada')
    await page.getByRole('link', { name: /Ada Keller/ }).waitFor()

    const names = await page.locator('.row-name').allTextContents()
    expect(names).toContain('Ada Okafor')
    expect(names.every((name) => /\bada/i.test(name))).toBe(true)
    await expect.poll(() => new URL(page.url()).search).toBe('?search=ada')
    await page.goBack()
    await page.getByRole('link', { name: /Chidi Okafor/ }).waitFor()
    expect(await page.getByRole('searchbox').inputValue()).toBe('')
  })

  it('says that nobody was found, and what to do', async () => {
    const page = await openPage(browser, `${demo.url}/?search=xyzzyquux`)

    await page.getByText('Nobody found for “xyzzyquux”').waitFor()
  })

  it('shows one kind of record, of the sources chosen', async () => {
    const page = await openPage(browser, demo.url)

    await page.getByRole('navigation', { name: 'Kind of record' }).getByRole('link', { name: 'Users' }).click()
    await page.getByRole('group', { name: 'Sources' }).getByRole('button', { name: 'sales' }).click()

    await page.getByText('50 from sales').waitFor()
    const directory = page.getByRole('region', { name: 'Directory' })
    expect(await directory.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['sales'])
    expect(new URL(page.url()).search).toBe('?kind=users&source=sales')
  })

  it('goes on as its end comes into sight', async () => {
    const page = await openPage(browser, `${demo.url}/?source=contacts&source=own`)
    const rows = page.locator('a.row')
    await rows.first().waitFor()
    const before = await rows.count()

    await expect
      .poll(async () => {
        await rows.last().scrollIntoViewIfNeeded()
        return await rows.count()
      })
      .toBe(120)

    expect(before).toBeLessThan(120)
    await page.getByText('120 from 2 sources').waitFor()
    const directory = page.getByRole('region', { name: 'Directory' })
    expect(await directory.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['own', 'contacts'])
  })

  it('says which source can not order that way, and lists the others in that order', async () => {
    const page = await openPage(browser, demo.url)

    await page.getByLabel('Order').selectOption('By name')

    await page.getByText(/donors can't order by NAME/).waitFor()
    await page.locator('a.row', { hasText: 'own' }).first().waitFor()
    const names = (await page.locator('.row-name').allTextContents()).map((name) => name.toLowerCase())
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')))
    await page.getByRole('button', { name: /donors.*can not do this/ }).waitFor()
  })

  it('is walked through by keyboard', async () => {
    const page = await openPage(browser, demo.url)
    await page.locator('a.row').first().waitFor()

    await page.keyboard.press('/')
    await page.keyboard.type('okafor')
    await page.locator('.count', { hasText: /^[1-9] from/ }).waitFor()
    await page.locator('a.row').first().focus()
    await page.keyboard.press('ArrowDown')
    const name = await page.locator('a.row:focus .row-name').textContent()
    await page.keyboard.press('Enter')

    await page.getByRole('heading', { level: 2, name: name as string }).waitFor()
    expect(await page.evaluate('document.activeElement.textContent')).toBe(name)
    expect(await page.title()).toBe(`${name} · kith`)
  })

  it('leads to GraphiQL and back', async () => {
    const page = await openPage(browser, demo.url)

    await page.getByRole('link', { name: 'GraphiQL' }).click()
    await page.getByRole('tab', { name: /Everybody/ }).waitFor()
    await page.goBack()

    await page.locator('a.row').first().waitFor()
  })
})
