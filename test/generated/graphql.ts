/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What a contact item is, in words that all sources share. */
export type ContactItemKind =
  /** A postal address; its parts are in `address`. */
  | 'ADDRESS'
  /** An e-mail address. */
  | 'EMAIL'
  /** A name or number at a messenger. */
  | 'MESSAGING'
  /** Anything else; `type` says what. */
  | 'OTHER'
  /** A telephone number, mobile and fax included. */
  | 'PHONE'
  /** A profile at a social network. */
  | 'SOCIAL'
  /** A web page. */
  | 'URL';

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

/** Which end of an order comes first. */
export type OrderDirection =
  /** The least first: A before Z, the oldest before the newest. */
  | 'ASC'
  /** The greatest first: Z before A, the newest before the oldest. */
  | 'DESC';

/** A date of which parts may be unknown. It is set as a whole: a part that is left out, or null, becomes unknown. A day that the calendar does not have (31 February) is `INVALID_INPUT`. */
export type PartialDateInput = {
  /** Day of the month, 1 to 31. */
  day?: number | null | undefined;
  /** Month, 1 (January) to 12. */
  month?: number | null | undefined;
  /** Year of the Gregorian calendar: 1984. */
  year?: number | null | undefined;
};

/** Which people are listed: those who meet all conditions that are set. A source that can not filter by one of them gives the error `UNSUPPORTED` in its slice, never more than was asked for. */
export type PersonFilter = {
  /** Those with this e-mail address, capital letters aside. */
  email?: string | null | undefined;
  /** Those who belong to the organization with this id. */
  organizationId?: string | number | null | undefined;
  /** Those with this telephone number, however it is written; best with its country: `"+1 555 010 0199"`. */
  phone?: string | null | undefined;
  /** Words that their name or other texts hold, however the source searches: `"ada love"`. */
  search?: string | null | undefined;
  /** Those who have this very tag. */
  tag?: string | null | undefined;
  /** Those whose record was changed at this moment or later. */
  updatedSince?: string | null | undefined;
};

/** In which order people are listed. A source that can not order this way is that slice’s error. */
export type PersonOrder = {
  /** What to order by. */
  by: PersonOrderBy;
  /** Which end comes first. */
  direction?: OrderDirection | null | undefined;
};

/** What people may be ordered by. */
export type PersonOrderBy =
  /** When the source made the record. */
  | 'CREATED_AT'
  /** The `displayName`, letter by letter; capital letters do not count. */
  | 'NAME'
  /** When the source last changed the record. */
  | 'UPDATED_AT';

/** The parts of a postal address. When an address is changed, a part that is left out stays as it is and null clears it. */
export type PostalAddressInput = {
  /** Town or city. */
  city?: string | null | undefined;
  /** Country: a name or an ISO 3166 code, whichever the source uses. */
  country?: string | null | undefined;
  /** Postal or ZIP code. */
  postalCode?: string | null | undefined;
  /** State, province or county: `"CA"`. */
  region?: string | null | undefined;
  /** Street and number; several lines are separated by line breaks. */
  street?: string | null | undefined;
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

/** A contact item as it is to be. Of an item that is there already, a field that is left out stays as it is and null clears it. */
export type UpsertContactItemInput = {
  /** The parts of a postal address. */
  address?: PostalAddressInput | null | undefined;
  /** True: only plan. Nothing is sent; the receipt tells what would be, and what should come of it. */
  dryRun?: boolean | null | undefined;
  /** Id of the very item to change. Left out: the owner’s item of the same type and value, or else a new one. */
  id?: string | number | null | undefined;
  /** Makes it safe to repeat the request: the same key with the same input is carried out once, and its first result given again. Up to 255 characters of your choice, new for each thing to be done: a UUID, say. */
  idempotencyKey?: string | null | undefined;
  /** Write only if the record still has this `version`, as read before; else `ConflictError`, and nothing is sent. Left out: write whatever has happened since. */
  ifVersion?: string | null | undefined;
  /** True: make it the one to use among its owner’s items of the same kind, in place of the present one. */
  isDefault?: boolean | null | undefined;
  /** Whether its owner agreed to be reached this way. */
  isOptedIn?: boolean | null | undefined;
  /** In place of `typeId`: the source’s usual type of this kind. */
  kind?: ContactItemKind | null | undefined;
  /** What to write beside it: “after 6 pm”. */
  label?: string | null | undefined;
  /** Id of the person, user or organization it belongs to. */
  ownerId: string | number;
  /** Id of the source’s own type, from `Source.contactItemTypes`. Either this or `kind` for a new item. */
  typeId?: string | number | null | undefined;
  /** The e-mail address, telephone number, … itself. For a postal address give `address` instead. */
  value?: string | null | undefined;
};

/** How `ifVersion` is checked. */
export type WriteGuarantee =
  /** Just before the write: somebody who does not write through this gateway may still write in between. */
  | 'ADVISORY'
  /** Together with the write: nobody can write in between. */
  | 'ATOMIC';

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

export type PersonCardFragment = { id: string, displayName: string, updatedAt: string | null, version: string | null, birthDate: { year: number | null, month: number | null, day: number | null } | null, contactItems: Array<{ id: string, kind: ContactItemKind, value: string, isDefault: boolean | null }> | null, avatar: { url: string | null } | null };

type Problem_ConflictError_Fragment = { __typename: 'ConflictError', currentVersion: string | null, code: ErrorCode, message: string, path: Array<string> | null };

type Problem_InvalidInputError_Fragment = { __typename: 'InvalidInputError', code: ErrorCode, message: string, path: Array<string> | null };

type Problem_NotFoundError_Fragment = { __typename: 'NotFoundError', id: string, code: ErrorCode, message: string, path: Array<string> | null };

type Problem_SourceFailedError_Fragment = { __typename: 'SourceFailedError', retryAfterMs: number | null, code: ErrorCode, message: string, path: Array<string> | null, source: { name: string } };

type Problem_UnsupportedError_Fragment = { __typename: 'UnsupportedError', code: ErrorCode, message: string, path: Array<string> | null, source: { name: string } };

export type ProblemFragment =
  | Problem_ConflictError_Fragment
  | Problem_InvalidInputError_Fragment
  | Problem_NotFoundError_Fragment
  | Problem_SourceFailedError_Fragment
  | Problem_UnsupportedError_Fragment
;

export type ReceiptFragment = { outcome: WriteOutcome, guarantee: WriteGuarantee, source: { name: string }, changes: Array<{ path: string, before: unknown, after: unknown, repaired: boolean | null }>, sideEffects: Array<{ path: string, before: unknown, after: unknown, repaired: boolean | null }>, requests: Array<{ method: string, path: string, body: unknown }> };

export type ListPeopleQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: PersonFilter | null | undefined;
  orderBy?: PersonOrder | null | undefined;
  sources?: Array<string> | string | null | undefined;
}>;


