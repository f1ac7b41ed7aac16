import type { GraphQLError } from 'graphql'

/** One execution of a prepared operation. */
export interface Run {
  readonly context: unknown
  readonly variables: Record<string, unknown>
  /** Failures that left a null in the answer, in the order they were met. */
  readonly errors: GraphQLError[]
  /** Arguments of fields that depend on variables, by the place the plan gave them. */
  readonly arguments: Record<string, unknown>[]
}

/** A place in the answer; it begins with the last step. */
export interface Path {
  readonly prev: Path | undefined
  readonly key: string | number
  readonly typename: string | undefined
}

export function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}
