/** An operation that GraphiQL opens with, in a tab of its own. */
export interface Example {
  readonly query: string
  /** JSON. */
  readonly variables?: string
}

/** Where the examples take the server to be. */
export const EXAMPLE_ORIGIN = 'http://127.0.0.1:4000'

const READ_EVERYBODY = `# Everybody called Ra-something, wherever they are:
# every source is asked at once, and each says in
# its slice how many it gave, or why it could not;
# one that fails empties nothing else. A person is
# somebody a source knows of, a user has an account
# there. Without the filter it is everybody, source
# by source; sources: ["own"] asks only that one.
# For the next page give the endCursor as after.
query Everybody {
  people(first: 50, filter: { search: "ra" }) {
    slices { ...Slice }
    nodes { ...Card jobTitle organization { displayName } }
    pageInfo { hasNextPage endCursor }
  }
  users(first: 50, filter: { search: "ra" }) {
    slices { ...Slice }
    nodes { ...Card jobTitle department status }
    pageInfo { hasNextPage endCursor }
  }
}

fragment Card on Contactable {
  id
  displayName
  source { name kind }
  contactItems { kind value isDefault }
  avatar { url(size: 96) }
}

fragment Slice on SourceSlice {
  source { name }
  count
  totalCount
  error { code message }
}
`

const UPDATE_PERSON = `# What would be sent, before anything is:
# with dryRun the receipt holds the planned requests.
# Set it to false in the variables, and it is done.
mutation UpdatePerson($input: UpdatePersonInput!) {
  updatePerson(input: $input) {
    person { id displayName jobTitle version }
    receipts {
      source { name }
      outcome
      requests { method path body }
      changes { path before after }
      sideEffects { path before after repaired }
    }
    userErrors { __typename code message path }
  }
}
`

const UPSERT_CONTACT_ITEM = `# Adds a way to reach somebody, or changes the one
# they have of that type and value.
mutation UpsertContactItem($input: UpsertContactItemInput!) {
  upsertContactItem(input: $input) {
    contactItem { id kind type { name } value normalizedValue isDefault }
    receipts { source { name } outcome changes { path before after } }
    userErrors { __typename code message path }
  }
}
`

const UPLOAD_AVATAR = `# A picture goes up as a GraphQL multipart request:
# a form of the operation, of a map that says which
# variable is the file, and of the file. GraphiQL
# can not send one; a shell can, with the id of a
# person in the place of ID, and a picture's name:
#
# curl ${EXAMPLE_ORIGIN}/graphql -H 'x-graphql-yoga-csrf: 1' -F operations='{ "query": "mutation ($id: ID!, $file: Upload!) { uploadAvatar(input: { ownerId: $id, file: $file }) { avatar { url } userErrors { message } } }", "variables": { "id": "ID", "file": null } }' -F map='{ "0": ["variables.file"] }' -F 0=@portrait.jpg
#
# The picture that somebody has now:
query Avatar($id: ID!) {
  person(id: $id) {
    displayName
    avatar { url originalUrl contentType width height byteSize updatedAt }
  }
}
`

const SOURCES = `# Where the people are kept, and what may be done there.
query Sources {
  sources {
    name
    kind
    capabilities
    health { status latencyMs message }
    budget { limit remaining resetAt }
    contactItemTypes { id name kind }
    customFieldDefinitions { key label type options }
  }
}
`

/** What the page replaces with the id of somebody it finds. */
export const PERSON_ID = 'the id of a person, from the first tab'

export const EXAMPLES: readonly Example[] = [
  { query: READ_EVERYBODY },
  { query: UPDATE_PERSON, variables: toJson({ input: { id: PERSON_ID, jobTitle: 'Gardener', dryRun: true } }) },
  {
    query: UPSERT_CONTACT_ITEM,
    variables: toJson({ input: { ownerId: PERSON_ID, kind: 'EMAIL', value: 'ada@example.org', dryRun: true } }),
  },
  { query: UPLOAD_AVATAR, variables: toJson({ id: PERSON_ID }) },
  { query: SOURCES },
]

function toJson(value: unknown): string {
  return JSON.stringify(value, null, 2)
}
