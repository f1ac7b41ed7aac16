import type { DatabaseSync } from 'node:sqlite'

/** Changes that are asked for at the same moment are committed together: the disk is waited for once. */
export interface GroupedCommits {
  /** Does `work` within a transaction, and resolves with what it gave once that is on the disk. Where it throws, nothing of it is. */
  run<T>(work: () => T, options?: CommitOptions): Promise<T>
  /** Commits at once whatever was asked for. */
  flush(): void
}

export interface CommitOptions {
  /**
   * False: the disk need not be waited for. What was done then survives the process as soon as `run` resolves, and the machine once
   * anything synced has been committed after it. Default: true.
   */
  readonly synced?: boolean
}

interface Waiting {
  readonly synced: boolean
  /** Gives what is to be done once it is on the disk. */
  work(): () => void
  reject(error: unknown): void
}

/** Of a database in WAL mode, which is this one's alone: nothing else sets how it is synced. */
export function createGroupedCommits(database: DatabaseSync): GroupedCommits {
  let waiting: Waiting[] = []
  let isSyncing: boolean | null = null

  /** For the transactions to come. Without syncing, the log is still synced before it is copied into the file itself. */
  function setSyncing(synced: boolean): void {
    if (synced === isSyncing) return
    isSyncing = null
    database.exec(`pragma synchronous = ${synced ? 'full' : 'normal'}`)
    isSyncing = synced
  }

  function flush(): void {
    const group = waiting
    waiting = []
    if (group.length === 0) return
    const ends: (() => void)[] = []
    try {
      setSyncing(group.some(({ synced }) => synced))
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
    run: (work, { synced = true } = {}) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush)
        waiting.push({
          synced,
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
