import { CompiledQuery } from 'kysely'
import type { RecordType } from '../../model/ref.ts'
import type { RecordOf } from '../source.ts'
import type { Database } from './database.ts'
import {
  type OrganizationRow,
  type PersonRow,
  type RowContext,
  toOrganization,
  toPerson,
  toUser,
  type UserRow,
} from './rows.ts'
import { TABLE_OF } from './tables.ts'

/** Reads whole records, a batch in one prepared statement: what belongs to a record comes with it, as of one moment. */
export interface Reader {
  /** One entry per id, in the same order; `null` for nobody. */
  byId<Type extends RecordType>(type: Type, ids: readonly string[]): Promise<readonly (RecordOf<Type> | null)[]>
  /** Those that are there, by `pk`. */
  byPk<Type extends RecordType>(type: Type, pks: readonly number[]): Promise<ReadonlyMap<number, RecordOf<Type>>>
}

interface RowOf {
  readonly Person: PersonRow
  readonly User: UserRow
  readonly Organization: OrganizationRow
}

export function createReader(database: Database, context: RowContext): Reader {
  const map: { readonly [Type in RecordType]: (row: RowOf[Type]) => RecordOf<Type> } = {
    Person: (row) => toPerson(row, context),
    User: (row) => toUser(row, context),
    Organization: (row) => toOrganization(row, context),
  }

  async function read<Type extends RecordType>(type: Type, key: 'id' | 'pk', keys: readonly (string | number)[]) {
    if (keys.length === 0) return []
    const query = CompiledQuery.raw(STATEMENTS[type][key], [JSON.stringify(keys)]) as CompiledQuery<RowOf[Type]>
    return (await database.executeQuery(query)).rows
  }

  return {
    async byId<Type extends RecordType>(type: Type, ids: readonly string[]) {
      const found = new Map<string, RecordOf<Type>>()
      for (const row of await read(type, 'id', ids)) found.set(row.id, map[type](row))
      return ids.map((id) => found.get(id) ?? null)
    },
    async byPk<Type extends RecordType>(type: Type, pks: readonly number[]) {
      const found = new Map<number, RecordOf<Type>>()
      for (const row of await read(type, 'pk', pks)) found.set(row.pk, map[type](row))
      return found
    },
  }
}

const BASE_COLUMNS = `
  r.pk, r.id, r.revision, r.display_name, r.created_at, r.updated_at,
  r.avatar_sha256, r.avatar_content_type, r.avatar_byte_size, r.avatar_updated_at,
  r.avatar_width, r.avatar_height, r.avatar_blurhash,
  (SELECT json_group_array(json_array(
      i.id, i.kind, i.type_id, i.value, i.normalized_value, i.street, i.city, i.region, i.postal_code, i.country,
      i.label, i.is_default, i.is_opted_in, i.created_at, i.updated_at) ORDER BY i.pk)
    FROM contact_items i WHERE i.owner_pk = r.pk) AS contact_items,
  (SELECT json_group_object(f.key, f.value) FROM custom_fields f WHERE f.owner_pk = r.pk) AS custom_fields`

const HUMAN_COLUMNS = `
  t.first_name, t.middle_name, t.last_name, t.nickname, t.gender, t.birth_year, t.birth_month, t.birth_day,
  t.job_title, t.about`

const COLUMNS = {
  Person: `${HUMAN_COLUMNS}, t.prefix, t.suffix, t.is_deceased, t.interests, t.organization_id, t.organization_role,
  t.sharing, t.stage,
  (SELECT json_group_array(g.name) FROM person_tags g WHERE g.person_pk = r.pk) AS tags,
  (SELECT json_group_array(m.user_id ORDER BY m.position) FROM person_managers m WHERE m.person_pk = r.pk) AS managers`,
  User: `${HUMAN_COLUMNS}, t.username, t.department, t.location, t.status, t.hired_on, t.terminated_on, t.manager_id,
  t.locale,
  (SELECT json_group_array(json_array(g.id, g.name, g.manager) ORDER BY g.id)
    FROM user_group_members m JOIN user_groups g ON g.id = m.group_id WHERE m.user_pk = r.pk) AS groups,
  (SELECT json_group_array(json_array(a.id, a.name, a.organization_id, a.is_primary) ORDER BY a.id)
    FROM user_accesses a WHERE a.user_pk = r.pk) AS accesses`,
  Organization: `t.name, t.kind, t.about, t.website, t.parent_id`,
} as const

/** `type` is in the condition because ids of all three types share one index. */
function statement(type: RecordType, key: 'id' | 'pk'): string {
  return `SELECT ${BASE_COLUMNS}, ${COLUMNS[type]}
FROM json_each(?) AS wanted
CROSS JOIN records r ON r.${key} = wanted.value AND r.type = '${type}'
CROSS JOIN ${TABLE_OF[type]} t ON t.pk = r.pk`
}

const STATEMENTS = {
  Person: { id: statement('Person', 'id'), pk: statement('Person', 'pk') },
  User: { id: statement('User', 'id'), pk: statement('User', 'pk') },
  Organization: { id: statement('Organization', 'id'), pk: statement('Organization', 'pk') },
} as const
