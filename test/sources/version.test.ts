import { describe, expect, it } from 'vitest'
import { digest, versionedBy } from '../../src/sources/version.ts'

const versioned = versionedBy(({ name }: { readonly name: string }) => `version of ${name}`)

describe('a version', () => {
  it('is told when it is asked for, and not before', () => {
    let told = 0
    const record = versionedBy(() => `v${++told}`)({ name: 'Ann' })

    expect(told).toBe(0)
    expect(record.version).toBe('v1')
  })

  it('is a member like any other wherever the record goes', () => {
    const record = versioned({ name: 'Ann' })

    expect({ ...record }).toEqual({ name: 'Ann', version: 'version of Ann' })
    expect(JSON.parse(JSON.stringify(record))).toEqual({ name: 'Ann', version: 'version of Ann' })
    expect('version' in record).toBe(true)
  })

  it('is that of its own record', () => {
    const [one, two] = ['Ann', 'Bo'].map((name) => versioned({ name }))

    expect([one?.version, two?.version]).toEqual(['version of Ann', 'version of Bo'])
  })
})

describe('digest', () => {
  it('is the same for the same content, however its members are ordered', () => {
    expect(digest({ a: 1, b: [2] })).toBe(digest({ b: [2], a: 1 }))
    expect(digest({ a: 1 })).not.toBe(digest({ a: 2 }))
    expect(digest('')).toMatch(/^[\w-]{22}$/)
  })
})
