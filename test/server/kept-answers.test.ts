import { describe, expect, it } from 'vitest'
import { createSourcePool } from '../../src/directory/source-pool.ts'
import { createMemorySource } from '../fakes/memory-source.ts'
import { makePerson } from '../fakes/records.ts'
import { startTestServer } from './support/start.ts'

const query = encodeURIComponent('{ people(first: 1) { nodes { displayName } } }')

function serverOf(...cacheTtlMs: readonly number[]) {
  const sources = cacheTtlMs.map((ttl, n) => ({
    source: createMemorySource({ name: `s${n}`, records: [makePerson(`s${n}`, '1')] }),
    guard: { cacheTtlMs: ttl },
  }))
  return startTestServer({ pool: createSourcePool(sources) })
}

describe('how long an answer may be kept', () => {
  it('is as long as the least kept source, for a query sent with GET', async () => {
    const { graphql } = await serverOf(60_000, 5000)

    const response = await fetch(`${graphql}?query=${query}`, { headers: { accept: 'application/json' } })

    expect(response.headers.get('cache-control')).toBe('private, max-age=5')
  })

  it('is not at all where a source is not kept', async () => {
    const { graphql } = await serverOf(60_000, 0)

    const response = await fetch(`${graphql}?query=${query}`, { headers: { accept: 'application/json' } })

    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('is not at all for what was posted, nor for an answer with errors', async () => {
    const { graphql } = await serverOf(60_000)

    const posted = await fetch(graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ people(first: 1) { nodes { displayName } } }' }),
    })
    const wrong = await fetch(`${graphql}?query=${encodeURIComponent('{ people(first: 0) { nodes { id } } }')}`, {
      headers: { accept: 'application/json' },
    })

    expect(posted.headers.get('cache-control')).toBe('no-store')
    expect(wrong.headers.get('cache-control')).toBe('no-store')
  })
})
