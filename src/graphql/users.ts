import { builder } from './builder.ts'
import { UserConnectionType } from './connections.ts'
import { toFilter, toListRequest } from './list-request.ts'
import { UserOrderType } from './order.ts'
import { UserStatusType, UserType } from './user.ts'

const UserFilterType = builder.inputType('UserFilter', {
  description:
    'Which users are listed: those who meet all conditions that are set. A source that can not filter by one of them gives the error `UNSUPPORTED` in its slice, never more than was asked for.',
  fields: (t) => ({
    search: t.string({
      description: 'Words that their name or other texts hold, however the source searches: `"ada love"`.',
    }),
    email: t.string({ description: 'Those with this e-mail address, capital letters aside.' }),
    status: t.field({ type: UserStatusType, description: 'Those whose account is in this status.' }),
    groupId: t.id({ description: 'Those in the group with this id.' }),
    organizationId: t.id({ description: 'Those who belong to the organization with this id.' }),
    updatedSince: t.field({ type: 'DateTime', description: 'Those whose record was changed at this moment or later.' }),
  }),
})

builder.queryField('users', (t) =>
  t.connection(
    {
      type: UserType,
      nullable: false,
      description:
        'Users of all sources, or of those named, as one list. Without `orderBy` source follows source, in configured order. With it they come in that order over all sources that can give it; one that can not is the error of its slice.',
      args: {
        filter: t.arg({ type: UserFilterType, description: 'Which users. Left out: all of them.' }),
        orderBy: t.arg({
          type: UserOrderType,
          description: 'In which order. Left out: each source’s own, which stays the same.',
        }),
        sources: t.arg.stringList({
          description:
            'Names of the sources to ask. Left out: all that can list users. An unknown name is `INVALID_INPUT`.',
        }),
      },
      resolve: (_root, args, context) =>
        context.directory.users.list({
          ...toListRequest(args),
          filter: toFilter(args.filter),
          order: args.orderBy ? { by: args.orderBy.by, direction: args.orderBy.direction ?? 'ASC' } : null,
        }),
    },
    UserConnectionType,
  ),
)
