import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { WRITE_OUTCOMES } from '../../src/model/receipt.ts'
import { END, field, file, form, postForm } from '../server/support/multipart.ts'
import { post } from '../server/support/send.ts'
import { PNG } from '../sources/pictures.ts'
import { type Documented, startDocumented } from './set-up.ts'

/** An example: the heading it stands under, its operation, the variables where it has any, and the answer. */
interface Example {
  readonly heading: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>> | null
  readonly answer: unknown
}

const DOCUMENT = readFileSync('docs/receipts.md', 'utf8')

const examples: readonly Example[] = DOCUMENT.split(/^## /m)
  .slice(1)
  .flatMap((section) => {
    const heading = section.slice(0, section.indexOf('\n'))
    const blocks = [...section.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({
      language,
      text,
    }))
    return blocks.flatMap(({ language, text }, index) => {
      if (language !== 'graphql') return []
      const followers = blocks.slice(index + 1, index + 3).filter((block) => block.language === 'json')
      const json = followers.map((block) => JSON.parse(block.text as string) as Example['variables'])
      const variables = /mutation \(/.test(text as string) ? json[0]! : null
      return [{ heading, query: text as string, variables, answer: variables === null ? json[0] : json[1] }]
    })
  })

/** What the line to `sales` does before an example is asked. */
const BEFORE: Readonly<Record<string, (documented: Documented) => void>> = {
  'An answer that was lost': ({ sales }) => {
    const answer = (response: { socket: { destroy(): void } | null }) => void response.socket?.destroy()
    sales.arm({ arrives: true, answer }, { from: 1, times: 1, of: /^PUT/ })
  },
  UNKNOWN: ({ sales }) => {
    const begins = { from: 1, times: 1, of: /^PUT/ }
    // From the write on, nothing comes back any more.
    const silence = { arrives: true, answer: () => sales.arm({ arrives: false, answer: () => {} }, EVER) }
    sales.arm(silence, begins)
  },
}
const EVER = { from: 1, times: Number.POSITIVE_INFINITY }

it('every answer in docs/receipts.md is the one that is given', async () => {
  const documented = await startDocumented()

  for (const { heading, query, variables, answer } of examples) {
    BEFORE[heading]?.(documented)
    const given =
      variables === null ? await post(documented.url, { query }) : await upload(documented.url, query, variables)
    documented.sales.disarm()

    expect(given.errors, heading).toEqual([])
    expect({ data: given.data }, heading).toEqual(anything(answer))
  }
})

it('docs/receipts.md shows every outcome there is, a conflict and a replay', () => {
  const outcomes = new Set([...DOCUMENT.matchAll(/"outcome": "(\w+)"/g)].map(([, outcome]) => outcome))

  expect([...outcomes].sort()).toEqual([...WRITE_OUTCOMES].sort())
  expect(DOCUMENT).toContain('"code": "CONFLICT"')
  expect(DOCUMENT).toContain('idempotencyKey')
})

function upload(url: string, query: string, variables: Readonly<Record<string, unknown>>) {
  const operations = { query, variables }
  return postForm(
    url,
    form(field('operations', operations), field('map', { 0: ['variables.file'] }), file('0', PNG), END),
  )
}

/** The answer with any text in the place of `…`. */
function anything(value: unknown): unknown {
  if (value === '…') return expect.any(String)
  if (typeof value === 'string' && value.includes('…')) {
    return expect.stringMatching(new RegExp(`^${value.split('…').map(escaped).join('.+')}$`, 's'))
  }
  if (Array.isArray(value)) return value.map(anything)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, anything(inner)]))
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
