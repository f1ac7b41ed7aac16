import type { Organization } from '../../model/organization.ts'
import type { WriteResult } from '../../model/receipt.ts'
import { builder } from '../builder.ts'
import { OrganizationType } from '../organization.ts'
import { organizationFields } from './organization-input.ts'
import { toPatch, writeControl } from './write-input.ts'
import { writeFields } from './write-payload.ts'

const UpdateOrganizationInputType = builder.inputType('UpdateOrganizationInput', {
  description:
    'What to change of an organization. A field that is left out stays as it is; null clears it. All or nothing: one field that is wrong, or that the source can not take, and nothing is sent.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Id of the organization to change.' }),
    name: t.string({ description: 'What it is called. Can not be cleared.' }),
    ...organizationFields(t),
    ...writeControl(t),
  }),
})

const UpdateOrganizationPayloadType = builder.objectRef<WriteResult<Organization>>('UpdateOrganizationPayload')

UpdateOrganizationPayloadType.implement({
  description: 'What `updateOrganization` did.',
  fields: (t) => ({
    organization: t.field({
      type: OrganizationType,
      description:
        'The organization as the source now holds it, whatever the write came to. Null: there is none, it could not be read, or the input was refused before it was read.',
      resolve: ({ record }) => record,
    }),
    ...writeFields(t),
  }),
})

builder.mutationField('updateOrganization', (t) =>
  t.field({
    type: UpdateOrganizationPayloadType,
    nullable: false,
    description:
      'Changes the named fields of an organization and no others, whatever the source’s own interface does to what is not sent. What is already as asked for is not sent again: the outcome is then `UNCHANGED`.',
    args: {
      input: t.arg({ type: UpdateOrganizationInputType, required: true, description: 'What to change, and how.' }),
    },
    resolve: (_root, { input }, context) => context.directory.writes.updateOrganization(toPatch(input)),
  }),
)
