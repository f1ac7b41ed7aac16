import type { FieldChange, SourceRequest, WriteReceipt } from '../model/receipt.ts'
import { builder } from './builder.ts'
import { defineEnum } from './define-enum.ts'
import { requireSource, SourceType } from './source.ts'

export const WriteReceiptType = builder.objectRef<WriteReceipt>('WriteReceipt')
const FieldChangeType = builder.objectRef<FieldChange>('FieldChange')
const SourceRequestType = builder.objectRef<SourceRequest>('SourceRequest')

const WriteOutcomeType = defineEnum('WriteOutcome', 'What became of a write at one source.', {
  CREATED: 'The record or item is new.',
  UPDATED: 'It was changed; `changes` says how.',
  UNCHANGED: 'All was already as asked for, so nothing was sent.',
  DELETED: 'It is gone.',
  PENDING: 'The source took the write and will carry it out later.',
  PLANNED: 'With `dryRun`: nothing was sent, `requests` says what would be.',
  REJECTED: 'The source refused, or the write failed; nothing was changed beyond what `changes` says.',
  UNKNOWN:
    'No answer came after the write may have been received, and reading back did not help. Read the record before trying again.',
})

const WriteGuaranteeType = defineEnum('WriteGuarantee', 'How `ifVersion` is checked.', {
  ATOMIC: 'Together with the write: nobody can write in between.',
  ADVISORY: 'Just before the write: somebody who does not write through this gateway may still write in between.',
})

WriteReceiptType.implement({
  description: 'What one source did in a write: proven by reading the record back, not taken from the source’s word.',
  fields: (t) => ({
    source: t.field({
      type: SourceType,
      nullable: false,
      description: 'The source.',
      resolve: ({ source }, _args, context) => requireSource(source, context),
    }),
    outcome: t.field({
      type: WriteOutcomeType,
      nullable: false,
      description: 'What became of the write.',
      resolve: ({ outcome }) => outcome,
    }),
    changes: t.field({
      type: [FieldChangeType],
      nullable: false,
      description: 'What was asked for and seen when the record was read back; with `dryRun`, what should be seen.',
      resolve: ({ changes }) => changes,
    }),
    sideEffects: t.field({
      type: [FieldChangeType],
      nullable: false,
      description:
        'What nobody asked for and the source changed all the same. Put right again where the source lets us; see `repaired`.',
      resolve: ({ sideEffects }) => sideEffects,
    }),
    requests: t.field({
      type: [SourceRequestType],
      nullable: false,
      description: 'What was sent to the source, in order; with `dryRun`, what would be. Holds no credentials.',
      resolve: ({ requests }) => requests,
    }),
    guarantee: t.field({
      type: WriteGuaranteeType,
      nullable: false,
      description: 'How `ifVersion` is checked at this source.',
      resolve: ({ guarantee }) => guarantee,
    }),
  }),
})

FieldChangeType.implement({
  description: 'One value that became another.',
  fields: (t) => ({
    path: t.exposeString('path', {
      nullable: false,
      description:
        'Which value, in the words of this schema: `"birthDate.day"`, `"customFields.Region"`, `"contactItems.17.value"`.',
    }),
    before: t.expose('before', { type: 'JSON', description: 'The value before. Null: there was none.' }),
    after: t.expose('after', { type: 'JSON', description: 'The value after. Null: there is none any more.' }),
    repaired: t.exposeBoolean('repaired', {
      description: 'Of a side effect: whether it was put right again. Null where that does not apply.',
    }),
  }),
})

SourceRequestType.implement({
  description: 'One request to a source, as its own interface has it.',
  fields: (t) => ({
    method: t.exposeString('method', { nullable: false, description: 'HTTP method: `"PUT"`.' }),
    path: t.exposeString('path', {
      nullable: false,
      description: 'Path below the source’s base address, with the query.',
    }),
    body: t.expose('body', {
      type: 'JSON',
      description: 'What is sent. A file is shown as its name, type, size and checksum. Null: nothing.',
    }),
  }),
})
