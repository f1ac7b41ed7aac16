import { GraphQLError, type ValueNode, valueFromASTUntyped } from 'graphql'
import type { Json } from '../model/json.ts'
import { builder } from './builder.ts'
import { UploadedFileValue } from './upload.ts'

builder.scalarType('DateTime', {
  description:
    'A moment, as RFC 3339 writes it, in UTC: `"2025-03-14T09:26:53Z"`, with or without a fraction of the second. Input may have another offset (`"2025-03-14T10:26:53+01:00"`) and is taken as the same moment in UTC.',
  serialize: (value) => asText('DateTime', value),
  parseValue: readDateTime,
})

builder.scalarType('Date', {
  description: 'A day of the calendar without time or zone: `"2025-03-14"`.',
  serialize: (value) => asText('Date', value),
  parseValue: readDate,
})

builder.scalarType('JSON', {
  description: 'Any JSON value: an object, a list, a text, a number, true, false or null.',
  serialize: (value) => value as Json,
  parseValue: (value) => value as Json,
  parseLiteral: (node, variables) => valueFromASTUntyped(node as ValueNode, variables) as Json,
})

builder.scalarType('URL', {
  description:
    'A web address: `"https://example.org/people/17"`. Input is to be absolute and begin with `http://` or `https://`; output is what the source holds, which may lack the scheme.',
  serialize: (value) => asText('URL', value),
  parseValue: readUrl,
})

builder.scalarType('Upload', {
  description:
    'A file sent along in a GraphQL multipart request (https://github.com/jaydenseric/graphql-multipart-request-spec): in `operations` its variable is null, and `map` names the part of the form that holds the file. The request needs the header `x-graphql-yoga-csrf` or `apollo-require-preflight`, with any value. Never part of an answer.',
  serialize: () => {
    throw new GraphQLError('Upload is for input only.')
  },
  parseValue: (value) => {
    if (value instanceof UploadedFileValue) return value
    throw refused('Upload takes a file of a GraphQL multipart request: send it as a part of the form named in `map`.')
  },
  parseLiteral: () => {
    throw refused('Upload can not be written into the document: use a variable and a GraphQL multipart request.')
  },
})

function asText(scalar: string, value: unknown): string {
  if (typeof value === 'string') return value
  throw new TypeError(`${scalar} can not be made of ${typeof value}`)
}

const RFC_3339 = /^(\d{4}-\d{2}-\d{2})[Tt ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/

function readDateTime(value: unknown): string {
  const day = typeof value === 'string' ? RFC_3339.exec(value)?.[1] : undefined
  if (day === undefined || !isDay(day)) {
    throw refused('DateTime takes a moment as RFC 3339 writes it, with its offset: "2025-03-14T09:26:53Z".')
  }
  return new Date((value as string).replace(' ', 'T').toUpperCase()).toISOString()
}

function readDate(value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value)) return value
  throw refused('Date takes a day of the calendar written YYYY-MM-DD: "2025-03-14".')
}

/** Whether the calendar has the day: JavaScript itself takes 31 February for 3 March. */
function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

function readUrl(value: unknown): string {
  if (typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value)) return value
  throw refused('URL takes an absolute web address that begins with http:// or https://.')
}

function refused(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'INVALID_INPUT' } })
}
