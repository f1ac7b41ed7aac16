import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type ImportMemory, openImportMemory } from '../../src/journal/import-memory.ts'
import { temporaryFolder } from '../sources/store/open.ts'

const card = (recordId: string, run: string) => ({ recordId, digest: 'd', version: '1', photo: null, run })

function open(file = ':memory:'): ImportMemory {
  const memory = openImportMemory(file)
  onTestFinished(() => memory.close())
  return memory
}

describe('the memory of imports', () => {
  it('goes on with the last import of a file into a source that has not ended, and with no other', () => {
    const memory = open()
    const first = memory.begin('own', '/people.vcf', false)

    expect(memory.begin('own', '/people.vcf', true)).toEqual({ id: first.id, isResumed: true })
    expect(memory.begin('own', '/others.vcf', true).isResumed).toBe(false)
    expect(memory.begin('archive', '/people.vcf', true).isResumed).toBe(false)
    memory.finish(first.id)
    expect(memory.begin('own', '/people.vcf', true).isResumed).toBe(false)
  })

  it('does not go on with an import that has been begun anew', () => {
    const memory = open()
    const first = memory.begin('own', '/people.vcf', false)
    const second = memory.begin('own', '/people.vcf', false)

    expect(memory.begin('own', '/people.vcf', true).id).toBe(second.id)
    expect(second.id).not.toBe(first.id)
  })

  it('keeps a card by source and key, the last time it was brought', () => {
    const memory = open()
    memory.remember('own', 'k', card('1', 'a'))
    memory.remember('own', 'k', card('2', 'b'))

    expect(memory.find('own', 'k')).toEqual(card('2', 'b'))
    expect(memory.find('archive', 'k')).toBeNull()
  })

  it('lets no two cards of one import be the same person, and those of another be', () => {
    const memory = open()

    expect(memory.claim('own', '1', 'ada', 'a')).toBe(true)
    expect(memory.claim('own', '1', 'ada', 'a')).toBe(true)
    expect(memory.claim('own', '1', 'ben', 'a')).toBe(false)
    expect(memory.claim('archive', '1', 'ben', 'a')).toBe(true)
  })

  it('knows after a restart which people the import that goes on has taken', () => {
    const file = join(temporaryFolder(), 'imports.db')
    const before = openImportMemory(file)
    before.remember('own', 'ada', card('1', 'a'))
    before.close()

    const memory = open(file)

    expect(memory.claim('own', '1', 'ben', 'a')).toBe(false)
    expect(memory.claim('own', '1', 'ben', 'b')).toBe(true)
  })

  it('holds neither keys nor names of files', () => {
    const folder = temporaryFolder()
    const file = join(folder, 'imports.db')
    const memory = openImportMemory(file)
    memory.begin('own', '/home/ada/people.vcf', false)
    memory.remember('own', 'uid:ada@mail.example', card('1', 'a'))
    memory.close()

    expect(readFileSync(file, 'latin1')).not.toMatch(/ada/)
  })

  it('makes no file where it may not', () => {
    const file = join(temporaryFolder(), 'imports.db')
    openImportMemory(file, { mayMake: false }).close()

    expect(existsSync(file)).toBe(false)
  })

  it('refuses the file of a newer version', () => {
    const file = join(temporaryFolder(), 'imports.db')
    const database = new DatabaseSync(file)
    database.exec('pragma user_version = 99')
    database.close()

    expect(() => openImportMemory(file)).toThrow(/newer version/)
  })
})
