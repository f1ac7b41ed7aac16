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
    "query People($search: String!, $first: Int!, $after: String) {\n  people(filter: {search: $search}, first: $first, after: $after) {\n    nodes {\n      id\n      displayName\n      contactItems(kind: EMAIL) {\n        value\n      }\n      source {\n        name\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    slices {\n      source {\n        name\n      }\n      count\n      error {\n        code\n        message\n      }\n    }\n  }\n}": typeof types.PeopleDocument,
    "mutation UpdatePerson($input: UpdatePersonInput!) {\n  updatePerson(input: $input) {\n    person {\n      id\n      jobTitle\n      version\n    }\n    receipts {\n      source {\n        name\n      }\n      outcome\n      changes {\n        path\n        before\n        after\n      }\n      sideEffects {\n        path\n        before\n        after\n        repaired\n      }\n      requests {\n        method\n        path\n        body\n      }\n    }\n    userErrors {\n      code\n      message\n      path\n      ... on ConflictError {\n        currentVersion\n      }\n      ... on SourceFailedError {\n        retryAfterMs\n      }\n    }\n  }\n}": typeof types.UpdatePersonDocument,
    "mutation UploadAvatar($input: UploadAvatarInput!) {\n  uploadAvatar(input: $input) {\n    avatar {\n      url(size: 256)\n    }\n    receipts {\n      outcome\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}": typeof types.UploadAvatarDocument,
};
const documents: Documents = {
    "query People($search: String!, $first: Int!, $after: String) {\n  people(filter: {search: $search}, first: $first, after: $after) {\n    nodes {\n      id\n      displayName\n      contactItems(kind: EMAIL) {\n        value\n      }\n      source {\n        name\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    slices {\n      source {\n        name\n      }\n      count\n      error {\n        code\n        message\n      }\n    }\n  }\n}": types.PeopleDocument,
    "mutation UpdatePerson($input: UpdatePersonInput!) {\n  updatePerson(input: $input) {\n    person {\n      id\n      jobTitle\n      version\n    }\n    receipts {\n      source {\n        name\n      }\n      outcome\n      changes {\n        path\n        before\n        after\n      }\n      sideEffects {\n        path\n        before\n        after\n        repaired\n      }\n      requests {\n        method\n        path\n        body\n      }\n    }\n    userErrors {\n      code\n      message\n      path\n      ... on ConflictError {\n        currentVersion\n      }\n      ... on SourceFailedError {\n        retryAfterMs\n      }\n    }\n  }\n}": types.UpdatePersonDocument,
    "mutation UploadAvatar($input: UploadAvatarInput!) {\n  uploadAvatar(input: $input) {\n    avatar {\n      url(size: 256)\n    }\n    receipts {\n      outcome\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}": types.UploadAvatarDocument,
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
export function graphql(source: "query People($search: String!, $first: Int!, $after: String) {\n  people(filter: {search: $search}, first: $first, after: $after) {\n    nodes {\n      id\n      displayName\n      contactItems(kind: EMAIL) {\n        value\n      }\n      source {\n        name\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    slices {\n      source {\n        name\n      }\n      count\n      error {\n        code\n        message\n      }\n    }\n  }\n}"): (typeof documents)["query People($search: String!, $first: Int!, $after: String) {\n  people(filter: {search: $search}, first: $first, after: $after) {\n    nodes {\n      id\n      displayName\n      contactItems(kind: EMAIL) {\n        value\n      }\n      source {\n        name\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    slices {\n      source {\n        name\n      }\n      count\n      error {\n        code\n        message\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation UpdatePerson($input: UpdatePersonInput!) {\n  updatePerson(input: $input) {\n    person {\n      id\n      jobTitle\n      version\n    }\n    receipts {\n      source {\n        name\n      }\n      outcome\n      changes {\n        path\n        before\n        after\n      }\n      sideEffects {\n        path\n        before\n        after\n        repaired\n      }\n      requests {\n        method\n        path\n        body\n      }\n    }\n    userErrors {\n      code\n      message\n      path\n      ... on ConflictError {\n        currentVersion\n      }\n      ... on SourceFailedError {\n        retryAfterMs\n      }\n    }\n  }\n}"): (typeof documents)["mutation UpdatePerson($input: UpdatePersonInput!) {\n  updatePerson(input: $input) {\n    person {\n      id\n      jobTitle\n      version\n    }\n    receipts {\n      source {\n        name\n      }\n      outcome\n      changes {\n        path\n        before\n        after\n      }\n      sideEffects {\n        path\n        before\n        after\n        repaired\n      }\n      requests {\n        method\n        path\n        body\n      }\n    }\n    userErrors {\n      code\n      message\n      path\n      ... on ConflictError {\n        currentVersion\n      }\n      ... on SourceFailedError {\n        retryAfterMs\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation UploadAvatar($input: UploadAvatarInput!) {\n  uploadAvatar(input: $input) {\n    avatar {\n      url(size: 256)\n    }\n    receipts {\n      outcome\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}"): (typeof documents)["mutation UploadAvatar($input: UploadAvatarInput!) {\n  uploadAvatar(input: $input) {\n    avatar {\n      url(size: 256)\n    }\n    receipts {\n      outcome\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;