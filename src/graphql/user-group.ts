import { encodeId } from '../model/ref.ts'
import type { UserGroup } from '../model/user.ts'
import { builder } from './builder.ts'

/** A group together with the source whose it is. */
interface SourcedGroup {
  readonly source: string
  readonly group: UserGroup
}

export const UserGroupType = builder.objectRef<SourcedGroup>('UserGroup')

UserGroupType.implement({
  description: 'A group, team or department of users at a source.',
  fields: (t) => ({
    id: t.id({
      nullable: false,
      description: 'Opaque; to be given as `groupId` when users are listed.',
      resolve: ({ source, group }) => encodeId('UserGroup', source, group.id),
    }),
    name: t.string({
      nullable: false,
      description: 'What the group is called at the source.',
      resolve: ({ group }) => group.name,
    }),
    manager: t.string({
      description: 'Name of whoever leads it, as the source shows it. Null: nobody, or the source does not tell.',
      resolve: ({ group }) => group.manager,
    }),
  }),
})
