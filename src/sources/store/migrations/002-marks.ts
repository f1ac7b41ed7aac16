/** Writes that were carried out and may be asked after: a mark is stored in the transaction it names. */
export const marks = `
CREATE TABLE marks (mark TEXT PRIMARY KEY, done_at TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX marks_by_age ON marks (done_at);
`
