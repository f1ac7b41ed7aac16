import type { WriteResult } from '../../model/receipt.ts'
import type { User } from '../../model/user.ts'
import { builder } from '../builder.ts'
import { UserType } from '../user.ts'
import { userFields } from './user-input.ts'
import { toPatch, writeControl } from './write-input.ts'
import { writeFields } from './write-payload.ts'

const UpdateUserInputType = builder.inputType('UpdateUserInput', {
  description:
    'What to change of a user. A field that is left out stays as it is; null clears it. All or nothing: one field that is wrong, or that the source can not take, and nothing is sent.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Id of the user to change.' }),
    ...userFields(t),
    ...writeControl(t),
  }),
})

const UpdateUserPayloadType = builder.objectRef<WriteResult<User>>('UpdateUserPayload')

UpdateUserPayloadType.implement({
  description: 'What `updateUser` did.',
  fields: (t) => ({
    user: t.field({
      type: UserType,
      description:
        'The user as the source now holds it, whatever the write came to. Null: there is none, it could not be read, or the input was refused before it was read.',
      resolve: ({ record }) => record,
    }),
    ...writeFields(t),
  }),
})

builder.mutationField('updateUser', (t) =>
  t.field({
    type: UpdateUserPayloadType,
    nullable: false,
    description:
      'Changes the named fields of a user and no others, whatever the source’s own interface does to what is not sent. What is already as asked for is not sent again: the outcome is then `UNCHANGED`.',
    args: { input: t.arg({ type: UpdateUserInputType, required: true, description: 'Whom to change, and how.' }) },
    resolve: (_root, { input }, context) => context.directory.writes.updateUser(toPatch(input)),
  }),
)
