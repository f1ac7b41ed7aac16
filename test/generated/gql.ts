/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "fragment PersonCard on Person {\n  id\n  displayName\n  birthDate {\n    year\n    month\n    day\n  }\n  contactItems(kind: EMAIL) {\n    id\n    kind\n    value\n    isDefault\n  }\n  avatar {\n    url(size: 96)\n  }\n  updatedAt\n  version\n}": typeof types.PersonCardFragmentDoc,
    "fragment Problem on UserError {\n  __typename\n  code\n  message\n  path\n  ... on NotFoundError {\n    id\n  }\n  ... on ConflictError {\n    currentVersion\n  }\n  ... on UnsupportedError {\n    source {\n      name\n    }\n  }\n  ... on SourceFailedError {\n    retryAfterMs\n    source {\n      name\n    }\n  }\n}": typeof types.ProblemFragmentDoc,
    "fragment Receipt on WriteReceipt {\n  source {\n    name\n  }\n  outcome\n  guarantee\n  changes {\n    path\n    before\n    after\n    repaired\n  }\n  sideEffects {\n    path\n    before\n    after\n    repaired\n  }\n  requests {\n    method\n    path\n    body\n  }\n}": typeof types.ReceiptFragmentDoc,
    "query ListPeople($first: Int, $after: String, $filter: PersonFilter, $orderBy: PersonOrder, $sources: [String!]) {\n  people(\n    first: $first\n    after: $after\n    filter: $filter\n    orderBy: $orderBy\n    sources: $sources\n  ) {\n    edges {\n      cursor\n      node {\n        ...PersonCard\n      }\n    }\n    nodes {\n      id\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n      hasPreviousPage\n      startCursor\n    }\n    totalCount\n    slices {\n      source {\n        name\n      }\n      count\n      totalCount\n      error {\n        code\n        message\n        retryAfterMs\n      }\n    }\n  }\n}": typeof types.ListPeopleDocument,
    "query ReadNodes($ids: [ID!]!) {\n  nodes(ids: $ids) {\n    __typename\n    id\n    ... on Contactable {\n      displayName\n    }\n    ... on ContactItem {\n      value\n      owner {\n        displayName\n      }\n    }\n  }\n}": typeof types.ReadNodesDocument,
    "query ReadPerson($id: ID!) {\n  person(id: $id) {\n    ...PersonCard\n    organization {\n      displayName\n    }\n    managers {\n      displayName\n    }\n  }\n}": typeof types.ReadPersonDocument,
    "mutation UpdatePerson($input: UpdatePersonInput!) {\n  updatePerson(input: $input) {\n    person {\n      id\n      displayName\n    }\n    receipts {\n      ...Receipt\n    }\n    userErrors {\n      ...Problem\n    }\n  }\n}": typeof types.UpdatePersonDocument,
    "mutation UploadAvatar($input: UploadAvatarInput!) {\n  uploadAvatar(input: $input) {\n    avatar {\n      url(size: 96)\n    }\n    owner {\n      id\n    }\n    receipts {\n      ...Receipt\n    }\n    userErrors {\n      ...Problem\n    }\n  }\n}": typeof types.UploadAvatarDocument,
    "mutation UpsertContactItem($input: UpsertContactItemInput!) {\n  upsertContactItem(input: $input) {\n    contactItem {\n      id\n      value\n    }\n    owner {\n      displayName\n    }\n    receipts {\n      ...Receipt\n    }\n    userErrors {\n      ...Problem\n    }\n  }\n}": typeof types.UpsertContactItemDocument,
};
const documents: Documents = {
    "fragment PersonCard on Person {\n  id\n  displayName\n  birthDate {\n    year\n    month\n    day\n  }\n  contactItems(kind: EMAIL) {\n    id\n    kind\n    value\n    isDefault\n  }\n  avatar {\n    url(size: 96)\n  }\n  updatedAt\n  version\n}": types.PersonCardFragmentDoc,
    "fragment Problem on UserError {\n  __typename\n  code\n  message\n  path\n  ... on NotFoundError {\n    id\n  }\n  ... on ConflictError {\n    currentVersion\n  }\n  ... on UnsupportedError {\n    source {\n      name\n    }\n  }\n  ... on SourceFailedError {\n    retryAfterMs\n    source {\n      name\n    }\n  }\n}": types.ProblemFragmentDoc,
    "fragment Receipt on WriteReceipt {\n  source {\n    name\n  }\n  outcome\n  guarantee\n  changes {\n    path\n    before\n    after\n    repaired\n  }\n  sideEffects {\n    path\n    before\n    after\n    repaired\n  }\n  requests {\n    method\n    path\n    body\n  }\n}": types.ReceiptFragmentDoc,
    "query ListPeople($first: Int, $after: String, $filter: PersonFilter, $orderBy: PersonOrder, $sources: [String!]) {\n  people(\n    first: $first\n    after: $after\n    filter: $filter\n    orderBy: $orderBy\n    sources: $sources\n  ) {\n    edges {\n      cursor\n      node {\n        ...PersonCard\n      }\n    }\n    nodes {\n      id\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n      hasPreviousPage\n      startCursor\n    }\n    totalCount\n    slices {\n      source {\n        name\n      }\n      count\n      totalCount\n      error {\n        code\n        message\n        retryAfterMs\n      }\n    }\n  }\n}": types.ListPeopleDocument,
    "query ReadNodes($ids: [ID!]!) {\n  nodes(ids: $ids) {\n    __typename\n    id\n    ... on Contactable {\n      displayName\n    }\n    ... on ContactItem {\n      value\n      owner {\n        displayName\n      }\n    }\n  }\n}": types.ReadNodesDocument,
    "query ReadPerson($id: ID!) {\n  person(id: $id) {\n    ...PersonCard\n    organization {\n      displayName\n    }\n    managers {\n      displayName\n    }\n  }\n}": types.ReadPersonDocument,
    "mutation UpdatePerson($input: UpdatePersonInput!) {\n  updatePerson(input: $input) {\n    person {\n      id\n      displayName\n    }\n    receipts {\n      ...Receipt\n    }\n    userErrors {\n      ...Problem\n    }\n  }\n}": types.UpdatePersonDocument,
    "mutation UploadAvatar($input: UploadAvatarInput!) {\n  uploadAvatar(input: $input) {\n    avatar {\n      url(size: 96)\n    }\n    owner {\n      id\n    }\n    receipts {\n      ...Receipt\n    }\n    userErrors {\n      ...Problem\n    }\n  }\n}": types.UploadAvatarDocument,
    "mutation UpsertContactItem($input: UpsertContactItemInput!) {\n  upsertContactItem(input: $input) {\n    contactItem {\n      id\n      value\n    }\n    owner {\n      displayName\n    }\n    receipts {\n      ...Receipt\n    }\n    userErrors {\n      ...Problem\n    }\n  }\n}": types.UpsertContactItemDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment PersonCard on Person {\n  id\n  displayName\n  birthDate {\n    year\n    month\n    day\n  }\n  contactItems(kind: EMAIL) {\n    id\n    kind\n    value\n    isDefault\n  }\n  avatar {\n    url(size: 96)\n  }\n  updatedAt\n  version\n}"): (typeof documents)["fragment PersonCard on Person {\n  id\n  displayName\n  birthDate {\n    year\n    month\n    day\n  }\n  contactItems(kind: EMAIL) {\n    id\n    kind\n    value\n    isDefault\n  }\n  avatar {\n    url(size: 96)\n  }\n  updatedAt\n  version\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment Problem on UserError {\n  __typename\n  code\n  message\n  path\n  ... on NotFoundError {\n    id\n  }\n  ... on ConflictError {\n    currentVersion\n  }\n  ... on UnsupportedError {\n    source {\n      name\n    }\n  }\n  ... on SourceFailedError {\n    retryAfterMs\n    source {\n      name\n    }\n  }\n}"): (typeof documents)["fragment Problem on UserError {\n  __typename\n  code\n  message\n  path\n  ... on NotFoundError {\n    id\n  }\n  ... on ConflictError {\n    currentVersion\n  }\n  ... on UnsupportedError {\n    source {\n      name\n    }\n  }\n  ... on SourceFailedError {\n    retryAfterMs\n    source {\n      name\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment Receipt on WriteReceipt {\n  source {\n    name\n  }\n  outcome\n  guarantee\n  changes {\n    path\n    before\n    after\n    repaired\n  }\n  sideEffects {\n    path\n    before\n    after\n    repaired\n  }\n  requests {\n    method\n    path\n    body\n  }\n}"): (typeof documents)["fragment Receipt on WriteReceipt {\n  source {\n    name\n  }\n  outcome\n  guarantee\n  changes {\n    path\n    before\n    after\n    repaired\n  }\n  sideEffects {\n    path\n    before\n    after\n    repaired\n  }\n  requests {\n    method\n    path\n    body\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ListPeople($first: Int, $after: String, $filter: PersonFilter, $orderBy: PersonOrder, $sources: [String!]) {\n  people(\n    first: $first\n    after: $after\n    filter: $filter\n    orderBy: $orderBy\n    sources: $sources\n  ) {\n    edges {\n      cursor\n      node {\n        ...PersonCard\n      }\n    }\n    nodes {\n      id\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n      hasPreviousPage\n      startCursor\n    }\n    totalCount\n    slices {\n      source {\n        name\n      }\n      count\n      totalCount\n      error {\n        code\n        message\n        retryAfterMs\n      }\n    }\n  }\n}"): (typeof documents)["query ListPeople($first: Int, $after: String, $filter: PersonFilter, $orderBy: PersonOrder, $sources: [String!]) {\n  people(\n    first: $first\n    after: $after\n    filter: $filter\n    orderBy: $orderBy\n    sources: $sources\n  ) {\n    edges {\n      cursor\n      node {\n        ...PersonCard\n      }\n    }\n    nodes {\n      id\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n      hasPreviousPage\n      startCursor\n    }\n    totalCount\n    slices {\n      source {\n        name\n      }\n      count\n      totalCount\n      error {\n        code\n        message\n        retryAfterMs\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ReadNodes($ids: [ID!]!) {\n  nodes(ids: $ids) {\n    __typename\n    id\n    ... on Contactable {\n      displayName\n    }\n    ... on ContactItem {\n      value\n      owner {\n        displayName\n      }\n    }\n  }\n}"): (typeof documents)["query ReadNodes($ids: [ID!]!) {\n  nodes(ids: $ids) {\n    __typename\n    id\n    ... on Contactable {\n      displayName\n    }\n    ... on ContactItem {\n      value\n      owner {\n        displayName\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ReadPerson($id: ID!) {\n  person(id: $id) {\n    ...PersonCard\n    organization {\n      displayName\n    }\n    managers {\n      displayName\n    }\n  }\n}"): (typeof documents)["query ReadPerson($id: ID!) {\n  person(id: $id) {\n    ...PersonCard\n    organization {\n      displayName\n    }\n    managers {\n      displayName\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation UpdatePerson($input: UpdatePersonInput!) {\n  updatePerson(input: $input) {\n    person {\n      id\n      displayName\n    }\n    receipts {\n      ...Receipt\n    }\n    userErrors {\n      ...Problem\n    }\n  }\n}"): (typeof documents)["mutation UpdatePerson($input: UpdatePersonInput!) {\n  updatePerson(input: $input) {\n    person {\n      id\n      displayName\n    }\n    receipts {\n      ...Receipt\n    }\n    userErrors {\n      ...Problem\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation UploadAvatar($input: UploadAvatarInput!) {\n  uploadAvatar(input: $input) {\n    avatar {\n      url(size: 96)\n    }\n    owner {\n      id\n    }\n    receipts {\n      ...Receipt\n    }\n    userErrors {\n      ...Problem\n    }\n  }\n}"): (typeof documents)["mutation UploadAvatar($input: UploadAvatarInput!) {\n  uploadAvatar(input: $input) {\n    avatar {\n      url(size: 96)\n    }\n    owner {\n      id\n    }\n    receipts {\n      ...Receipt\n    }\n    userErrors {\n      ...Problem\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation UpsertContactItem($input: UpsertContactItemInput!) {\n  upsertContactItem(input: $input) {\n    contactItem {\n      id\n      value\n    }\n    owner {\n      displayName\n    }\n    receipts {\n      ...Receipt\n    }\n    userErrors {\n      ...Problem\n    }\n  }\n}"): (typeof documents)["mutation UpsertContactItem($input: UpsertContactItemInput!) {\n  upsertContactItem(input: $input) {\n    contactItem {\n      id\n      value\n    }\n    owner {\n      displayName\n    }\n    receipts {\n      ...Receipt\n    }\n    userErrors {\n      ...Problem\n    }\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;