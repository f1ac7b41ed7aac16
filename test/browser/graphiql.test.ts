import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { PNG } from '../sources/pictures.ts'
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

interface Executed {
  readonly request: { readonly headers: Readonly<Record<string, string>> }
  readonly answer: { readonly data: Readonly<Record<string, unknown>>; readonly errors?: unknown }
}

/**
 * Runs the operation of that name, which the open tab holds. GraphiQL takes a moment to notice a change of tabs and runs the former
 * one until then, and a press too soon stops what is still running: it is asked again.
 */
async function execute(page: Page, operationName: string): Promise<Executed> {
  for (;;) {
    const answered = page.waitForResponse(
      (response) => response.request().postData()?.includes(`"operationName":"${operationName}"`) === true,
      { timeout: 2_000 },
    )
    await page.getByRole('button', { name: /^Execute query/ }).click()
    const response = await answered.catch(() => null)
    if (response === null) continue
    return {
      request: { headers: response.request().headers() },
      answer: (await response.json()) as Executed['answer'],
    }
  }
}

describe('GraphiQL', () => {
  it('answers every one of its examples', async () => {
    const page = await openPage(browser, `${demo.url}/graphql`)
    await page.getByRole('button', { name: /^Execute query/ }).waitFor()

    const answers: Record<string, unknown> = {}
    for (const name of ['Everybody', 'UpdatePerson', 'UpsertContactItem', 'Avatar', 'Sources']) {
      await page.getByRole('tab', { name }).getByRole('button').first().click()
      const { answer } = await execute(page, name)
      expect(answer.errors).toBeUndefined()
      Object.assign(answers, answer.data)
    }

    expect(await page.getByRole('tab').count()).toBe(5)
    expect(Object.keys(answers)).toEqual(['people', 'users', 'updatePerson', 'upsertContactItem', 'person', 'sources'])
    expect(answers).toMatchObject({
      updatePerson: { receipts: [{ outcome: 'PLANNED' }], userErrors: [] },
      upsertContactItem: { receipts: [{ outcome: 'PLANNED' }], userErrors: [] },
    })
    const { people, users } = answers as Record<'people' | 'users', { slices: { source: { name: string } }[] }>
    const asked = new Set([...people.slices, ...users.slices].map(({ source }) => source.name))
    expect([...asked].toSorted()).toEqual(['contacts', 'donors', 'doors', 'office', 'own', 'sales'])
  })

  it('keeps the headers that were written, until they are deleted', async () => {
    const page = await openPage(browser, `${demo.url}/graphql`)
    await page.getByRole('button', { name: 'Headers' }).click()
    const editor = page.getByRole('region', { name: 'Headers' })

    await editor.click()
    await page.keyboard.type('{"x-request-id": "written-by-hand"')
    await expect.poll(() => page.evaluate('JSON.stringify({ ...localStorage })')).toContain('written-by-hand')
    await page.reload()
    await page.getByRole('button', { name: /^Execute query/ }).waitFor()

    const { request } = await execute(page, 'Everybody')

    expect(request.headers['x-request-id']).toBe('written-by-hand')
  })

  it('explains the schema', async () => {
    const page = await openPage(browser, `${demo.url}/graphql`)

    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click()

    await page.getByText('Each such place is a').waitFor()
    await page.getByRole('link', { name: 'Query', exact: true }).click()
    await page.getByText('What can be read. A source that fails costs only its own fields.').waitFor()
  })

  it('shows a command that uploads a picture, and it does', async () => {
    const page = await openPage(browser, `${demo.url}/graphql`)
    await page
      .getByRole('tab', { name: /Avatar/ })
      .getByRole('button')
      .first()
      .click()
    // GraphiQL writes down what its tabs hold a moment after it shows them.
    const readTabs = () => page.evaluate('localStorage.getItem("graphiql:tabState")')
    await expect.poll(readTabs).toContain('# curl ')
    const tabs = (await readTabs()) as string
    const command = /# (curl .*)/.exec(
      JSON.parse(tabs)
        .tabs.map(({ query }: { query: string }) => query)
        .join('\n'),
    )?.[1]
    const folder = await mkdtemp(join(tmpdir(), 'kith-upload-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await writeFile(join(folder, 'portrait.jpg'), PNG)
    const id = await demo.findPerson('own', 'ada okafor')

    const { stdout } = await promisify(execFile)('sh', ['-c', command?.replace('"ID"', `"${id}"`) as string], {
      cwd: folder,
    })

    expect(command).toContain(`${demo.url}/graphql`)
    expect(JSON.parse(stdout)).toMatchObject({
      data: { uploadAvatar: { avatar: { url: expect.stringContaining('/avatars/') }, userErrors: [] } },
    })
  })
})
