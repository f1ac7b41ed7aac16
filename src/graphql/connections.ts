import { builder } from './builder.ts'
import { OrganizationType } from './organization.ts'
import { PersonType } from './person.ts'
import { SourceSliceType } from './source-slice.ts'
import { UserType } from './user.ts'

builder.globalConnectionFields((t) => ({
  totalCount: t.int({
    nullable: true,
    description: 'How many records the whole list has, over all its sources. Null: a source can not tell, or failed.',
    resolve: ({ totalCount }) => totalCount,
  }),
  slices: t.expose('slices', {
    type: [SourceSliceType],
    nullable: false,
    description:
      'What each source that was asked gave to this page, in configured order. Look here for sources that failed: the others stand.',
  }),
}))

export const PersonConnectionType = builder.connectionObject(
  {
    type: PersonType,
    name: 'PersonConnection',
    description: 'A page of people, which several sources may have given.',
  },
  { name: 'PersonEdge', description: 'A person and their place in the list.' },
)

export const UserConnectionType = builder.connectionObject(
  {
    type: UserType,
    name: 'UserConnection',
    description: 'A page of users, which several sources may have given.',
  },
  { name: 'UserEdge', description: 'A user and their place in the list.' },
)

export const OrganizationConnectionType = builder.connectionObject(
  {
    type: OrganizationType,
    name: 'OrganizationConnection',
    description: 'A page of organizations, which several sources may have given.',
  },
  { name: 'OrganizationEdge', description: 'An organization and its place in the list.' },
)
