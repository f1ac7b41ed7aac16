import type { WriteResult } from '../../model/receipt.ts'
import type { User } from '../../model/user.ts'
import { builder } from '../builder.ts'
import { UserType } from '../user.ts'
import { userFields } from './user-input.ts'
import { creationControl, toPatch } from './write-input.ts'
import { writeFields } from './write-payload.ts'

const CreateUserInputType = builder.inputType('CreateUserInput', {
  description: 'A new user. What is left out is left empty; which fields a source needs, it says itself.',
  fields: (t) => ({
    source: t.string({
      required: true,
      description: 'Configured name of the source that is to hold a user: `"donors"`.',
    }),
    username: t.string({
      description: 'The name to sign in with. Left out: the source chooses one, often the e-mail address.',
    }),
    ...userFields(t),
    ...creationControl(t),
  }),
})

const CreateUserPayloadType = builder.objectRef<WriteResult<User>>('CreateUserPayload')

CreateUserPayloadType.implement({
  description: 'What `createUser` did.',
  fields: (t) => ({
    user: t.field({
      type: UserType,
      description: 'The new user as the source now holds it. Null: none was made (yet).',
      resolve: ({ record }) => record,
    }),
    ...writeFields(t),
  }),
})

builder.mutationField('createUser', (t) =>
  t.field({
    type: CreateUserPayloadType,
    nullable: false,
    description: 'Makes a new user at one source. Nothing is made if any field of the input can not be.',
    args: { input: t.arg({ type: CreateUserInputType, required: true, description: 'The new user.' }) },
    resolve: (_root, { input }, context) => context.directory.writes.createUser(toPatch(input)),
  }),
)