export type ListPeopleQuery = { people: { totalCount: number | null, edges: Array<{ cursor: string, node: { id: string, displayName: string, updatedAt: string | null, version: string | null, birthDate: { year: number | null, month: number | null, day: number | null } | null, contactItems: Array<{ id: string, kind: ContactItemKind, value: string, isDefault: boolean | null }> | null, avatar: { url: string | null } | null } }>, nodes: Array<{ id: string }>, pageInfo: { endCursor: string | null, hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null }, slices: Array<{ count: number, totalCount: number | null, source: { name: string }, error: { code: ErrorCode, message: string, retryAfterMs: number | null } | null }> } };

export type ReadNodesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type ReadNodesQuery = { nodes: Array<
    | { __typename: 'ContactItem', value: string, id: string, owner:
        | { displayName: string }
        | { displayName: string }
        | { displayName: string }
       | null }
    | { __typename: 'Organization', displayName: string, id: string }
    | { __typename: 'Person', displayName: string, id: string }
    | { __typename: 'User', displayName: string, id: string }
   | null> };

export type ReadPersonQueryVariables = Exact<{
  id: string | number;
}>;


export type ReadPersonQuery = { person: { id: string, displayName: string, updatedAt: string | null, version: string | null, organization: { displayName: string } | null, managers: Array<{ displayName: string }> | null, birthDate: { year: number | null, month: number | null, day: number | null } | null, contactItems: Array<{ id: string, kind: ContactItemKind, value: string, isDefault: boolean | null }> | null, avatar: { url: string | null } | null } | null };

export type UpdatePersonMutationVariables = Exact<{
  input: UpdatePersonInput;
}>;


export type UpdatePersonMutation = { updatePerson: { person: { id: string, displayName: string } | null, receipts: Array<{ outcome: WriteOutcome, guarantee: WriteGuarantee, source: { name: string }, changes: Array<{ path: string, before: unknown, after: unknown, repaired: boolean | null }>, sideEffects: Array<{ path: string, before: unknown, after: unknown, repaired: boolean | null }>, requests: Array<{ method: string, path: string, body: unknown }> }>, userErrors: Array<
      | { __typename: 'ConflictError', currentVersion: string | null, code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'NotFoundError', id: string, code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'SourceFailedError', retryAfterMs: number | null, code: ErrorCode, message: string, path: Array<string> | null, source: { name: string } }
      | { __typename: 'UnsupportedError', code: ErrorCode, message: string, path: Array<string> | null, source: { name: string } }
    > } };

export type UploadAvatarMutationVariables = Exact<{
  input: UploadAvatarInput;
}>;


