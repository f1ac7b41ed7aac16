/**
 * What every record has stands in `records`; what one type has besides, in a table of its own that shares its `pk`. `pk` is the
 * order of creation and never leaves the store; `id` is what callers know. Contact items, custom fields and the search index
 * hang on `pk`, so they are the same for all three types.
 */
export const records = `
CREATE TABLE records (
  pk INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL CHECK (type IN ('Person', 'User', 'Organization')),
  revision INTEGER NOT NULL,
  display_name TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  avatar_sha256 TEXT,
  avatar_content_type TEXT,
  avatar_byte_size INTEGER,
  avatar_updated_at TEXT
) STRICT;
CREATE INDEX records_by_name ON records (type, sort_name);
CREATE INDEX records_by_creation ON records (type, created_at);
CREATE INDEX records_by_update ON records (type, updated_at);
CREATE INDEX records_by_avatar ON records (avatar_sha256) WHERE avatar_sha256 IS NOT NULL;

CREATE TABLE record_counts (type TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO record_counts VALUES ('Person', 0), ('User', 0), ('Organization', 0);
CREATE TRIGGER record_counted AFTER INSERT ON records
  BEGIN UPDATE record_counts SET count = count + 1 WHERE type = new.type; END;
CREATE TRIGGER record_discounted AFTER DELETE ON records
  BEGIN UPDATE record_counts SET count = count - 1 WHERE type = old.type; END;

CREATE TABLE organizations (
  pk INTEGER PRIMARY KEY REFERENCES records (pk) ON DELETE CASCADE,
  name TEXT NOT NULL,
  kind TEXT CHECK (kind IN ('COMPANY', 'HOUSEHOLD', 'OTHER')),
  about TEXT,
  website TEXT,
  parent_id TEXT REFERENCES records (id)
) STRICT;
CREATE INDEX organizations_by_kind ON organizations (kind);
CREATE INDEX organizations_by_parent ON organizations (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE users (
  pk INTEGER PRIMARY KEY REFERENCES records (pk) ON DELETE CASCADE,
  username TEXT UNIQUE COLLATE NOCASE,
  first_name TEXT, middle_name TEXT, last_name TEXT, nickname TEXT,
  gender TEXT,
  birth_year INTEGER, birth_month INTEGER, birth_day INTEGER,
  job_title TEXT, department TEXT, location TEXT, about TEXT,
  status TEXT CHECK (status IN ('ACTIVE', 'TERMINATED', 'ON_LEAVE', 'PENDING')),
  hired_on TEXT, terminated_on TEXT,
  manager_id TEXT REFERENCES records (id),
  locale TEXT
) STRICT;
CREATE INDEX users_by_status ON users (status);
CREATE INDEX users_by_manager ON users (manager_id) WHERE manager_id IS NOT NULL;

CREATE TABLE user_groups (id TEXT PRIMARY KEY, name TEXT NOT NULL, manager TEXT) STRICT, WITHOUT ROWID;
CREATE TABLE user_group_members (
  user_pk INTEGER NOT NULL REFERENCES users (pk) ON DELETE CASCADE,
  group_id TEXT NOT NULL REFERENCES user_groups (id),
  PRIMARY KEY (user_pk, group_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX user_group_members_by_group ON user_group_members (group_id, user_pk);

CREATE TABLE user_accesses (
  id TEXT PRIMARY KEY,
  user_pk INTEGER NOT NULL REFERENCES users (pk) ON DELETE CASCADE,
  name TEXT,
  organization_id TEXT NOT NULL REFERENCES records (id),
  is_primary INTEGER NOT NULL DEFAULT 0 CHECK (is_primary IN (0, 1)),
  UNIQUE (organization_id, user_pk)
) STRICT, WITHOUT ROWID;
CREATE INDEX user_accesses_by_user ON user_accesses (user_pk);
CREATE UNIQUE INDEX user_accesses_primary ON user_accesses (user_pk) WHERE is_primary = 1;

CREATE TABLE people (
  pk INTEGER PRIMARY KEY REFERENCES records (pk) ON DELETE CASCADE,
  prefix TEXT, first_name TEXT, middle_name TEXT, last_name TEXT, suffix TEXT, nickname TEXT,
  gender TEXT,
  birth_year INTEGER, birth_month INTEGER, birth_day INTEGER,
  is_deceased INTEGER CHECK (is_deceased IN (0, 1)),
  job_title TEXT, about TEXT, interests TEXT,
  organization_id TEXT REFERENCES records (id),
  organization_role TEXT CHECK (organization_role IN ('PRIMARY', 'SECONDARY', 'MEMBER')),
  sharing TEXT CHECK (sharing IN ('PRIVATE', 'READ', 'READ_WRITE')),
  stage TEXT
) STRICT;
CREATE INDEX people_by_organization ON people (organization_id) WHERE organization_id IS NOT NULL;

CREATE TABLE person_managers (
  person_pk INTEGER NOT NULL REFERENCES people (pk) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  user_id TEXT NOT NULL REFERENCES records (id),
  PRIMARY KEY (person_pk, position),
  UNIQUE (user_id, person_pk)
) STRICT, WITHOUT ROWID;

-- A tag is spelt as the person's tag was written; folded is what tags are compared by.
CREATE TABLE person_tags (
  person_pk INTEGER NOT NULL REFERENCES people (pk) ON DELETE CASCADE,
  folded TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (person_pk, folded)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_tags_by_tag ON person_tags (folded, person_pk);

-- match_key is what finds the item: a lower-case e-mail address, a number in E.164 or else its digits.
CREATE TABLE contact_items (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  owner_pk INTEGER NOT NULL REFERENCES records (pk) ON DELETE CASCADE,
  owner_type TEXT NOT NULL,
  kind TEXT NOT NULL,
  type_id TEXT NOT NULL,
  value TEXT NOT NULL,
  normalized_value TEXT,
  match_key TEXT,
  street TEXT, city TEXT, region TEXT, postal_code TEXT, country TEXT,
  label TEXT,
  is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)),
  is_opted_in INTEGER CHECK (is_opted_in IN (0, 1)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX contact_items_by_owner ON contact_items (owner_pk);
CREATE INDEX contact_items_by_key ON contact_items (owner_type, kind, match_key, owner_pk) WHERE match_key IS NOT NULL;
CREATE UNIQUE INDEX contact_items_default ON contact_items (owner_pk, kind) WHERE is_default = 1;

CREATE TABLE custom_fields (
  owner_pk INTEGER NOT NULL REFERENCES records (pk) ON DELETE CASCADE,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner_pk, key)
) STRICT, WITHOUT ROWID;
${['people', 'users', 'organizations'].map(searchTable).join('\n')}
`

/** The full-text index of one table: folded words by `pk`, whose texts stay in the table alone. */
function searchTable(table: string): string {
  return `
CREATE VIRTUAL TABLE ${table}_search USING fts5 (
  words, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER ${table}_unindexed AFTER DELETE ON ${table}
  BEGIN DELETE FROM ${table}_search WHERE rowid = old.pk; END;`
}
