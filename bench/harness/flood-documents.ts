/** Documents of the floods. Each is an operation called `Trivial`, which the floor knows by that name alone, and none comes twice. */

const repeat = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ')

type MakeDocument = (number: number) => string

/** What a careless client sends: the same query with its values written into it. */
export const DISTINCT: readonly MakeDocument[] = [
  (number) => `query Trivial { viewer { scopes } a${number}: sources { name } }`,
  (number) =>
    `query Trivial { person(id: "${personId(number)}") { id a${number}: displayName contactItems { id value } } }`,
]

export const INVALID: readonly MakeDocument[] = [
  (number) => `query Trivial { viewer { scopes nope${number} } }`,
  (number) => `query Trivial { viewer { ${repeat(30, (i) => `nope${number}_${i}`)} } }`,
  (number) => `query Trivial { viewer { scopes # ${number}`,
  (number) => `query Trivial($never${number}: Int) { viewer { scopes } }`,
]

/** At the limits of `src/server/documents.ts`, each in another way. */
export const LARGEST: readonly MakeDocument[] = [
  (number) => `query Trivial { viewer { ${repeat(1490, (i) => `nope${'y'.repeat(50)}${number}_${i}`)} } }`,
  (number) => `query Trivial { ${repeat(49, (i) => `a${i}: person(id: "x${number}") { ${EVERY_FIELD} }`)} }`,
  (number) =>
    `query Trivial { viewer { ${repeat(100, (i) => `...F${i}`)} } } ${repeat(100, (i) => `fragment F${i} on Viewer { ${repeat(13, (field) => `n${i % 40}_${field}_${number}`)} }`)}`,
  (number) =>
    `query Trivial { people(first: ${number}, sources: [${repeat(2440, (i) => `"s${i}"`)}]) { nodes { id } } }`,
  (number) => `query Trivial { person(id: "${number}${'x'.repeat(99_900)}") { id } }`,
  (number) => `query Trivial(${repeat(600, (i) => `$v${number}_${i}: Int`)}) { viewer { scopes } }`,
  (number) =>
    `query Trivial { z${number}: __schema { types { ${TYPE} } } ${repeat(1, (i) => `y${i}: __schema { types { ${TYPE} } }`)} }`,
]

const EVERY_FIELD =
  'id displayName firstName lastName prefix suffix nickname gender jobTitle about interests stage contactItems { id kind value isDefault normalizedValue label createdAt }'
const TYPE = 'name description fields { name description type { name kind ofType { name kind } } args { name } }'

function personId(number: number): string {
  return Buffer.from(`Person:own:${number}`).toString('base64url')
}
