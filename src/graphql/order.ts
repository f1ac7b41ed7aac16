import { builder } from './builder.ts'
import { defineEnum } from './define-enum.ts'

const OrderDirectionType = defineEnum('OrderDirection', 'Which end of an order comes first.', {
  ASC: 'The least first: A before Z, the oldest before the newest.',
  DESC: 'The greatest first: Z before A, the newest before the oldest.',
})

const PersonOrderByType = defineEnum('PersonOrderBy', 'What people may be ordered by.', {
  NAME: 'The `displayName`, letter by letter; capital letters do not count.',
  CREATED_AT: 'When the source made the record.',
  UPDATED_AT: 'When the source last changed the record.',
})

const UserOrderByType = defineEnum('UserOrderBy', 'What users may be ordered by.', {
  NAME: 'The `displayName`, letter by letter; capital letters do not count.',
  CREATED_AT: 'When the source made the account.',
  UPDATED_AT: 'When the source last changed the account.',
})

export const PersonOrderType = builder.inputType('PersonOrder', {
  description: 'In which order people are listed. A source that can not order this way is that slice’s error.',
  fields: (t) => ({
    by: t.field({ type: PersonOrderByType, required: true, description: 'What to order by.' }),
    direction: t.field({ type: OrderDirectionType, defaultValue: 'ASC', description: 'Which end comes first.' }),
  }),
})

export const UserOrderType = builder.inputType('UserOrder', {
  description: 'In which order users are listed. A source that can not order this way is that slice’s error.',
  fields: (t) => ({
    by: t.field({ type: UserOrderByType, required: true, description: 'What to order by.' }),
    direction: t.field({ type: OrderDirectionType, defaultValue: 'ASC', description: 'Which end comes first.' }),
  }),
})
