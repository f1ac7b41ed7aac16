/** Begins two writes in a journal, forgets one, and is killed the moment that is done: `node forget-and-die.ts JOURNAL`. */
import { openSqliteJournal } from '../../src/journal/sqlite-journal.ts'

const write = { source: 'own', type: 'Person', id: 'ada', deletes: false, changes: [], requests: [] } as const
const journal = openSqliteJournal(process.argv[2] as string)
for (const mark of ['ended', 'under way']) await journal.begin({ mark, key: null, write })
await journal.forget('ended')
process.kill(process.pid, 'SIGKILL')
