import type { User } from '../model/user.ts'
import { builder } from './builder.ts'
import { ContactableType } from './contactable.ts'
import { defineEnum } from './define-enum.ts'
import { NodeType } from './node.ts'
import { OrganizationType } from './organization.ts'
import { PartialDateType } from './partial-date.ts'
import { readPart } from './ready.ts'
import { StorageUsageType } from './storage-usage.ts'
import { UserAccessType } from './user-access.ts'
import { UserGroupType } from './user-group.ts'

export const UserType = builder.objectRef<User>('User')

export const UserStatusType = defineEnum('UserStatus', 'Whether an account can be used.', {
  ACTIVE: 'The account can be used.',
  TERMINATED: 'It can not be used any more: its owner has left, or it was switched off.',
  ON_LEAVE: 'Its owner is away for a while.',
  PENDING: 'It can not be used yet: its owner was invited and has not come.',
  UNKNOWN: 'The source has a status that this gateway does not understand.',
})

const UserActivationType = defineEnum(
  'UserActivation',
  'Whether the owner of an account has proven to be who they say.',
  {
    NOT_ACTIVATED: 'They have not yet.',
    ACTIVATED: 'They have: by opening the link in an e-mail, say.',
    PENDING: 'They have been asked to, and the source waits for it.',
    AUTO_GENERATED: 'The source made the account by itself, with an address of its own making.',
  },
)

const UserOriginType = defineEnum('UserOrigin', 'Where an account comes from, and so where its owner signs in.', {
  LOCAL: 'From the source itself.',
  LDAP: 'From an LDAP directory.',
  SSO: 'From a single sign-on service.',
})

UserType.implement({
  description:
    'Somebody with an account at a source. A field is null where the source holds nothing for it or has no such field.',
  interfaces: [NodeType, ContactableType],
  fields: (t) => ({
    username: t.exposeString('username', { description: 'The name they sign in with.' }),
    email: t.exposeString('email', {
      description: 'The e-mail address of the account. It is among the `contactItems` as well.',
    }),
    firstName: t.exposeString('firstName', { description: 'Given name.' }),
    middleName: t.exposeString('middleName', { description: 'Further given names.' }),
    lastName: t.exposeString('lastName', { description: 'Family name.' }),
    nickname: t.exposeString('nickname', { description: 'What they are called by those who know them.' }),
    gender: t.exposeString('gender', { description: 'A lower-case word, as the source has it: `"female"`.' }),
    birthDate: t.expose('birthDate', {
      type: PartialDateType,
      description: 'Birthday, of which the year or other parts may be unknown.',
    }),
    jobTitle: t.exposeString('jobTitle', { description: 'What they are in their organization: “Treasurer”.' }),
    department: t.exposeString('department', { description: 'The part of the organization they work in.' }),
    location: t.exposeString('location', { description: 'Where they work: an office, a town.' }),
    about: t.exposeString('about', { description: 'Notes about them, in free text.' }),
    status: t.expose('status', {
      type: UserStatusType,
      description: 'Whether the account can be used. Null: the source has no such status.',
    }),
    activation: t.expose('activation', {
      type: UserActivationType,
      description: 'Whether the owner has proven to be who they say. Null: the source does not ask for it.',
    }),
    hiredOn: t.expose('hiredOn', { type: 'Date', description: 'First day of work.' }),
    terminatedOn: t.expose('terminatedOn', { type: 'Date', description: 'Last day of work.' }),
    manager: t.field({
      type: UserType,
      description: 'Whom they report to, in the same source. Null: nobody, or the account is gone.',
      resolve: ({ ref, managerId }, _args, context) =>
        managerId ? context.directory.users.loadRef({ source: ref.source, id: managerId }) : null,
    }),
    groups: t.field({
      type: [UserGroupType],
      description: 'Groups or departments the account is in, in the source’s order. Null: the source has no groups.',
      resolve: (user, _args, context) =>
        readPart(
          user,
          'groups',
          context,
          ({ ref, groups }) => groups?.map((group) => ({ source: ref.source, group })) ?? null,
        ),
    }),
    isAdmin: t.exposeBoolean('isAdmin', { description: 'Whether they may administer all of the source.' }),
    isOwner: t.exposeBoolean('isOwner', { description: 'Whether the source as a whole is theirs.' }),
    isGuest: t.exposeBoolean('isGuest', { description: 'Whether they are from outside and may do less than others.' }),
    adminModules: t.exposeStringList('adminModules', {
      description: 'Parts of the source they may administer, by the names they have there: `["crm"]`.',
    }),
    origin: t.expose('origin', { type: UserOriginType, description: 'Where the account comes from.' }),
    locale: t.exposeString('locale', { description: 'Their language and region as a BCP 47 tag: `"de-CH"`.' }),
    storage: t.field({
      type: StorageUsageType,
      description: 'How much room they have at the source and use of it. Null: the source does not tell.',
      resolve: (user, _args, context) => readPart(user, 'storage', context, ({ storage }) => storage ?? null),
    }),
    organization: t.field({
      type: OrganizationType,
      description: 'The organization they belong to first of all, in the same source. Null: none, or it is gone.',
      resolve: (user, _args, context) =>
        readPart(user, 'organizationId', context, ({ ref, organizationId }) =>
          organizationId ? context.directory.organizations.loadRef({ source: ref.source, id: organizationId }) : null,
        ),
    }),
    accesses: t.field({
      type: [UserAccessType],
      description: 'What they may do, and in which organization. Null: the source has no such thing.',
      resolve: (user, _args, context) =>
        readPart(
          user,
          'accesses',
          context,
          ({ ref, accesses }) => accesses?.map((access) => ({ source: ref.source, access })) ?? null,
        ),
    }),
    profileUrl: t.expose('profileUrl', {
      type: 'URL',
      description: 'Their page at the source, for people who may sign in there.',
    }),
  }),
})

builder.queryField('user', (t) =>
  t.field({
    type: UserType,
    description:
      'The user with this id. Null where there is none any more, its source is no longer configured, or the id names something else. `INVALID_INPUT` for what is no id.',
    args: { id: t.arg.id({ required: true, description: 'Id of a user, as an earlier answer gave it.' }) },
    resolve: (_root, { id }, context) => context.directory.users.load(id),
  }),
)