export type UploadAvatarMutation = { uploadAvatar: { avatar: { url: string | null } | null, owner:
      | { id: string }
      | { id: string }
      | { id: string }
     | null, receipts: Array<{ outcome: WriteOutcome, guarantee: WriteGuarantee, source: { name: string }, changes: Array<{ path: string, before: unknown, after: unknown, repaired: boolean | null }>, sideEffects: Array<{ path: string, before: unknown, after: unknown, repaired: boolean | null }>, requests: Array<{ method: string, path: string, body: unknown }> }>, userErrors: Array<
      | { __typename: 'ConflictError', currentVersion: string | null, code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'NotFoundError', id: string, code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'SourceFailedError', retryAfterMs: number | null, code: ErrorCode, message: string, path: Array<string> | null, source: { name: string } }
      | { __typename: 'UnsupportedError', code: ErrorCode, message: string, path: Array<string> | null, source: { name: string } }
    > } };

export type UpsertContactItemMutationVariables = Exact<{
  input: UpsertContactItemInput;
}>;


export type UpsertContactItemMutation = { upsertContactItem: { contactItem: { id: string, value: string } | null, owner:
      | { displayName: string }
      | { displayName: string }
      | { displayName: string }
     | null, receipts: Array<{ outcome: WriteOutcome, guarantee: WriteGuarantee, source: { name: string }, changes: Array<{ path: string, before: unknown, after: unknown, repaired: boolean | null }>, sideEffects: Array<{ path: string, before: unknown, after: unknown, repaired: boolean | null }>, requests: Array<{ method: string, path: string, body: unknown }> }>, userErrors: Array<
      | { __typename: 'ConflictError', currentVersion: string | null, code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'NotFoundError', id: string, code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'SourceFailedError', retryAfterMs: number | null, code: ErrorCode, message: string, path: Array<string> | null, source: { name: string } }
      | { __typename: 'UnsupportedError', code: ErrorCode, message: string, path: Array<string> | null, source: { name: string } }
    > } };

export const PersonCardFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"day"}}]}},{"kind":"Field","name":{"kind":"Name","value":"contactItems"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"EnumValue","value":"EMAIL"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"isDefault"}}]}},{"kind":"Field","name":{"kind":"Name","value":"avatar"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"size"},"value":{"kind":"IntValue","value":"96"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<PersonCardFragment, unknown>;
export const ProblemFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Problem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NotFoundError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceFailedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<ProblemFragment, unknown>;
export const ReceiptFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Receipt"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WriteReceipt"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"guarantee"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}},{"kind":"Field","name":{"kind":"Name","value":"repaired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sideEffects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}},{"kind":"Field","name":{"kind":"Name","value":"repaired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"body"}}]}}]}}]} as unknown as DocumentNode<ReceiptFragment, unknown>;
export const ListPeopleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListPeople"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PersonFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PersonOrder"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sources"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"sources"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sources"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonCard"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"slices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"day"}}]}},{"kind":"Field","name":{"kind":"Name","value":"contactItems"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"EnumValue","value":"EMAIL"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"isDefault"}}]}},{"kind":"Field","name":{"kind":"Name","value":"avatar"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"size"},"value":{"kind":"IntValue","value":"96"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<ListPeopleQuery, ListPeopleQueryVariables>;
export const ReadNodesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReadNodes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Contactable"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ContactItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReadNodesQuery, ReadNodesQueryVariables>;
export const ReadPersonDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReadPerson"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonCard"}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"managers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"day"}}]}},{"kind":"Field","name":{"kind":"Name","value":"contactItems"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"EnumValue","value":"EMAIL"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"isDefault"}}]}},{"kind":"Field","name":{"kind":"Name","value":"avatar"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"size"},"value":{"kind":"IntValue","value":"96"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<ReadPersonQuery, ReadPersonQueryVariables>;
export const UpdatePersonDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdatePerson"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdatePersonInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updatePerson"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"receipts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Receipt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Problem"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Receipt"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WriteReceipt"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"guarantee"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}},{"kind":"Field","name":{"kind":"Name","value":"repaired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sideEffects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}},{"kind":"Field","name":{"kind":"Name","value":"repaired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"body"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Problem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NotFoundError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceFailedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<UpdatePersonMutation, UpdatePersonMutationVariables>;
export const UploadAvatarDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UploadAvatar"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UploadAvatarInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"uploadAvatar"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"avatar"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"size"},"value":{"kind":"IntValue","value":"96"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"receipts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Receipt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Problem"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Receipt"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WriteReceipt"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"guarantee"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}},{"kind":"Field","name":{"kind":"Name","value":"repaired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sideEffects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}},{"kind":"Field","name":{"kind":"Name","value":"repaired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"body"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Problem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NotFoundError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceFailedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<UploadAvatarMutation, UploadAvatarMutationVariables>;
export const UpsertContactItemDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpsertContactItem"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpsertContactItemInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upsertContactItem"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contactItem"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"receipts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Receipt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Problem"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Receipt"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WriteReceipt"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"guarantee"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}},{"kind":"Field","name":{"kind":"Name","value":"repaired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sideEffects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}},{"kind":"Field","name":{"kind":"Name","value":"repaired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"body"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Problem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NotFoundError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceFailedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<UpsertContactItemMutation, UpsertContactItemMutationVariables>;