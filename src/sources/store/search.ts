import { type RawBuilder, sql } from 'kysely'
import { foldText } from '../../model/fold.ts'
import type { RecordType } from '../../model/ref.ts'
import type { Database } from './database.ts'

/** More words than anybody types; each costs a walk through the index. */
const MAX_WORDS = 16
const MAX_SEARCH_LENGTH = 500

/**
 * What was typed, as an FTS5 expression: records that hold every word, or one that begins so. Whatever is typed, every word is
 * a quoted string, so nothing in it is taken for an operator. `null` when it holds no letter or digit: nothing can match.
 */
export function toMatch(search: string): string | null {
  const words = foldText(search.slice(0, MAX_SEARCH_LENGTH))
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => /[\p{L}\p{N}\p{Co}]/u.test(word))
    .slice(0, MAX_WORDS)
  return words.length === 0 ? null : words.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' AND ')
}

const EMAILS = sql`(SELECT group_concat(i.value, ' ') FROM contact_items i WHERE i.owner_pk = r.pk AND i.kind = 'EMAIL')`

/** Writes the full-text entries of these records anew: names, job title, name of the organization, e-mail addresses. */
export async function indexForSearch(database: Database, type: RecordType, pks: RawBuilder<unknown>): Promise<void> {
  await STATEMENTS[type](pks).execute(database)
}

const STATEMENTS: { readonly [Type in RecordType]: (pks: RawBuilder<unknown>) => RawBuilder<unknown> } = {
  Person: (pks) => sql`
    INSERT OR REPLACE INTO people_search (rowid, words)
    SELECT r.pk, fold(concat_ws(' ', r.display_name, t.prefix, t.nickname, t.suffix, t.job_title, o.display_name, ${EMAILS}))
    FROM people t JOIN records r ON r.pk = t.pk LEFT JOIN records o ON o.id = t.organization_id
    WHERE t.pk IN (${pks})`,
  User: (pks) => sql`
    INSERT OR REPLACE INTO users_search (rowid, words)
    SELECT r.pk, fold(concat_ws(' ', r.display_name, t.nickname, t.username, t.job_title, t.department,
      (SELECT group_concat(o.display_name, ' ')
        FROM user_accesses a JOIN records o ON o.id = a.organization_id WHERE a.user_pk = r.pk), ${EMAILS}))
    FROM users t JOIN records r ON r.pk = t.pk
    WHERE t.pk IN (${pks})`,
  Organization: (pks) => sql`
    INSERT OR REPLACE INTO organizations_search (rowid, words)
    SELECT r.pk, fold(concat_ws(' ', r.display_name, t.website, ${EMAILS}))
    FROM organizations t JOIN records r ON r.pk = t.pk
    WHERE t.pk IN (${pks})`,
}
