import { GraphQLError, type GraphQLSchema, isObjectType } from 'graphql'
import type { Ready } from '../directory/directory.ts'
import { GatewayError } from '../model/errors.ts'

/**
 * Lets GraphQL find the place of every failure in the answer. It takes an error that has a list as `path` for one whose place is
 * known already, while the `path` of a `GatewayError` leads into the input: such an error goes on inside one without a place.
 * Resolvers that only read a member of what they are given can't fail and stay as they are.
 */
export function placeFailures(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field
      if (!resolve || field.extensions.pothosExposedField !== undefined) continue
      // As `placing`, without a function made for every field of every record.
      field.resolve = (parent, args, context, info) => {
        try {
          const value: unknown = resolve(parent, args, context, info)
          return value instanceof Promise ? value.catch(throwPlaceless) : value
        } catch (error) {
          return throwPlaceless(error)
        }
      }
    }
  }
  return schema
}

/** What `work` gives; whatever it throws, now or later, without a place. */
export function placing<T>(work: () => Ready<T>): Ready<T> {
  try {
    const value = work()
    return value instanceof Promise ? value.catch(throwPlaceless) : value
  } catch (error) {
    return throwPlaceless(error)
  }
}

function throwPlaceless(error: unknown): never {
  throw error instanceof GatewayError && error.path ? new GraphQLError(error.message, { originalError: error }) : error
}
