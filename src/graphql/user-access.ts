import { encodeId } from '../model/ref.ts'
import type { UserAccess } from '../model/user.ts'
import { builder } from './builder.ts'
import { OrganizationType } from './organization.ts'

/** An access together with the source whose it is. */
interface SourcedAccess {
  readonly source: string
  readonly access: UserAccess
}

export const UserAccessType = builder.objectRef<SourcedAccess>('UserAccess')

UserAccessType.implement({
  description: 'What a user may do in one organization: a role, a set of doors.',
  fields: (t) => ({
    id: t.id({
      nullable: false,
      description: 'Opaque; names the access at its source.',
      resolve: ({ source, access }) => encodeId('UserAccess', source, access.id),
    }),
    name: t.string({
      description: 'What the access is called at the source: “Tenant administrator”. Null: it has no name.',
      resolve: ({ access }) => access.name,
    }),
    organization: t.field({
      type: OrganizationType,
      description: 'Where it holds. Null: not told, or the organization is gone.',
      resolve: ({ source, access }, _args, context) =>
        access.organizationId ? context.directory.organizations.loadRef({ source, id: access.organizationId }) : null,
    }),
    isPrimary: t.boolean({
      description: 'Whether it is the first of the user’s accesses. Null: the source does not tell.',
      resolve: ({ access }) => access.isPrimary,
    }),
  }),
})
