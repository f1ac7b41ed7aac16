import type { ContactItemsResult } from '../../directory/directory.ts'
import { builder } from '../builder.ts'
import { ContactItemType } from '../contact-item.ts'
import { ContactableType } from '../contactable.ts'
import { contactItemFields, toContactItemChange } from './contact-item-input.ts'
import { writeControl } from './write-input.ts'
import { writeFields } from './write-payload.ts'

const UpsertContactItemInputType = builder.inputType('UpsertContactItemInput', {
  description:
    'A contact item as it is to be. Of an item that is there already, a field that is left out stays as it is and null clears it.',
  fields: (t) => ({
    ownerId: t.id({ required: true, description: 'Id of the person, user or organization it belongs to.' }),
    ...contactItemFields(t),
    ...writeControl(t),
  }),
})

const UpsertContactItemPayloadType = builder.objectRef<ContactItemsResult>('UpsertContactItemPayload')

UpsertContactItemPayloadType.implement({
  description: 'What `upsertContactItem` did.',
  fields: (t) => ({
    contactItem: t.field({
      type: ContactItemType,
      description: 'The item as the source now holds it. Null with `dryRun` and where the write failed.',
      resolve: ({ record, items: [item] }) => (record && item ? { owner: record, item } : null),
    }),
    owner: t.field({
      type: ContactableType,
      description: 'Whose item it is, as the source now holds them. Null: there is nobody, or they could not be read.',
      resolve: ({ record }) => record,
    }),
    ...writeFields(t),
  }),
})

builder.mutationField('upsertContactItem', (t) =>
  t.field({
    type: UpsertContactItemPayloadType,
    nullable: false,
    description:
      'Adds a way to reach somebody, or changes one that is there: never a second one of the same type and value, and never a loss of the others.',
    args: {
      input: t.arg({ type: UpsertContactItemInputType, required: true, description: 'The item, and whose it is.' }),
    },
    resolve: (_root, { input }, context) => context.directory.writes.upsertContactItem(toContactItemChange(input)),
  }),
)
