import type { Organization } from '../model/organization.ts'
import { builder } from './builder.ts'
import { ContactableType } from './contactable.ts'
import { defineEnum } from './define-enum.ts'
import { NodeType } from './node.ts'

export const OrganizationType = builder.objectRef<Organization>('Organization')

export const OrganizationKindType = defineEnum('OrganizationKind', 'What an organization is.', {
  COMPANY: 'A company, foundation, school or other body.',
  HOUSEHOLD: 'People who live together: a family, a couple, or somebody alone.',
  OTHER: 'Anything else.',
})

OrganizationType.implement({
  description:
    'A company or household that people belong to. A household’s postal addresses are among its own contact items, not its members’.',
  interfaces: [NodeType, ContactableType],
  fields: (t) => ({
    name: t.exposeString('name', { nullable: false, description: 'What it is called at the source.' }),
    kind: t.expose('kind', { type: OrganizationKindType, description: 'What it is. Null: the source does not tell.' }),
    about: t.exposeString('about', { description: 'Notes about it, in free text.' }),
    website: t.expose('website', { type: 'URL', description: 'Its web site.' }),
    parent: t.field({
      type: OrganizationType,
      description: 'The organization it is a part of, in the same source. Null: none, or it is gone.',
      resolve: ({ ref, parentId }, _args, context) =>
        parentId ? context.directory.organizations.loadRef({ source: ref.source, id: parentId }) : null,
    }),
  }),
})

builder.queryField('organization', (t) =>
  t.field({
    type: OrganizationType,
    description:
      'The organization with this id. Null where there is none any more, its source is no longer configured, or the id names something else. `INVALID_INPUT` for what is no id.',
    args: { id: t.arg.id({ required: true, description: 'Id of an organization, as an earlier answer gave it.' }) },
    resolve: (_root, { id }, context) => context.directory.organizations.load(id),
  }),
)
