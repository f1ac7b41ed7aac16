import type { Person } from '../model/person.ts'
import { AuthorType } from './author.ts'
import { builder } from './builder.ts'
import { ContactableType } from './contactable.ts'
import { CustomCollectionType } from './custom-collection.ts'
import { defineEnum } from './define-enum.ts'
import { NodeType } from './node.ts'
import { OrganizationType } from './organization.ts'
import { PartialDateType } from './partial-date.ts'
import { allReady, readPart, whenReady } from './ready.ts'
import { UserType } from './user.ts'

export const PersonType = builder.objectRef<Person>('Person')

export const SharingType = defineEnum('Sharing', 'Who besides its owner may use a record at its source.', {
  PRIVATE: 'Nobody else.',
  READ: 'Everybody there may read it.',
  READ_WRITE: 'Everybody there may read and change it.',
})

const OrganizationRoleType = defineEnum('OrganizationRole', 'What a person is to their organization.', {
  PRIMARY: 'The one to turn to first.',
  SECONDARY: 'The second one to turn to: a partner in a household, say.',
  MEMBER: 'Any other member.',
})

PersonType.implement({
  description:
    'A human as one source knows them. The same human at two sources is two people here. A field is null where the source holds nothing for it or has no such field.',
  interfaces: [NodeType, ContactableType],
  fields: (t) => ({
    prefix: t.exposeString('prefix', { description: 'What stands before the name: “Dr.”.' }),
    firstName: t.exposeString('firstName', { description: 'Given name.' }),
    middleName: t.exposeString('middleName', { description: 'Further given names.' }),
    lastName: t.exposeString('lastName', { description: 'Family name.' }),
    suffix: t.exposeString('suffix', { description: 'What stands after the name: “Jr.”.' }),
    nickname: t.exposeString('nickname', { description: 'What they are called by those who know them.' }),
    gender: t.exposeString('gender', { description: 'A lower-case word, as the source has it: `"female"`.' }),
    birthDate: t.expose('birthDate', {
      type: PartialDateType,
      description: 'Birthday, of which the year or other parts may be unknown.',
    }),
    approximateAge: t.exposeInt('approximateAge', {
      description: 'Age in years as the source reckons it; it may do so without knowing the birthday.',
    }),
    isDeceased: t.exposeBoolean('isDeceased', { description: 'Whether they are known to have died.' }),
    jobTitle: t.exposeString('jobTitle', { description: 'What they are in their organization: “Treasurer”.' }),
    about: t.exposeString('about', { description: 'Notes about them, in free text.' }),
    interests: t.exposeString('interests', { description: 'What they care for, in free text.' }),
    organization: t.field({
      type: OrganizationType,
      description: 'The company or household they belong to, in the same source. Null: none, or it is gone.',
      resolve: (person, _args, context) =>
        readPart(person, 'organizationId', context, ({ ref, organizationId }) =>
          organizationId ? context.directory.organizations.loadRef({ source: ref.source, id: organizationId }) : null,
        ),
    }),
    organizationRole: t.expose('organizationRole', {
      type: OrganizationRoleType,
      description: 'What they are to `organization`.',
    }),
    sharing: t.expose('sharing', { type: SharingType, description: 'Who else may use the record at the source.' }),
    managers: t.field({
      type: [UserType],
      description:
        'Users of the source who look after this person, in its order; those whose account is gone are left out. Null: the source keeps none.',
      resolve: (person, _args, context) =>
        readPart(person, 'managerIds', context, ({ ref, managerIds }) => {
          if (!managerIds) return null
          const managers = managerIds.map((id) => context.directory.users.loadRef({ source: ref.source, id }))
          return whenReady(allReady(managers), (users) => users.filter((user) => user !== null))
        }),
    }),
    stage: t.exposeString('stage', {
      description: 'Where they stand in the source’s process, by the title it has there: “Qualified”.',
    }),
    tags: t.field({
      type: ['String'],
      description: 'Words put on the record to find it by, in the source’s order. Null: the source has no tags.',
      resolve: (person, _args, context) => readPart(person, 'tags', context, ({ tags }) => tags ?? null),
    }),
    customCollections: t.field({
      type: [CustomCollectionType],
      description: 'Groups of custom fields, each as often as the record has it. Null: the source has no such groups.',
      resolve: (person, _args, context) =>
        readPart(
          person,
          'customCollections',
          context,
          ({ ref, customCollections }) =>
            customCollections?.map((collection) => ({ source: ref.source, collection })) ?? null,
        ),
    }),
    createdBy: t.field({
      type: AuthorType,
      description: 'Who made the record at the source.',
      resolve: ({ ref, createdBy }) => createdBy && { source: ref.source, author: createdBy },
    }),
    updatedBy: t.field({
      type: AuthorType,
      description: 'Who last changed the record at the source.',
      resolve: ({ ref, updatedBy }) => updatedBy && { source: ref.source, author: updatedBy },
    }),
    viewerCanUpdate: t.exposeBoolean('viewerCanUpdate', {
      description: 'Whether the source lets the gateway’s account change this very person. Null: it does not tell.',
    }),
    viewerCanDelete: t.exposeBoolean('viewerCanDelete', {
      description: 'Whether the source lets the gateway’s account delete this very person. Null: it does not tell.',
    }),
  }),
})

builder.queryField('person', (t) =>
  t.field({
    type: PersonType,
    description:
      'The person with this id. Null where there is none any more, its source is no longer configured, or the id names something else. `INVALID_INPUT` for what is no id.',
    args: { id: t.arg.id({ required: true, description: 'Id of a person, as an earlier answer gave it.' }) },
    resolve: (_root, { id }, context) => context.directory.people.load(id),
  }),
)
