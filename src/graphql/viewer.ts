import { builder } from './builder.ts'
import type { Viewer } from './context.ts'

export const ViewerType = builder.objectRef<Viewer>('Viewer')

ViewerType.implement({
  description: 'The caller, as this gateway knows them.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'The name that the caller’s credentials are issued to. Null: this gateway asks for none.',
    }),
    scopes: t.exposeStringList('scopes', {
      nullable: false,
      description: 'What the caller may do: `"raw:read"` lets them read `raw`, for one.',
    }),
  }),
})

builder.queryField('viewer', (t) =>
  t.field({
    type: ViewerType,
    nullable: false,
    description: 'Who is asking, and what they may do.',
    resolve: (_root, _args, context) => context.viewer,
  }),
)
