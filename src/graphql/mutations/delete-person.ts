import type { Person } from '../../model/person.ts'
import { builder } from '../builder.ts'
import { given, writeControl } from './write-input.ts'
import { type Deletion, toDeletion, writeFields } from './write-payload.ts'

const DeletePersonInputType = builder.inputType('DeletePersonInput', {
  description: 'Which person to delete.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Id of the person to delete.' }),
    ...writeControl(t),
  }),
})

const DeletePersonPayloadType = builder.objectRef<Deletion<Person>>('DeletePersonPayload')

DeletePersonPayloadType.implement({
  description: 'What `deletePerson` did.',
  fields: (t) => ({
    deletedId: t.exposeID('deletedId', {
      nullable: true,
      description: 'Id of the person that is gone. Null: none is gone (yet).',
    }),
    ...writeFields(t),
  }),
})

builder.mutationField('deletePerson', (t) =>
  t.field({
    type: DeletePersonPayloadType,
    nullable: false,
    description: 'Deletes a person at its source, with all that belongs to it there. It can not be undone here.',
    args: { input: t.arg({ type: DeletePersonInputType, required: true, description: 'Which person to delete.' }) },
    resolve: (_root, { input }, context) =>
      context.directory.writes.deletePerson(given(input)).then((result) => toDeletion(result, input.id)),
  }),
)
