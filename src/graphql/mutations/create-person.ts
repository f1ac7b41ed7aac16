import type { Person } from '../../model/person.ts'
import type { WriteResult } from '../../model/receipt.ts'
import { builder } from '../builder.ts'
import { PersonType } from '../person.ts'
import { personFields } from './person-input.ts'
import { creationControl, toPatch } from './write-input.ts'
import { writeFields } from './write-payload.ts'

const CreatePersonInputType = builder.inputType('CreatePersonInput', {
  description: 'A new person. What is left out is left empty; which fields a source needs, it says itself.',
  fields: (t) => ({
    source: t.string({
      required: true,
      description: 'Configured name of the source that is to hold a person: `"donors"`.',
    }),
    ...personFields(t),
    ...creationControl(t),
  }),
})

const CreatePersonPayloadType = builder.objectRef<WriteResult<Person>>('CreatePersonPayload')

CreatePersonPayloadType.implement({
  description: 'What `createPerson` did.',
  fields: (t) => ({
    person: t.field({
      type: PersonType,
      description: 'The new person as the source now holds it. Null: none was made (yet).',
      resolve: ({ record }) => record,
    }),
    ...writeFields(t),
  }),
})

builder.mutationField('createPerson', (t) =>
  t.field({
    type: CreatePersonPayloadType,
    nullable: false,
    description: 'Makes a new person at one source. Nothing is made if any field of the input can not be.',
    args: { input: t.arg({ type: CreatePersonInputType, required: true, description: 'The new person.' }) },
    resolve: (_root, { input }, context) => context.directory.writes.createPerson(toPatch(input)),
  }),
)
