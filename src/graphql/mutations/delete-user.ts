import type { User } from '../../model/user.ts'
import { builder } from '../builder.ts'
import { given, writeControl } from './write-input.ts'
import { type Deletion, toDeletion, writeFields } from './write-payload.ts'

const DeleteUserInputType = builder.inputType('DeleteUserInput', {
  description: 'Which user to delete.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Id of the user to delete.' }),
    ...writeControl(t),
  }),
})

const DeleteUserPayloadType = builder.objectRef<Deletion<User>>('DeleteUserPayload')

DeleteUserPayloadType.implement({
  description: 'What `deleteUser` did.',
  fields: (t) => ({
    deletedId: t.exposeID('deletedId', {
      nullable: true,
      description: 'Id of the user that is gone. Null: none is gone (yet).',
    }),
    ...writeFields(t),
  }),
})

builder.mutationField('deleteUser', (t) =>
  t.field({
    type: DeleteUserPayloadType,
    nullable: false,
    description: 'Deletes a user at its source, with all that belongs to it there. It can not be undone here.',
    args: { input: t.arg({ type: DeleteUserInputType, required: true, description: 'Which user to delete.' }) },
    resolve: (_root, { input }, context) =>
      context.directory.writes.deleteUser(given(input)).then((result) => toDeletion(result, input.id)),
  }),
)
