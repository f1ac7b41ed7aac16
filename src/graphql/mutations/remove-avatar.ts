import type { AnyRecord } from '../../directory/directory.ts'
import type { WriteResult } from '../../model/receipt.ts'
import { builder } from '../builder.ts'
import { ContactableType } from '../contactable.ts'
import { given, writeControl } from './write-input.ts'
import { writeFields } from './write-payload.ts'

const RemoveAvatarInputType = builder.inputType('RemoveAvatarInput', {
  description: 'Whose picture to take away.',
  fields: (t) => ({
    ownerId: t.id({ required: true, description: 'Id of the person, user or organization it shows.' }),
    ...writeControl(t),
  }),
})

const RemoveAvatarPayloadType = builder.objectRef<WriteResult<AnyRecord>>('RemoveAvatarPayload')

RemoveAvatarPayloadType.implement({
  description: 'What `removeAvatar` did.',
  fields: (t) => ({
    owner: t.field({
      type: ContactableType,
      description: 'Whom it showed, as the source now holds them. Null: there is nobody, or they could not be read.',
      resolve: ({ record }) => record,
    }),
    ...writeFields(t),
  }),
})

builder.mutationField('removeAvatar', (t) =>
  t.field({
    type: RemoveAvatarPayloadType,
    nullable: false,
    description:
      'Takes the picture of a person, user or organization away. Where none is set nothing is sent: the outcome is then `UNCHANGED`.',
    args: { input: t.arg({ type: RemoveAvatarInputType, required: true, description: 'Whose picture to take away.' }) },
    resolve: (_root, { input }, context) => context.directory.writes.removeAvatar(given(input)),
  }),
)
