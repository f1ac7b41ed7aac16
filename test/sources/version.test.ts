import { describe, expect, it } from 'vitest'
import { digest, withVersion } from '../../src/sources/version.ts'

describe('a version', () => {
  it('is told when it is asked for, and not before', () => {
    let told = 0
    const record = withVersion({ name: 'Ann' }, () => `v${++told}`)

    expect(told).toBe(0)
    expect(record.version).toBe('v1')
  })

  it('is a member like any other wherever the record goes', () => {
    const record = withVersion({ name: 'Ann' }, () => 'v')

    expect({ ...record }).toEqual({ name: 'Ann', version: 'v' })
    expect(JSON.parse(JSON.stringify(record))).toEqual({ name: 'Ann', version: 'v' })
    expect('version' in record).toBe(true)
  })

  it('is that of its own record', () => {
    const [one, two] = ['1', '2'].map((version) => withVersion({}, () => version))

    expect([one?.version, two?.version]).toEqual(['1', '2'])
  })
})

describe('digest', () => {
  it('is the same for the same content, however its members are ordered', () => {
    expect(digest({ a: 1, b: [2] })).toBe(digest({ b: [2], a: 1 }))
    expect(digest({ a: 1 })).not.toBe(digest({ a: 2 }))
    expect(digest('')).toMatch(/^[\w-]{22}$/)
  })
})
