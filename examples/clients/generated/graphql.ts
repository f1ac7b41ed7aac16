/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A new value for one custom field. Fields that are not named stay as they are. */
export type CustomFieldInput = {
  /** `key` of the field, from `Source.customFieldDefinitions`. An unknown one is `INVALID_INPUT`. */
  key: string;
  /** The value as text, written as the field’s type says (`"12.5"`, `"true"`, `"2025-03-14"`). Null or left out: empties it. */
  value?: string | null | undefined;
};

/** Every way a request can fail. The same codes stand in `extensions.code` of top-level errors. */
export type ErrorCode =
  /** The source answered what can not be understood. */
  | 'BAD_SOURCE_RESPONSE'
  /** The record is no longer in the version that `ifVersion` named, or the source holds something that stands against the write. Read again and decide. */
  | 'CONFLICT'
  /** The caller may not do this here, or the gateway’s account may not do it at the source. */
  | 'FORBIDDEN'
  /** Something in the request can not be so: a malformed id, a day the calendar does not have, an unknown field. Mend it and ask again. */
  | 'INVALID_INPUT'
  /** What a write is about is not there, or its source is no longer configured. Reads give null instead. */
  | 'NOT_FOUND'
  /** Too many requests. Ask again after `retryAfterMs`, where it is told. */
  | 'RATE_LIMITED'
  /** The source refuses the credentials this gateway has for it. Whoever runs the gateway has to mend it. */
  | 'SOURCE_UNAUTHENTICATED'
  /** The source is down, too slow or unreachable. The same request may succeed later. */
  | 'SOURCE_UNAVAILABLE'
  /** This gateway does not know the caller: credentials are missing or wrong. */
  | 'UNAUTHENTICATED'
  /** The source can not do this: see its `capabilities`. Nothing was sent. */
  | 'UNSUPPORTED';

/** A date of which parts may be unknown. It is set as a whole: a part that is left out, or null, becomes unknown. A day that the calendar does not have (31 February) is `INVALID_INPUT`. */
export type PartialDateInput = {
  /** Day of the month, 1 to 31. */
  day?: number | null | undefined;
  /** Month, 1 (January) to 12. */
  month?: number | null | undefined;
  /** Year of the Gregorian calendar: 1984. */
  year?: number | null | undefined;
};

/** Who besides its owner may use a record at its source. */
export type Sharing =
  /** Nobody else. */
  | 'PRIVATE'
  /** Everybody there may read it. */
  | 'READ'
  /** Everybody there may read and change it. */
  | 'READ_WRITE';

/** What to change of a person. A field that is left out stays as it is; null clears it. All or nothing: one field that is wrong, or that the source can not take, and nothing is sent. */
export type UpdatePersonInput = {
  /** Notes about them, in free text. */
  about?: string | null | undefined;
  /** Tags to put on the record; those it has already stay. */
  addTags?: Array<string> | null | undefined;
  /** A picture to set, as `uploadAvatar` does, in the same request. Null takes the present one away. */
  avatar?: File | Blob | null | undefined;
  /** Birthday, set as a whole. */
  birthDate?: PartialDateInput | null | undefined;
  /** New values for the custom fields named here; all others stay. */
  customFields?: Array<CustomFieldInput> | null | undefined;
  /** True: only plan. Nothing is sent; the receipt tells what would be, and what should come of it. */
  dryRun?: boolean | null | undefined;
  /** Given name. */
  firstName?: string | null | undefined;
  /** A lower-case word that the source knows: `"female"`. */
  gender?: string | null | undefined;
  /** Id of the person to change. */
  id: string | number;
  /** Makes it safe to repeat the request: the same key with the same input is carried out once, and its first result given again. Up to 255 characters of your choice, new for each thing to be done: a UUID, say. */
  idempotencyKey?: string | null | undefined;
  /** Write only if the record still has this `version`, as read before; else `ConflictError`, and nothing is sent. Left out: write whatever has happened since. */
  ifVersion?: string | null | undefined;
  /** What they care for, in free text. */
  interests?: string | null | undefined;
  /** Whether they are known to have died. */
  isDeceased?: boolean | null | undefined;
  /** What they are in their organization: “Treasurer”. */
  jobTitle?: string | null | undefined;
  /** Family name. */
  lastName?: string | null | undefined;
  /** Ids of the users who look after them, in place of all that are set now. An empty list or null: nobody. */
  managerIds?: Array<string | number> | null | undefined;
  /** Further given names. */
  middleName?: string | null | undefined;
  /** What they are called by those who know them. */
  nickname?: string | null | undefined;
  /** Id of the organization they belong to; one of another source is `INVALID_INPUT`. */
  organizationId?: string | number | null | undefined;
  /** What stands before the name: “Dr.”. */
  prefix?: string | null | undefined;
  /** Tags to take off the record; those it has not are passed over. */
  removeTags?: Array<string> | null | undefined;
  /** Who else may use the record at the source. */
  sharing?: Sharing | null | undefined;
  /** Where they stand in the source’s process, by a title that the source knows: “Qualified”. */
  stage?: string | null | undefined;
  /** What stands after the name: “Jr.”. */
  suffix?: string | null | undefined;
};

