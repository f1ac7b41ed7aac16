import { lexicographicSortSchema, printSchema } from 'graphql'
import { schema } from './schema.ts'

/** The whole schema as text, sorted, ending in a line break: what `schema.graphql` holds. */
export function printKithSchema(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`
}
