import type { Organization } from '../../model/organization.ts'
import type { WriteResult } from '../../model/receipt.ts'
import { builder } from '../builder.ts'
import { OrganizationType } from '../organization.ts'
import { organizationFields } from './organization-input.ts'
import { creationControl, toPatch } from './write-input.ts'
import { writeFields } from './write-payload.ts'

const CreateOrganizationInputType = builder.inputType('CreateOrganizationInput', {
  description: 'A new organization. What is left out is left empty; which fields a source needs, it says itself.',
  fields: (t) => ({
    source: t.string({
      required: true,
      description: 'Configured name of the source that is to hold an organization: `"donors"`.',
    }),
    name: t.string({ required: true, description: 'What it is called.' }),
    ...organizationFields(t),
    ...creationControl(t),
  }),
})

const CreateOrganizationPayloadType = builder.objectRef<WriteResult<Organization>>('CreateOrganizationPayload')

CreateOrganizationPayloadType.implement({
  description: 'What `createOrganization` did.',
  fields: (t) => ({
    organization: t.field({
      type: OrganizationType,
      description: 'The new organization as the source now holds it. Null: none was made (yet).',
      resolve: ({ record }) => record,
    }),
    ...writeFields(t),
  }),
})

builder.mutationField('createOrganization', (t) =>
  t.field({
    type: CreateOrganizationPayloadType,
    nullable: false,
    description: 'Makes a new organization at one source. Nothing is made if any field of the input can not be.',
    args: { input: t.arg({ type: CreateOrganizationInputType, required: true, description: 'The new organization.' }) },
    resolve: (_root, { input }, context) => context.directory.writes.createOrganization(toPatch(input)),
  }),
)
