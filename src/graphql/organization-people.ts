import { invalidInput } from '../model/errors.ts'
import { builder } from './builder.ts'
import { PersonConnectionType } from './connections.ts'
import { OrganizationType } from './organization.ts'

// Apart from its type: connections are made of the types they list, which have to be there before.
builder.objectField(OrganizationType, 'people', (t) =>
  t.field({
    type: PersonConnectionType,
    description:
      'People who belong to it, in an order that stays the same. Null with an error: the source can not list them.',
    args: {
      first: t.arg.int({ description: 'How many people at most: 1 to 100. To be given.' }),
      after: t.arg.string({
        description: 'Only those who follow this cursor, which a former page of the same list gave.',
      }),
    },
    resolve: (organization, { first, after }, context) => {
      if (typeof first !== 'number') throw invalidInput(['first'], 'Organization.people needs first, 1 to 100')
      return context.directory.listMembers(organization, { first, after: after ?? null })
    },
  }),
)
