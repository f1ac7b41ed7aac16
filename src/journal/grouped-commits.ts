import type { DatabaseSync } from 'node:sqlite'

/** Changes that are asked for at the same moment are committed together: the disk is waited for once. */
export interface GroupedCommits {
  /** Does `work` within a transaction, and resolves with what it gave once that is on the disk. Where it throws, nothing of it is. */
  run<T>(work: () => T): Promise<T>
  /** Commits at once whatever was asked for. */
  flush(): void
}

interface Waiting {
  /** Gives what is to be done once it is on the disk. */
  work(): () => void
  reject(error: unknown): void
}

export function createGroupedCommits(database: DatabaseSync): GroupedCommits {
  let waiting: Waiting[] = []

  function flush(): void {
    const group = waiting
    waiting = []
    if (group.length === 0) return
    const ends: (() => void)[] = []
    try {
      database.exec('begin immediate')
      for (const one of group) ends.push(attempt(one))
      database.exec('commit')
    } catch (error) {
      if (database.isOpen && database.isTransaction) database.exec('rollback')
      for (const { reject } of group) reject(error)
      return
    }
    for (const end of ends) end()
  }

  function attempt({ work, reject }: Waiting): () => void {
    database.exec('savepoint one')
    try {
      const end = work()
      database.exec('release one')
      return end
    } catch (error) {
      database.exec('rollback to one; release one')
      return () => reject(error)
    }
  }

  return {
    run: (work) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush)
        waiting.push({
          work() {
            const done = work()
            return () => resolve(done)
          },
          reject,
        })
      }),
    flush,
  }
}
