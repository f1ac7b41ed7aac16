import type { Organization } from '../../model/organization.ts'
import { builder } from '../builder.ts'
import { given, writeControl } from './write-input.ts'
import { type Deletion, toDeletion, writeFields } from './write-payload.ts'

const DeleteOrganizationInputType = builder.inputType('DeleteOrganizationInput', {
  description: 'Which organization to delete.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Id of the organization to delete.' }),
    ...writeControl(t),
  }),
})

const DeleteOrganizationPayloadType = builder.objectRef<Deletion<Organization>>('DeleteOrganizationPayload')

DeleteOrganizationPayloadType.implement({
  description: 'What `deleteOrganization` did.',
  fields: (t) => ({
    deletedId: t.exposeID('deletedId', {
      nullable: true,
      description: 'Id of the organization that is gone. Null: none is gone (yet).',
    }),
    ...writeFields(t),
  }),
})

builder.mutationField('deleteOrganization', (t) =>
  t.field({
    type: DeleteOrganizationPayloadType,
    nullable: false,
    description: 'Deletes an organization at its source, with all that belongs to it there. It can not be undone here.',
    args: {
      input: t.arg({ type: DeleteOrganizationInputType, required: true, description: 'Which organization to delete.' }),
    },
    resolve: (_root, { input }, context) =>
      context.directory.writes.deleteOrganization(given(input)).then((result) => toDeletion(result, input.id)),
  }),
)
