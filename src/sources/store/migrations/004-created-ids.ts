/** Of a write that created a record: its id, for whoever lost the answer. */
export const createdIds = `
ALTER TABLE marks ADD COLUMN created_id TEXT;
`
