/**
 * Writes what documents say of the code from the code itself: docs/configuration.md from the settings' schemas and their
 * docstrings, and README.md's table of sources from what each can do at its simulator. A test holds both up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { describeConfiguration } from './docs/configuration.ts'
import { describeSources, withTable } from './docs/sources.ts'

export const CONFIGURATION = 'docs/configuration.md'

/** The documents as they should be, by their paths. */
export async function makeDocuments(): Promise<ReadonlyMap<string, string>> {
  const readme = readFileSync('README.md', 'utf8')
  return new Map([
    [CONFIGURATION, describeConfiguration()],
    ['README.md', withTable(readme, await describeSources())],
  ])
}

if (import.meta.main) for (const [path, text] of await makeDocuments()) writeFileSync(path, text)
