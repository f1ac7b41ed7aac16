import type { CustomField, CustomFieldDefinition } from '../model/record.ts'
import { builder } from './builder.ts'
import { defineEnum } from './define-enum.ts'

export const CustomFieldType = builder.objectRef<CustomField>('CustomField')
export const CustomFieldDefinitionType = builder.objectRef<CustomFieldDefinition>('CustomFieldDefinition')

export const CustomFieldTypeType = defineEnum(
  'CustomFieldType',
  'What the value of a custom field is. It is always written as text.',
  {
    TEXT: 'Text of one or several lines.',
    NUMBER: 'A number, written with a decimal point: `"12.5"`.',
    BOOLEAN: 'Yes or no: `"true"` or `"false"`.',
    DATE: 'A day: `"2025-03-14"`.',
    CHOICE: 'One of the field’s `options`.',
    HEADING: 'Holds no value: a title above the fields that follow.',
  },
)

CustomFieldType.implement({
  description: 'A field that the organisation defined for itself at a source, and what one record has in it.',
  fields: (t) => ({
    key: t.exposeString('key', {
      nullable: false,
      description: 'What the source tells its custom fields apart by: a name or a number, as text. Used for writing.',
    }),
    label: t.exposeString('label', { description: 'What people read beside the field. Null: it has none.' }),
    type: t.field({
      type: CustomFieldTypeType,
      nullable: false,
      description: 'What the value is, and so how it is written.',
      resolve: ({ type }) => type,
    }),
    value: t.exposeString('value', { description: 'The value as text, written as `type` says. Null: empty.' }),
    options: t.exposeStringList('options', {
      description: 'With type `CHOICE`: the values it may have, in the source’s order. Null: any, or not told here.',
    }),
  }),
})

CustomFieldDefinitionType.implement({
  description: 'A custom field that records of a source may have.',
  fields: (t) => ({
    key: t.exposeString('key', {
      nullable: false,
      description: 'What the source tells its custom fields apart by; `key` of the fields and of their input.',
    }),
    label: t.exposeString('label', { nullable: false, description: 'What people read beside the field.' }),
    type: t.field({
      type: CustomFieldTypeType,
      nullable: false,
      description: 'What its values are, and so how they are written.',
      resolve: ({ type }) => type,
    }),
    options: t.exposeStringList('options', {
      description: 'With type `CHOICE`: the values it may have, in the source’s order. Null: any.',
    }),
  }),
})

export const CustomFieldInputType = builder.inputType('CustomFieldInput', {
  description: 'A new value for one custom field. Fields that are not named stay as they are.',
  fields: (t) => ({
    key: t.string({
      required: true,
      description: '`key` of the field, from `Source.customFieldDefinitions`. An unknown one is `INVALID_INPUT`.',
    }),
    value: t.string({
      description:
        'The value as text, written as the field’s type says (`"12.5"`, `"true"`, `"2025-03-14"`). Null or left out: empties it.',
    }),
  }),
})