/** A picture, and whose it is to be. */
export type UploadAvatarInput = {
  /** True: only plan. Nothing is sent; the receipt tells what would be, and what should come of it. */
  dryRun?: boolean | null | undefined;
  /** The picture: PNG, JPEG, WebP or GIF, told by its bytes and not by its name. Too large a file, an empty one or anything else is `INVALID_INPUT`. */
  file: File | Blob;
  /** Makes it safe to repeat the request: the same key with the same input is carried out once, and its first result given again. Up to 255 characters of your choice, new for each thing to be done: a UUID, say. */
  idempotencyKey?: string | null | undefined;
  /** Write only if the record still has this `version`, as read before; else `ConflictError`, and nothing is sent. Left out: write whatever has happened since. */
  ifVersion?: string | null | undefined;
  /** Id of the person, user or organization it shows. */
  ownerId: string | number;
};

/** What became of a write at one source. */
export type WriteOutcome =
  /** The record or item is new. */
  | 'CREATED'
  /** It is gone. */
  | 'DELETED'
  /** The source took the write and will carry it out later. */
  | 'PENDING'
  /** With `dryRun`: nothing was sent, `requests` says what would be. */
  | 'PLANNED'
  /** The source refused, or the write failed; nothing was changed beyond what `changes` says. */
  | 'REJECTED'
  /** All was already as asked for, so nothing was sent. */
  | 'UNCHANGED'
  /** No answer came after the write may have been received, and reading back did not help. Read the record before trying again. */
  | 'UNKNOWN'
  /** It was changed; `changes` says how. */
  | 'UPDATED';

export type PeopleQueryVariables = Exact<{
  search: string;
  first: number;
  after?: string | null | undefined;
}>;


export type PeopleQuery = { people: { nodes: Array<{ id: string, displayName: string, contactItems: Array<{ value: string }> | null, source: { name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, slices: Array<{ count: number, source: { name: string }, error: { code: ErrorCode, message: string } | null }> } };

export type UpdatePersonMutationVariables = Exact<{
  input: UpdatePersonInput;
}>;


export type UpdatePersonMutation = { updatePerson: { person: { id: string, jobTitle: string | null, version: string | null } | null, receipts: Array<{ outcome: WriteOutcome, source: { name: string }, changes: Array<{ path: string, before: unknown, after: unknown }>, sideEffects: Array<{ path: string, before: unknown, after: unknown, repaired: boolean | null }>, requests: Array<{ method: string, path: string, body: unknown }> }>, userErrors: Array<
      | { currentVersion: string | null, code: ErrorCode, message: string, path: Array<string> | null }
      | { code: ErrorCode, message: string, path: Array<string> | null }
      | { code: ErrorCode, message: string, path: Array<string> | null }
      | { retryAfterMs: number | null, code: ErrorCode, message: string, path: Array<string> | null }
      | { code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type UploadAvatarMutationVariables = Exact<{
  input: UploadAvatarInput;
}>;


export type UploadAvatarMutation = { uploadAvatar: { avatar: { url: string | null } | null, receipts: Array<{ outcome: WriteOutcome }>, userErrors: Array<
      | { code: ErrorCode, message: string }
      | { code: ErrorCode, message: string }
      | { code: ErrorCode, message: string }
      | { code: ErrorCode, message: string }
      | { code: ErrorCode, message: string }
    > } };


export const PeopleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"People"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"contactItems"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"EnumValue","value":"EMAIL"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"slices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PeopleQuery, PeopleQueryVariables>;
export const UpdatePersonDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdatePerson"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdatePersonInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updatePerson"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"receipts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sideEffects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}},{"kind":"Field","name":{"kind":"Name","value":"repaired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"body"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceFailedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}}]}}]}}]}}]}}]} as unknown as DocumentNode<UpdatePersonMutation, UpdatePersonMutationVariables>;
export const UploadAvatarDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UploadAvatar"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UploadAvatarInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"uploadAvatar"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"avatar"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"size"},"value":{"kind":"IntValue","value":"256"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"receipts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<UploadAvatarMutation, UploadAvatarMutationVariables>;