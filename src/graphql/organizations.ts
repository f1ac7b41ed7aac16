import { builder } from './builder.ts'
import { OrganizationConnectionType } from './connections.ts'
import { toFilter, toListRequest } from './list-request.ts'
import { OrganizationKindType, OrganizationType } from './organization.ts'

const OrganizationFilterType = builder.inputType('OrganizationFilter', {
  description:
    'Which organizations are listed: those that meet all conditions that are set. A source that can not filter by one of them gives the error `UNSUPPORTED` in its slice, never more than was asked for.',
  fields: (t) => ({
    search: t.string({
      description: 'Words that their name or other texts hold, however the source searches: `"harbour school"`.',
    }),
    kind: t.field({ type: OrganizationKindType, description: 'Those of this kind: companies, or households.' }),
  }),
})

builder.queryField('organizations', (t) =>
  t.connection(
    {
      type: OrganizationType,
      nullable: false,
      description:
        'Companies and households of all sources, or of those named, as one list: source after source in configured order, each in its own order, which stays the same.',
      args: {
        filter: t.arg({ type: OrganizationFilterType, description: 'Which organizations. Left out: all of them.' }),
        sources: t.arg.stringList({
          description:
            'Names of the sources to ask. Left out: all that can list organizations. An unknown name is `INVALID_INPUT`.',
        }),
      },
      resolve: (_root, args, context) =>
        context.directory.organizations.list({ ...toListRequest(args), filter: toFilter(args.filter), order: null }),
    },
    OrganizationConnectionType,
  ),
)
