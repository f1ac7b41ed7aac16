/** What is told of a picture before it is loaded. Null for pictures that were stored before. */
export const avatarDetails = `
ALTER TABLE records ADD COLUMN avatar_width INTEGER;
ALTER TABLE records ADD COLUMN avatar_height INTEGER;
ALTER TABLE records ADD COLUMN avatar_blurhash TEXT;
`
