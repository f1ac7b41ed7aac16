/** Writes people to the store at the given url, one after the other, and prints each id once its write is acknowledged. */
import { silentLogger } from '../../../src/model/logger.ts'
import { storeDefinition } from '../../../src/sources/store/index.ts'

const settings = storeDefinition.settings.parse({ url: process.argv[2] })
const store = await storeDefinition.create('own', settings, { log: silentLogger, now: Date.now, linkTo: null })
const { signal } = new AbortController()
for (let count = 0; ; count++) {
  const plan = await store.planCreate!('Person', { firstName: `Person ${count}`, addTags: ['x'] }, null, { signal })
  const { id } = await store.send!(plan, { signal, ifVersion: null })
  process.stdout.write(`${id}\n`)
}
