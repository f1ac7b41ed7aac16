import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { makeDocuments } from '../scripts/docs.ts'

describe('what documents say of the code', () => {
  it('is what the code says: run "npm run docs" where it is not', async () => {
    for (const [path, text] of await makeDocuments()) expect(readFileSync(path, 'utf8'), path).toBe(text)
  })
})
