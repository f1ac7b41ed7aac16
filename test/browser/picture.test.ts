import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePng } from '../sources/pictures.ts'
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

const GREEN = [30, 120, 90] as const
const picture = { name: 'portrait.png', mimeType: 'image/png', buffer: Buffer.from(makePng(800, 600, GREEN)) }

/** The colour in the middle of an image or a canvas, once it is drawn. */
function middleOf(drawn: Locator): Promise<readonly number[]> {
  return drawn.evaluate((element) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })
    const context = canvas.getContext('2d') as CanvasRenderingContext2D
    context.drawImage(element as HTMLImageElement, 0, 0, 1, 1)
    return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)]
  })
}

function isGreen(colour: readonly number[]): boolean {
  return colour.length === 3 && colour.every((part, index) => Math.abs(part - (GREEN[index] as number)) <= 6)
}

describe('a picture', () => {
  it.each([
    ['own', 'carmen ortiz'],
    ['donors', 'greta lindqvist'],
  ])('is chosen, cut, sent to %s and seen there', async (source, name) => {
    const id = await demo.findPerson(source, name)
    const page = await openPage(browser, `${demo.url}/?record=${id}`)
    await page.getByRole('button', { name: 'Add a picture' }).click()

    await page.getByLabel('Choose a picture').setInputFiles(picture)
    const preview = page.getByRole('img', { name: /The picture as it will be/ })
    await page.getByLabel('Zoom').fill('2')
    await preview.press('ArrowRight')
    expect(isGreen(await middleOf(preview))).toBe(true)
    await page.getByRole('button', { name: 'Upload' }).click()

    await page.getByRole('region', { name: 'Receipt' }).getByText('Saved, and read back').waitFor()
    const shown = page.getByRole('button', { name: 'Change picture' }).locator('img[data-loaded]')
    await shown.waitFor()
    expect(isGreen(await middleOf(shown))).toBe(true)
  })

  it('tells how far it has come', async () => {
    const id = await demo.findPerson('own', 'zoë van der berg')
    const page = await openPage(browser, `${demo.url}/?record=${id}`)
    await page.getByRole('button', { name: 'Add a picture' }).click()
    await page.getByLabel('Choose a picture').setInputFiles(picture)
    let answer = (): void => undefined
    const held = new Promise<void>((resolve) => {
      answer = resolve
    })
    await page.route('**/graphql', async (route) => {
      await held
      await route.continue()
    })

    await page.getByRole('button', { name: 'Upload' }).click()

    await page.getByRole('progressbar', { name: 'Upload' }).waitFor()
    answer()
    await page.getByText('Saved, and read back').waitFor()
  })

  it('is taken away again, after its plan', async () => {
    const id = await demo.findPerson('own', 'lucía ferrer')
    const page = await openPage(browser, `${demo.url}/?record=${id}`)
    await page.getByRole('button', { name: 'Add a picture' }).click()
    await page.getByLabel('Choose a picture').setInputFiles(picture)
    await page.getByRole('button', { name: 'Upload' }).click()
    await page.getByRole('button', { name: 'Change picture' }).click()

    await page.getByRole('button', { name: 'Remove picture' }).click()
    await page.getByRole('dialog', { name: 'Remove the picture?' }).getByRole('button', { name: 'Save' }).click()

    await page.getByRole('button', { name: 'Add a picture' }).waitFor()
    await page.getByRole('row', { name: 'Avatar the former picture empty' }).waitFor()
  })

  it('is dropped on the present one', async () => {
    const id = await demo.findPerson('own', 'björn lindqvist')
    const page = await openPage(browser, `${demo.url}/?record=${id}`)
    const target = page.getByRole('button', { name: 'Add a picture' })
    await target.waitFor()
    const files = await page.evaluateHandle(
      (bytes) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([new Uint8Array(bytes)], 'portrait.png', { type: 'image/png' }))
        return transfer
      },
      [...picture.buffer],
    )

    await target.dispatchEvent('drop', { dataTransfer: files })

    await page.getByRole('img', { name: /The picture as it will be/ }).waitFor()
  })

  it('that is none is refused before anything is sent', async () => {
    const page = await openPage(browser, `${demo.url}/?record=${await demo.findPerson('own', 'kenji tanaka')}`)
    await page.getByRole('button', { name: 'Add a picture' }).click()

    await page
      .getByLabel('Choose a picture')
      .setInputFiles({ name: 'letter.png', mimeType: 'image/png', buffer: Buffer.from('Dear Sir') })

    await page.getByText('letter.png is no picture that can be read here').waitFor()
    expect(await page.getByRole('button', { name: 'Upload' }).isDisabled()).toBe(true)
  })
})
