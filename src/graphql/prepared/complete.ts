import {
  type GraphQLAbstractType,
  GraphQLError,
  GraphQLID,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import { handleFailure } from './failures.ts'
import type { FieldContext } from './field.ts'
import { collectFields, type Selections } from './plan.ts'
import { isPromise, type Path, type Run } from './run.ts'

/** Makes of a resolved value what stands in the answer, or the promise of it (specification, 6.4.3). */
export type Complete = (run: Run, value: unknown, path: Path) => unknown

export function prepareType(field: FieldContext, type: GraphQLOutputType): Complete {
  if (isNonNullType(type)) return completeNonNull(field, prepareNullable(field, type.ofType))
  return prepareNullable(field, type)
}

function prepareNullable(field: FieldContext, type: GraphQLOutputType): Complete {
  const complete = isListType(type)
    ? completeList(field, type.ofType)
    : isLeafType(type)
      ? completeLeaf(type)
      : isObjectType(type)
        ? completeObject(field, type)
        : isAbstractType(type)
          ? completeAbstract(field, type)
          : null
  if (complete === null) throw new Error(`${String(type)} can not be prepared`)
  return (run, value, path) => {
    if (value instanceof Error) throw value
    return value === null || value === undefined ? null : complete(run, value, path)
  }
}

function completeNonNull({ parentType, definition }: FieldContext, complete: Complete): Complete {
  // A promise is of a list or an object, which are null only where they were at once.
  return (run, value, path) => {
    const completed = complete(run, value, path)
    if (completed !== null) return completed
    throw new Error(`Cannot return null for non-nullable field ${parentType.name}.${definition.name}.`)
  }
}

function completeLeaf(type: GraphQLLeafType): Complete {
  const takesText = type === GraphQLString || type === GraphQLID
  return (_run, value) => {
    if (takesText && typeof value === 'string') return value
    let serialized: unknown
    try {
      serialized = type.serialize(value)
    } catch (error) {
      throw error instanceof GraphQLError ? new Error(error.message) : error
    }
    if (serialized === null || serialized === undefined) throw new Error(`${type.name} made nothing of a value`)
    return serialized
  }
}

function completeList(field: FieldContext, itemType: GraphQLOutputType): Complete {
  const complete = prepareType(field, itemType)
  const isNonNull = isNonNullType(itemType)
  const { nodes, parentType, definition } = field

  return (run, value, path) => {
    if (typeof value !== 'object' || value === null || !(Symbol.iterator in value)) {
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${parentType.name}.${definition.name}".`,
      )
    }
    const answers: unknown[] = []
    let waits = false
    for (const item of value as Iterable<unknown>) {
      const itemPath: Path = { prev: path, key: answers.length, typename: undefined }
      let answer: unknown
      try {
        answer = isPromise(item)
          ? item.then((settled) => complete(run, settled, itemPath))
          : complete(run, item, itemPath)
        if (isPromise(answer)) {
          waits = true
          answer = answer.then(undefined, (error: unknown) => handleFailure(run, error, nodes, itemPath, isNonNull))
        }
      } catch (error) {
        answer = handleFailure(run, error, nodes, itemPath, isNonNull)
      }
      answers.push(answer)
    }
    return waits ? Promise.all(answers) : answers
  }
}

function completeObject(field: FieldContext, type: GraphQLObjectType): Complete {
  let selections: Selections | null = null
  return (run, value, path) => {
    // Only now: most types that an interface may stand for never come.
    selections ??= collectFields(field.plan, type, setsOf(field))
    return answerObject(run, selections, value, path)
  }
}

function completeAbstract(field: FieldContext, type: GraphQLAbstractType): Complete {
  const { plan } = field
  const { resolveType } = type
  const byName = new Map(
    plan.schema.getPossibleTypes(type).map((possible) => [possible.name, completeObject(field, possible)]),
  )
  return (run, value, path) => {
    // None of our types look at how they were asked for.
    const name = resolveType?.(value, run.context, undefined as never, type)
    const complete = typeof name === 'string' ? byName.get(name) : undefined
    if (complete) return complete(run, value, path)
    throw new GraphQLError(explainMismatch(field, type, name), { nodes: field.nodes })
  }
}

/** In the words of the executor. */
function explainMismatch(
  { plan, parentType, definition }: FieldContext,
  type: GraphQLAbstractType,
  name: unknown,
): string {
  if (typeof name !== 'string') {
    return `Abstract type "${type.name}" must resolve to an Object type at runtime for field "${parentType.name}.${definition.name}". Either the "${type.name}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`
  }
  const found = plan.schema.getType(name)
  if (!found)
    return `Abstract type "${type.name}" was resolved to a type "${name}" that does not exist inside the schema.`
  return isObjectType(found)
    ? `Runtime Object type "${name}" is not a possible type for "${type.name}".`
    : `Abstract type "${type.name}" was resolved to a non-object type "${name}".`
}

function setsOf({ nodes }: FieldContext) {
  return nodes.flatMap(({ selectionSet }) => selectionSet ?? [])
}

/** All fields of an object. Where one fails that may not be missing, the others are waited for before the failure goes on. */
export function answerObject(run: Run, selections: Selections, source: unknown, path: Path | undefined): unknown {
  const answer: Record<string, unknown> = {}
  let waiting: string[] | null = null
  try {
    for (const field of selections) {
      const value = field.answer(run, source, path)
      answer[field.name] = value
      if (isPromise(value)) {
        waiting ??= []
        waiting.push(field.name)
      }
    }
  } catch (error) {
    if (waiting === null) throw error
    const fail = () => Promise.reject(error)
    return settle(answer, waiting).then(fail, fail)
  }
  return waiting === null ? answer : settle(answer, waiting).then(() => answer)
}

/** Puts what was promised in its place. */
function settle(answer: Record<string, unknown>, names: readonly string[]): Promise<unknown> {
  const settled = names.map((name) =>
    (answer[name] as Promise<unknown>).then((value) => {
      answer[name] = value
    }),
  )
  return settled.length === 1 ? settled[0]! : Promise.all(settled)
}
