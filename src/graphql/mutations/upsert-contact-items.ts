import type { ContactItemsResult } from '../../directory/directory.ts'
import { builder } from '../builder.ts'
import { ContactItemType } from '../contact-item.ts'
import { ContactableType } from '../contactable.ts'
import { contactItemFields, toContactItemChange } from './contact-item-input.ts'
import { given, writeControl } from './write-input.ts'
import { writeFields } from './write-payload.ts'

const ContactItemInputType = builder.inputType('ContactItemInput', {
  description:
    'One contact item of several. Of an item that is there already, a field that is left out stays as it is and null clears it.',
  fields: contactItemFields,
})

const UpsertContactItemsInputType = builder.inputType('UpsertContactItemsInput', {
  description: 'Contact items of one owner as they are to be. Items that are not named stay as they are.',
  fields: (t) => ({
    ownerId: t.id({ required: true, description: 'Id of the person, user or organization they belong to.' }),
    items: t.field({
      type: [ContactItemInputType],
      required: true,
      description: 'The items to add or change, at most 100. One that is wrong, and none is written.',
    }),
    ...writeControl(t),
  }),
})

const UpsertContactItemsPayloadType = builder.objectRef<ContactItemsResult>('UpsertContactItemsPayload')

UpsertContactItemsPayloadType.implement({
  description: 'What `upsertContactItems` did.',
  fields: (t) => ({
    contactItems: t.field({
      type: [ContactItemType],
      description:
        'The items of the input as the source now holds them, in the input’s order. Empty with `dryRun` and where the write failed.',
      resolve: ({ record, items }) => (record ? items.map((item) => ({ owner: record, item })) : []),
    }),
    owner: t.field({
      type: ContactableType,
      description:
        'Whose items they are, as the source now holds them. Null: there is nobody, or they could not be read.',
      resolve: ({ record }) => record,
    }),
    ...writeFields(t),
  }),
})

builder.mutationField('upsertContactItems', (t) =>
  t.field({
    type: UpsertContactItemsPayloadType,
    nullable: false,
    description:
      'Merges several contact items into those their owner has: each is added or changed as `upsertContactItem` does, all others stay.',
    args: {
      input: t.arg({
        type: UpsertContactItemsInputType,
        required: true,
        description: 'The items, and whose they are.',
      }),
    },
    resolve: (_root, { input }, context) =>
      context.directory.writes.upsertContactItems({ ...given(input), items: input.items.map(toContactItemChange) }),
  }),
)
