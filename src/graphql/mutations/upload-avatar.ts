import type { AnyRecord } from '../../directory/directory.ts'
import type { WriteResult } from '../../model/receipt.ts'
import { AvatarType, loadAvatar } from '../avatar.ts'
import { builder } from '../builder.ts'
import { ContactableType } from '../contactable.ts'
import { given, writeControl } from './write-input.ts'
import { writeFields } from './write-payload.ts'

const UploadAvatarInputType = builder.inputType('UploadAvatarInput', {
  description: 'A picture, and whose it is to be.',
  fields: (t) => ({
    ownerId: t.id({ required: true, description: 'Id of the person, user or organization it shows.' }),
    file: t.field({
      type: 'Upload',
      required: true,
      description:
        'The picture: PNG, JPEG, WebP or GIF, told by its bytes and not by its name. Too large a file, an empty one or anything else is `INVALID_INPUT`.',
    }),
    ...writeControl(t),
  }),
})

const UploadAvatarPayloadType = builder.objectRef<WriteResult<AnyRecord>>('UploadAvatarPayload')

UploadAvatarPayloadType.implement({
  description: 'What `uploadAvatar` did.',
  fields: (t) => ({
    owner: t.field({
      type: ContactableType,
      description: 'Whom it shows, as the source now holds them. Null: there is nobody, or they could not be read.',
      resolve: ({ record }) => record,
    }),
    avatar: t.field({
      type: AvatarType,
      description: 'The owner’s picture as it now is. Null: none is set.',
      resolve: ({ record }, _args, context) => (record ? loadAvatar(record, context) : null),
    }),
    ...writeFields(t),
  }),
})

builder.mutationField('uploadAvatar', (t) =>
  t.field({
    type: UploadAvatarPayloadType,
    nullable: false,
    description:
      'Sets the picture of a person, user or organization, in place of the present one, and brings it to the source the way that source wants it. Sent as a GraphQL multipart request.',
    args: {
      input: t.arg({ type: UploadAvatarInputType, required: true, description: 'The picture, and whose it is to be.' }),
    },
    resolve: (_root, { input }, context) => context.directory.writes.uploadAvatar(given(input)),
  }),
)
