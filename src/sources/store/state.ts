import { CompiledQuery } from 'kysely'
import type { Database } from './database.ts'

/**
 * `total_changes()` tells of this connection's writes, `data_version` of everybody else's commits, of another thread or process
 * (https://sqlite.org/pragma.html#pragma_data_version). Neither goes back: the same twice means that nothing was written in between.
 */
const STATE = CompiledQuery.raw('SELECT total_changes() AS own, data_version AS others FROM pragma_data_version')

/**
 * Gives what is remembered of the present state of the database, made anew where anything was written since it was made. What is
 * read after asking for it may be put into it, and what is found in it is as good as read now.
 */
export function rememberPerState<Memory>(database: Database, make: () => Memory): () => Promise<Memory> {
  let present: { readonly state: string; readonly memory: Memory } | null = null
  return async () => {
    const { own, others } = (await database.executeQuery(STATE)).rows[0] as { own: number; others: number }
    const state = `${own}:${others}`
    if (present?.state !== state) present = { state, memory: make() }
    return present.memory
  }
}
