import type { AnyRecord } from '../../directory/directory.ts'
import { builder } from '../builder.ts'
import { ContactableType } from '../contactable.ts'
import { given, writeControl } from './write-input.ts'
import { type Deletion, toDeletion, writeFields } from './write-payload.ts'

const RemoveContactItemInputType = builder.inputType('RemoveContactItemInput', {
  description: 'Which contact item to remove.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Id of the item; it names the owner as well.' }),
    ...writeControl(t),
  }),
})

const RemoveContactItemPayloadType = builder.objectRef<Deletion<AnyRecord>>('RemoveContactItemPayload')

RemoveContactItemPayloadType.implement({
  description: 'What `removeContactItem` did.',
  fields: (t) => ({
    deletedId: t.exposeID('deletedId', {
      nullable: true,
      description: 'Id of the item that is gone. Null: none is gone (yet).',
    }),
    owner: t.field({
      type: ContactableType,
      description: 'Whose item it was, as the source now holds them. Null: there is nobody, or they could not be read.',
      resolve: ({ record }) => record,
    }),
    ...writeFields(t),
  }),
})

builder.mutationField('removeContactItem', (t) =>
  t.field({
    type: RemoveContactItemPayloadType,
    nullable: false,
    description: 'Removes one way to reach somebody. All others stay.',
    args: {
      input: t.arg({ type: RemoveContactItemInputType, required: true, description: 'Which item to remove.' }),
    },
    resolve: (_root, { input }, context) =>
      context.directory.writes.removeContactItem(given(input)).then((result) => toDeletion(result, input.id)),
  }),
)
