import { describe, expect, it } from 'vitest'
import { GatewayError } from '../../src/model/errors.ts'
import { encodeId } from '../../src/model/ref.ts'
import { createFakeDirectory, createFakeSource } from '../fakes/directory.ts'
import { createContext, run } from './support/run.ts'

describe('a source', () => {
  const SOURCES = `{ sources { name } source(name: "donors") {
    capabilities health { status latencyMs checkedAt message } budget { limit remaining resetAt }
    contactItemTypes { id name source { name } } customFieldDefinitions { key label type options }
  } none: source(name: "nowhere") { name } }`

  it('tells what it can, how it is and what it knows', async () => {
    const source = createFakeSource('donors', {
      budget: () => ({ limit: 1500, remaining: 1499, resetAt: '2025-03-14T10:00:00Z' }),
      contactItemTypes: async () => [{ id: 'Work Email', name: 'Work Email', kind: 'EMAIL', category: null }],
      customFieldDefinitions: async () => [{ key: 'Region', label: 'Region', type: 'CHOICE', options: ['North'] }],
    })
    const context = createContext(createFakeDirectory({ sources: [createFakeSource('own'), source] }))

    const { data, errors } = await run(SOURCES, {}, context)

    expect(errors).toEqual([])
    expect(data).toEqual({
      sources: [{ name: 'own' }, { name: 'donors' }],
      source: {
        capabilities: ['PERSON_READ'],
        health: { status: 'UP', latencyMs: 1.5, checkedAt: '2025-03-14T09:26:53Z', message: null },
        budget: { limit: 1500, remaining: 1499, resetAt: '2025-03-14T10:00:00Z' },
        contactItemTypes: [
          { id: encodeId('ContactItemType', 'donors', 'Work Email'), name: 'Work Email', source: { name: 'donors' } },
        ],
        customFieldDefinitions: [{ key: 'Region', label: 'Region', type: 'CHOICE', options: ['North'] }],
      },
      none: null,
    })
  })

  it('that fails costs only its own fields', async () => {
    const source = createFakeSource('donors', {
      capabilities: () => Promise.reject(new GatewayError('SOURCE_UNAVAILABLE', 'No answer.', { source: 'donors' })),
    })
    const context = createContext(createFakeDirectory({ sources: [source] }))

    const { data, errors } = await run('{ sources { name capabilities health { status } } }', {}, context)

    expect(data).toEqual({ sources: [{ name: 'donors', capabilities: null, health: { status: 'UP' } }] })
    expect(errors).toMatchObject([
      { path: ['sources', 0, 'capabilities'], extensions: { code: 'SOURCE_UNAVAILABLE', source: 'donors' } },
    ])
  })
})

describe('the viewer', () => {
  it('is who asks', async () => {
    const context = createContext(createFakeDirectory(), { viewer: { name: 'web app', scopes: ['people:read'] } })

    const { data, errors } = await run('{ viewer { name scopes } }', {}, context)

    expect(errors).toEqual([])
    expect(data).toEqual({ viewer: { name: 'web app', scopes: ['people:read'] } })
  })
})
