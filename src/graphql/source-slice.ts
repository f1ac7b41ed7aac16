import type { Slice } from '../directory/directory.ts'
import { builder } from './builder.ts'
import { ErrorCodeType } from './error-code.ts'
import { type Failure, messageOf, toFailure } from './failure.ts'
import { SourceType } from './source.ts'

export const SourceSliceType = builder.objectRef<Slice>('SourceSlice')
const SourceErrorType = builder.objectRef<Failure>('SourceError')

SourceSliceType.implement({
  description: 'What one source gave to a page.',
  fields: (t) => ({
    source: t.field({
      type: SourceType,
      nullable: false,
      description: 'The source.',
      resolve: ({ source }) => source,
    }),
    count: t.exposeInt('count', {
      nullable: false,
      description: 'How many records of this page are its own: 0 where it failed or its turn has not come.',
    }),
    totalCount: t.int({
      description: 'How many of its records the whole list has. Null: it can not tell, or was not asked yet.',
      resolve: ({ totalCount }) => totalCount,
    }),
    error: t.field({
      type: SourceErrorType,
      description: 'Why it gave nothing, or not all. Null: it did what was asked.',
      resolve: ({ error }) => error && toFailure(error),
    }),
  }),
})

SourceErrorType.implement({
  description: 'Why a source could not give what was asked of it.',
  fields: (t) => ({
    code: t.field({
      type: ErrorCodeType,
      nullable: false,
      description: 'What went wrong: `UNSUPPORTED` where the source can not filter or order that way.',
      resolve: ({ error }) => error.code,
    }),
    message: t.string({
      nullable: false,
      description: 'The same in a sentence, in English.',
      resolve: ({ error }) => messageOf(error),
    }),
    retryAfterMs: t.int({
      description: 'Milliseconds after which to ask again. Null: the source did not tell.',
      resolve: ({ error }) => error.retryAfterMs ?? null,
    }),
  }),
})
