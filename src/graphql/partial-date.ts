import type { PartialDate } from '../model/record.ts'
import { builder } from './builder.ts'

export const PartialDateType = builder.objectRef<PartialDate>('PartialDate')

PartialDateType.implement({
  description: 'A date of which parts may be unknown: a birthday without its year, a year without a day.',
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'Year of the Gregorian calendar: 1984. Null: not known.' }),
    month: t.exposeInt('month', { description: 'Month, 1 (January) to 12. Null: not known.' }),
    day: t.exposeInt('day', { description: 'Day of the month, 1 to 31. Null: not known.' }),
  }),
})

export const PartialDateInputType = builder.inputType('PartialDateInput', {
  description:
    'A date of which parts may be unknown. It is set as a whole: a part that is left out, or null, becomes unknown. A day that the calendar does not have (31 February) is `INVALID_INPUT`.',
  fields: (t) => ({
    year: t.int({ description: 'Year of the Gregorian calendar: 1984.' }),
    month: t.int({ description: 'Month, 1 (January) to 12.' }),
    day: t.int({ description: 'Day of the month, 1 to 31.' }),
  }),
})
