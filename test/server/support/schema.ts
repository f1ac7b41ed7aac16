import { createHash } from 'node:crypto'
import {
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql'
import type { Context } from '../../../src/graphql/context.ts'
import { schema } from '../../../src/graphql/schema.ts'
import { UploadedFileValue } from '../../../src/graphql/upload.ts'

const Upload = schema.getType('Upload')
if (!Upload || !('parseValue' in Upload)) throw new Error('The schema has no scalar Upload.')

/** Says of a file what arrived: `a.png 5 2cf24dba`. */
async function describeFile(value: unknown): Promise<string> {
  if (!(value instanceof UploadedFileValue)) throw new Error('This is no file.')
  const { filename } = value
  const bytes = await value.read()
  return `${filename} ${bytes.byteLength} ${sha(bytes)}`
}

export function sha(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 8)
}

/** A schema whose mutations say which files arrived. */
export const fileSchema = new GraphQLSchema({
  query: new GraphQLObjectType({ name: 'Query', fields: { ok: { type: GraphQLString, resolve: () => 'ok' } } }),
  mutation: new GraphQLObjectType({
    name: 'Mutation',
    fields: {
      one: {
        type: GraphQLString,
        args: { file: { type: new GraphQLNonNull(Upload) } },
        resolve: (_root, { file }) => describeFile(file),
      },
      many: {
        type: new GraphQLList(GraphQLString),
        args: { files: { type: new GraphQLList(Upload) } },
        resolve: (_root, { files }: { files: readonly unknown[] }) => files.map(describeFile),
      },
    },
  }),
})

export type Resolver = (context: Context) => unknown

/** A schema of one query for each resolver, nullable, of type `type`. */
export function schemaOf(
  resolvers: Readonly<Record<string, Resolver>>,
  type: GraphQLOutputType = GraphQLString,
): GraphQLSchema {
  const fields = Object.entries(resolvers).map(([name, resolve]) => [
    name,
    { type, resolve: (_root: unknown, _args: unknown, context: Context) => resolve(context) },
  ])
  return new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields: Object.fromEntries(fields) }) })
}
