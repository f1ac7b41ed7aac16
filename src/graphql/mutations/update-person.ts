import type { Person } from '../../model/person.ts'
import type { WriteResult } from '../../model/receipt.ts'
import { builder } from '../builder.ts'
import { PersonType } from '../person.ts'
import { personFields } from './person-input.ts'
import { toPatch, writeControl } from './write-input.ts'
import { writeFields } from './write-payload.ts'

const UpdatePersonInputType = builder.inputType('UpdatePersonInput', {
  description:
    'What to change of a person. A field that is left out stays as it is; null clears it. All or nothing: one field that is wrong, or that the source can not take, and nothing is sent.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Id of the person to change.' }),
    ...personFields(t),
    ...writeControl(t),
  }),
})

const UpdatePersonPayloadType = builder.objectRef<WriteResult<Person>>('UpdatePersonPayload')

UpdatePersonPayloadType.implement({
  description: 'What `updatePerson` did.',
  fields: (t) => ({
    person: t.field({
      type: PersonType,
      description:
        'The person as the source now holds it, whatever the write came to. Null: there is none, it could not be read, or the input was refused before it was read.',
      resolve: ({ record }) => record,
    }),
    ...writeFields(t),
  }),
})

builder.mutationField('updatePerson', (t) =>
  t.field({
    type: UpdatePersonPayloadType,
    nullable: false,
    description:
      'Changes the named fields of a person and no others, whatever the source’s own interface does to what is not sent. What is already as asked for is not sent again: the outcome is then `UNCHANGED`.',
    args: { input: t.arg({ type: UpdatePersonInputType, required: true, description: 'Whom to change, and how.' }) },
    resolve: (_root, { input }, context) => context.directory.writes.updatePerson(toPatch(input)),
  }),
)
