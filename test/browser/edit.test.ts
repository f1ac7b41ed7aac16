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

interface Shown {
  readonly node: {
    readonly jobTitle: string | null
    readonly firstName: string | null
    readonly contactItems: readonly { readonly value: string; readonly isDefault: boolean | null }[]
    readonly customFields: readonly { readonly key: string; readonly value: string | null }[]
  }
}

async function read(id: string): Promise<Shown['node']> {
  const query =
    'query ($id: ID!) { node(id: $id) { ... on Person { jobTitle firstName contactItems { value isDefault } customFields { key value } } } }'
  return (await demo.ask<Shown>(query, { id })).node
}

describe("a record's page", () => {
  it('shows who it is, how to reach them, and what the organisation keeps besides', async () => {
    const page = await openPage(browser, `${demo.url}/?record=${await demo.findPerson('donors', 'tara novak')}`)

    await page.getByRole('heading', { level: 2, name: 'Tara Novak' }).waitFor()

    const contact = page.getByRole('region', { name: 'Contact' })
    expect(await contact.getByRole('link', { name: 'tara.novak.1002@example.org' }).getAttribute('href')).toBe(
      'mailto:tara.novak.1002@example.org',
    )
    await page.getByRole('region', { name: 'Custom fields' }).getByText('Volunteer hours').waitFor()
    await page.getByRole('region', { name: 'Record' }).getByRole('link', { name: 'Novak Household' }).click()
    await page.getByRole('heading', { level: 2, name: 'Novak Household' }).waitFor()
    await page
      .getByRole('region', { name: 'People' })
      .getByRole('link', { name: /Tara Novak/ })
      .waitFor()
  })

  it('says that nobody is there any more', async () => {
    const page = await openPage(browser, `${demo.url}/?record=${encodeId('Person', 'own', 'nobody')}`)

    await page.getByText('There is no such record').waitFor()
  })
})

describe('editing', () => {
  it('shows the plan, sends nothing before it is confirmed, and then the receipt', async () => {
    const id = await demo.findPerson('own', 'ngozi okafor')
    const page = await openPage(browser, `${demo.url}/?record=${id}`)
    await page.getByRole('button', { name: 'Edit' }).click()

    await page.getByLabel('Job title').fill('Treasurer')
    await page.getByRole('button', { name: 'Review changes' }).click()

    const plan = page.getByRole('dialog', { name: 'Save Ngozi Okafor?' })
    await plan.getByRole('row', { name: /Job title .* Treasurer/ }).waitFor()
    await plan.getByText('1 request to be sent').click()
    await plan.getByText('"jobTitle": "Treasurer"').waitFor()
    expect((await read(id)).jobTitle).toBeNull()

    await plan.getByRole('button', { name: 'Save' }).click()

    const receipt = page.getByRole('region', { name: 'Receipt' })
    await receipt.getByText('Saved, and read back').waitFor()
    await receipt.getByRole('row', { name: /Job title empty Treasurer/ }).waitFor()
    expect((await read(id)).jobTitle).toBe('Treasurer')
    await page.locator('a.row', { hasText: 'Ngozi Okafor' }).getByText('Treasurer').waitFor()
  })

  it('can be thought better of', async () => {
    const id = await demo.findPerson('own', 'haruka tanaka')
    const before = await read(id)
    const page = await openPage(browser, `${demo.url}/?record=${id}`)
    await page.getByRole('button', { name: 'Edit' }).click()
    await page.getByLabel('First name').fill('Somebody')
    await page.getByRole('button', { name: 'Review changes' }).click()
    await page.getByRole('dialog').waitFor()

    await page.keyboard.press('Escape')

    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.getByLabel('First name').inputValue()).toBe('Somebody')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('region', { name: 'Details' }).getByText('Haruka').waitFor()
    expect(await read(id)).toEqual(before)
  })

  it("changes a vendor's custom fields", async () => {
    const id = await demo.findPerson('donors', 'tara novak')
    const page = await openPage(browser, `${demo.url}/?record=${id}`)
    await page.getByRole('button', { name: 'Edit' }).click()

    await page.getByLabel('Region').selectOption('West')
    await page.getByRole('button', { name: 'Review changes' }).click()
    await page.getByRole('row', { name: 'Region South West' }).waitFor()
    await page.getByRole('button', { name: 'Save' }).click()

    await page.getByText('Saved, and read back').waitFor()
    expect((await read(id)).customFields).toContainEqual({ key: 'Region', value: 'West' })
  })

  it('says at the field what the source does not take, and sends nothing', async () => {
    const id = await demo.findPerson('donors', 'tara novak')
    const before = await read(id)
    const page = await openPage(browser, `${demo.url}/?record=${id}`)
    await page.getByRole('button', { name: 'Edit' }).click()

    await page.getByLabel('First name').fill('Other')
    await page.getByLabel('Job title').fill('Treasurer')
    await page.getByRole('button', { name: 'Review changes' }).click()

    const field = page.getByLabel('Job title')
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true')
    const problem = page.locator(`[id="${await field.getAttribute('aria-describedby')}"]`)
    expect(await problem.textContent()).toMatch(/does not take jobTitle/)
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await read(id)).toEqual(before)
  })

  it('overwrites nothing that somebody else has written since', async () => {
    const id = await demo.findPerson('own', 'kenji tanaka')
    const page = await openPage(browser, `${demo.url}/?record=${id}`)
    await page.getByRole('button', { name: 'Edit' }).click()
    await page.getByLabel('Job title').fill('Pilot')
    await demo.ask(
      'mutation ($id: ID!) { updatePerson(input: { id: $id, jobTitle: "Surgeon" }) { userErrors { message } } }',
      { id },
    )

    await page.getByRole('button', { name: 'Review changes' }).click()

    await page.getByRole('alert').waitFor()
    expect((await read(id)).jobTitle).toBe('Surgeon')
  })
})

