import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import type { Browser } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
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

/** The example as one script, which leaves what it exports in `example`. */
async function bundle(file: string): Promise<string> {
  const [built] = (await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry: file, formats: ['iife'], name: 'example' } },
  })) as Rolldown.RolldownOutput[]
  return built?.output[0].code as string
}

it('the upload that docs/clients.md shows runs in a browser as it does in Node', async () => {
  const [, lines = ''] = /In a browser:\n\n```ts\n([\s\S]*?)```/.exec(readFileSync('docs/clients.md', 'utf8')) ?? []
  const ownerId = await demo.findPerson('own', 'ada okafor')
  const page = await openPage(browser, demo.url, { bypassCSP: true }) // for the script that the test brings
  await page.addScriptTag({ content: await bundle('examples/clients/upload.ts') })
  await page.evaluate('document.body.innerHTML = "<input type=file>"')
  await page.locator('input').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from(PNG) })

  const script = stripTypeScriptTypes(lines).replace('await uploadAvatar', 'return await uploadAvatar')
  const address = await page.evaluate(
    `(async (ownerId) => { const { uploadAvatar } = example; ${script} })(${JSON.stringify(ownerId)})`,
  )

  expect(lines).toContain('uploadAvatar(')
  expect(address).toMatch(/^http:.*\/avatars\//)
})
