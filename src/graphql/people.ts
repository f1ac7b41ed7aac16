import { builder } from './builder.ts'
import { PersonConnectionType } from './connections.ts'
import { toFilter, toListRequest } from './list-request.ts'
import { PersonOrderType } from './order.ts'
import { PersonType } from './person.ts'

const PersonFilterType = builder.inputType('PersonFilter', {
  description:
    'Which people are listed: those who meet all conditions that are set. A source that can not filter by one of them gives the error `UNSUPPORTED` in its slice, never more than was asked for.',
  fields: (t) => ({
    search: t.string({
      description: 'Words that their name or other texts hold, however the source searches: `"ada love"`.',
    }),
    email: t.string({ description: 'Those with this e-mail address, capital letters aside.' }),
    phone: t.string({
      description:
        'Those with this telephone number, however it is written; best with its country: `"+1 555 010 0199"`.',
    }),
    organizationId: t.id({ description: 'Those who belong to the organization with this id.' }),
    tag: t.string({ description: 'Those who have this very tag.' }),
    updatedSince: t.field({ type: 'DateTime', description: 'Those whose record was changed at this moment or later.' }),
  }),
})

builder.queryField('people', (t) =>
  t.connection(
    {
      type: PersonType,
      nullable: false,
      description:
        'People of all sources, or of those named, as one list. Without `orderBy` source follows source, in configured order. With it they come in that order over all sources that can give it; one that can not is the error of its slice.',
      args: {
        filter: t.arg({ type: PersonFilterType, description: 'Which people. Left out: all of them.' }),
        orderBy: t.arg({
          type: PersonOrderType,
          description: 'In which order. Left out: each source’s own, which stays the same.',
        }),
        sources: t.arg.stringList({
          description:
            'Names of the sources to ask. Left out: all that can list people. An unknown name is `INVALID_INPUT`.',
        }),
      },
      resolve: (_root, args, context) =>
        context.directory.people.list({
          ...toListRequest(args),
          filter: toFilter(args.filter),
          order: args.orderBy ? { by: args.orderBy.by, direction: args.orderBy.direction ?? 'ASC' } : null,
        }),
    },
    PersonConnectionType,
  ),
)