describe('contact items', () => {
  it('are added, changed and removed, each with its plan and receipt', async () => {
    const id = await demo.findPerson('own', 'elin lindqvist')
    const page = await openPage(browser, `${demo.url}/?record=${id}`)
    const contact = page.getByRole('region', { name: 'Contact' })
    const receipt = page.getByRole('region', { name: 'Receipt' })
    const values = async () => (await read(id)).contactItems.map(({ value }) => value)
    const before = await values()

    await contact.getByRole('button', { name: 'Add' }).click()
    await contact.getByLabel('Type').selectOption('Work Phone')
    await contact.getByLabel('Telephone').fill('+1 555 010 0177')
    await contact.getByRole('button', { name: 'Review' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await receipt.getByRole('row', { name: 'Contact item empty +1 555 010 0177 (Work Phone)' }).waitFor()
    await contact.getByRole('link', { name: '+1 555 010 0177' }).waitFor()
    expect(await values()).toEqual([...before, '+1 555 010 0177'])

    await contact.getByRole('button', { name: 'Change +1 555 010 0177' }).click()
    await contact.getByLabel('Telephone').fill('+1 555 010 0188')
    await contact.getByRole('button', { name: 'Review' }).click()
    await page
      .getByRole('dialog')
      .getByRole('row', { name: /0177 .*0188/ })
      .first()
      .waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await receipt
      .getByRole('row', { name: /0177 .*0188/ })
      .first()
      .waitFor()
    expect(await values()).toEqual([...before, '+1 555 010 0188'])

    await contact.getByRole('button', { name: 'Remove +1 555 010 0188' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await receipt.getByRole('row', { name: 'Contact item +1 555 010 0188 (Work Phone) empty' }).waitFor()
    await expect.poll(() => contact.getByText('+1 555 010 0188').count()).toBe(0)
    expect(await values()).toEqual(before)
  })

  it('are refused at the gateway, and nothing is lost of what was typed', async () => {
    const id = await demo.findPerson('own', 'elin lindqvist')
    const page = await openPage(browser, `${demo.url}/?record=${id}`)
    const contact = page.getByRole('region', { name: 'Contact' })

    await contact.getByRole('button', { name: 'Add' }).click()
    await contact.getByLabel('Type').selectOption('Home Email')
    await contact.getByLabel('E-mail').fill('not an address')
    await contact.getByRole('button', { name: 'Review' }).click()

    await contact.getByRole('alert').waitFor()
    expect(await contact.getByLabel('E-mail').inputValue()).toBe('not an address')
  })
})
