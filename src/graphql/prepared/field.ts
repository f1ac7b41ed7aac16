import {
  defaultFieldResolver,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getArgumentValues,
  isNonNullType,
  TypeNameMetaFieldDef,
} from 'graphql'
import { prepareType } from './complete.ts'
import { handleFailure } from './failures.ts'
import type { Plan } from './plan.ts'
import { isPromise, type Path, type Run } from './run.ts'

/** A field of one object type, with all that can be known of it before it is asked. */
export interface PreparedField {
  /** What it is called in the answer. */
  readonly name: string
  /** Its value in the answer, or the promise of it. Throws where the object around it can not stand without it. */
  answer(run: Run, source: unknown, within: Path | undefined): unknown
}

/** What a value is completed for. */
export interface FieldContext {
  readonly plan: Plan
  readonly parentType: GraphQLObjectType
  readonly definition: GraphQLField<unknown, unknown>
  readonly nodes: readonly FieldNode[]
}

export function prepareField(
  plan: Plan,
  parentType: GraphQLObjectType,
  name: string,
  nodes: readonly FieldNode[],
): PreparedField {
  const fieldName = nodes[0]!.name.value
  if (fieldName === TypeNameMetaFieldDef.name) return { name, answer: () => parentType.name }
  const definition = parentType.getFields()[fieldName]
  if (definition === undefined) throw new Error(`${parentType.name}.${fieldName} can not be prepared`)
  const context: FieldContext = { plan, parentType, definition, nodes }
  const complete = prepareType(context, definition.type)
  const read = prepareRead(context)
  const isNonNull = isNonNullType(definition.type)
  const typeName = parentType.name

  return {
    name,
    answer(run, source, within) {
      const path: Path = { prev: within, key: name, typename: typeName }
      try {
        const value = read(run, source, path)
        const completed = isPromise(value)
          ? value.then((settled) => complete(run, settled, path))
          : complete(run, value, path)
        return isPromise(completed)
          ? completed.then(undefined, (error: unknown) => handleFailure(run, error, nodes, path, isNonNull))
          : completed
      } catch (error) {
        return handleFailure(run, error, nodes, path, isNonNull)
      }
    },
  }
}

type Read = (run: Run, source: unknown, path: Path) => unknown

/** Reads the member that a field exposes, or asks its resolver. */
function prepareRead(context: FieldContext): Read {
  const { definition } = context
  const { resolve = defaultFieldResolver, extensions } = definition
  const exposed = extensions.pothosExposedField
  if (typeof exposed === 'string') return (_run, source) => readMember(source, exposed)
  const readArguments = prepareArguments(context)
  return (run, source, path) => resolve(source, readArguments(run), run.context, new Info(context, run, path))
}

/** What a resolver may ask about the field it answers. Hardly any does, so that nothing of it is put together beforehand. */
class Info implements GraphQLResolveInfo {
  readonly path: Path
  readonly #field: FieldContext
  readonly #run: Run

  constructor(field: FieldContext, run: Run, path: Path) {
    this.#field = field
    this.#run = run
    this.path = path
  }

  get fieldName() {
    return this.#field.definition.name
  }
  get fieldNodes() {
    return this.#field.nodes
  }
  get returnType() {
    return this.#field.definition.type
  }
  get parentType() {
    return this.#field.parentType
  }
  get schema() {
    return this.#field.plan.schema
  }
  get fragments() {
    return this.#field.plan.fragments
  }
  get rootValue() {
    return undefined
  }
  get operation() {
    return this.#field.plan.operation
  }
  get variableValues() {
    return this.#run.variables
  }
}

function readMember(source: unknown, name: string): unknown {
  return (source as Readonly<Record<string, unknown>>)[name]
}

type Arguments = Record<string, unknown>

/** Arguments without variables are the same for ever; others are worked out once for each execution. */
function prepareArguments({ plan, definition, nodes }: FieldContext): (run: Run) => Arguments {
  const [node] = nodes
  if (definition.args.length === 0) return () => NO_ARGUMENTS
  const place = plan.fieldsWithVariables++
  return (run) => {
    const known = run.arguments[place]
    if (known !== undefined) return known
    const read = getArgumentValues(definition, node!, run.variables)
    run.arguments[place] = read
    return read
  }
}

const NO_ARGUMENTS: Arguments = Object.freeze({})
