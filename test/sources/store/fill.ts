import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../../src/sources/store/database.ts'
import { indexForSearch } from '../../../src/sources/store/search.ts'

/**
 * Fills an empty database with `size` invented people, quickly: by the tables, past the planners. Person n is called
 * `Person<n, seven digits> Surname<n * 7919 % 5000>`, was made in second n of 2026, has an e-mail address and a phone number, belongs to one of
 * `size / 20` organizations, and has the tag `common` when n is even and `rare` when it is among the last 50. Every third one is
 * an engineer.
 */
export async function fillStore(database: Database, size: number): Promise<void> {
  const organizations = Math.max(1, Math.floor(size / 20))
  const numbers = (count: number): RawBuilder<unknown> =>
    sql`WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count})`
  const made = sql`strftime('%Y-%m-%dT%H:%M:%fZ', '2026-01-01', n || ' seconds')`
  await database.transaction().execute(async (tx) => {
    const statements = [
      sql`INSERT INTO records (id, type, revision, display_name, sort_name, created_at, updated_at)
        ${numbers(organizations)}
        SELECT 'org-' || n, 'Organization', 1, 'Company ' || n, 'company ' || n, ${made}, ${made} FROM numbers`,
      sql`INSERT INTO organizations (pk, name, kind)
        SELECT pk, display_name, 'COMPANY' FROM records WHERE type = 'Organization'`,
      // 7919 is prime: names come in another order than people were made.
      sql`INSERT INTO records (id, type, revision, display_name, sort_name, created_at, updated_at)
        ${numbers(size)}
        SELECT 'person-' || n, 'Person', 1, 'Person' || printf('%07d', n) || ' Surname' || (n * 7919 % 5000),
          'person' || printf('%07d', n * 7919 % ${sql.lit(size)}), ${made}, ${made} FROM numbers`,
      sql`INSERT INTO people (pk, first_name, last_name, job_title, organization_id)
        SELECT pk, 'Person' || n, 'Surname' || (n * 7919 % 5000), iif(n % 3 = 0, 'Engineer', 'Teacher'),
          'org-' || (1 + n % ${sql.lit(organizations)})
        FROM (SELECT pk, CAST(substr(id, 8) AS INTEGER) AS n FROM records WHERE type = 'Person')`,
      sql`INSERT INTO contact_items (id, owner_pk, owner_type, kind, type_id, value, normalized_value, match_key, is_default,
          created_at, updated_at)
        SELECT 'mail-' || r.id, pk, 'Person', 'EMAIL', 'home-email', replace(r.id, '-', '') || '@mail.example',
          replace(r.id, '-', '') || '@mail.example', replace(r.id, '-', '') || '@mail.example', 1, created_at, created_at
        FROM records r WHERE type = 'Person'`,
      sql`INSERT INTO contact_items (id, owner_pk, owner_type, kind, type_id, value, normalized_value, match_key, is_default,
          created_at, updated_at)
        SELECT 'phone-' || r.id, pk, 'Person', 'PHONE', 'mobile-phone', p.phone, p.phone, p.phone, 1, created_at, created_at
        FROM records r JOIN (SELECT id, '+1555010' || printf('%04d', CAST(substr(id, 8) AS INTEGER)) AS phone FROM records) p
          ON p.id = r.id WHERE type = 'Person'`,
      sql`INSERT INTO person_tags (person_pk, folded, name)
        SELECT pk, 'common', 'Common' FROM records WHERE type = 'Person' AND CAST(substr(id, 8) AS INTEGER) % 2 = 0`,
      sql`INSERT INTO person_tags (person_pk, folded, name)
        SELECT pk, 'rare', 'Rare' FROM records WHERE type = 'Person' AND CAST(substr(id, 8) AS INTEGER) > ${size - 50}`,
    ]
    for (const statement of statements) await statement.execute(tx)
    await indexForSearch(tx, 'Person', sql`SELECT pk FROM people`)
    await indexForSearch(tx, 'Organization', sql`SELECT pk FROM organizations`)
  })
}
