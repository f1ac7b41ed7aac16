import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql'
import { answerObject } from './complete.ts'
import { collectFields, createPlan, type Plan, type Selections } from './plan.ts'
import { isPromise, type Run } from './run.ts'

/** A query, or a mutation of one field, of which everything that does not depend on the request was worked out beforehand. */
export interface PreparedOperation {
  /** As the document names it. */
  readonly name: string | null
  readonly kind: 'query' | 'mutation'
  /**
   * Answers it as any executor would, save that it is quicker. `null`, with nothing done yet, where the variables are not
   * such as it takes: refusing them in the right words is left to the ordinary way.
   */
  execute(
    context: unknown,
    variables: Readonly<Record<string, unknown>>,
  ): ExecutionResult | Promise<ExecutionResult> | null
}

/** Fields left out or not: so many ways at most are remembered. */
const MAX_PLANS = 8
const MAX_VARIABLE_ERRORS = 50

/** Prepares an operation of a valid document; `null` for what is left to the ordinary way. */
export type PrepareOperation = (document: DocumentNode, operationName: string | null) => PreparedOperation | null

/**
 * Prepares operations of a schema. Left to the ordinary way are mutations of several fields, which wait for each other, subscriptions,
 * the schema's description of itself,
 * directives besides `@skip` and `@include`, and schemas whose types are told apart by more than a name.
 *
 * What executors work out for every field of every record (which fields an object has, whether its type fits, what its arguments
 * are) is worked out once here. Most of our fields only hand on a member of what they are given, so that this is most of the work.
 */
export function createPreparer(schema: GraphQLSchema): PrepareOperation {
  const isPlain = Object.values(schema.getTypeMap()).every((type) =>
    isObjectType(type) ? !type.isTypeOf : !isAbstractType(type) || type.resolveType,
  )
  return (document, operationName) => (isPlain ? prepareOperation(schema, document, operationName) : null)
}

function prepareOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): PreparedOperation | null {
  const operation = getOperationAST(document, operationName)
  if (!operation || !isPreparable(document)) return null
  const kind = operation.operation
  if (kind === 'subscription' || (kind === 'mutation' && !hasOneField(operation))) return null
  const type = schema.getRootType(kind)
  if (!type) return null
  const switches = findSwitches(document)
  const plans = new Map<string, { readonly plan: Plan; readonly selections: Selections }>()

  function planFor(variables: Record<string, unknown>): { plan: Plan; selections: Selections } | null {
    const key = switches.map((name) => (variables[name] === true ? '1' : '0')).join('')
    const known = plans.get(key)
    if (known) return known
    if (plans.size >= MAX_PLANS) return null
    const plan = createPlan(schema, document, operation as OperationDefinitionNode, variables)
    const made = { plan, selections: collectFields(plan, type!, [operation!.selectionSet]) }
    plans.set(key, made)
    return made
  }

  return {
    name: operation.name?.value ?? null,
    kind,
    execute(context, given) {
      const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given, {
        maxErrors: MAX_VARIABLE_ERRORS,
      })
      const planned = coerced === undefined ? null : planFor(coerced)
      if (coerced === undefined || planned === null) return null
      const run: Run = { context, variables: coerced, errors: [], arguments: [] }
      const finish = (data: unknown): ExecutionResult => {
        const answered = data as Record<string, unknown> | null
        return run.errors.length === 0 ? { data: answered } : { errors: run.errors, data: answered }
      }
      const fail = (error: unknown): ExecutionResult => {
        run.errors.push(error as GraphQLError)
        return finish(null)
      }
      try {
        const data = answerObject(run, planned.selections, undefined, undefined)
        return isPromise(data) ? data.then(finish, fail) : finish(data)
      } catch (error) {
        return fail(error)
      }
    },
  }
}

function hasOneField({ selectionSet: { selections } }: OperationDefinitionNode): boolean {
  return selections.length === 1 && selections[0]!.kind === Kind.FIELD
}

function isPreparable(document: DocumentNode): boolean {
  let preparable = true
  visit(document, {
    Field: ({ name, alias }) => {
      // An answer's member of this name would be no member.
      if (alias?.value === '__proto__' || /^__(schema|type)$/.test(name.value)) preparable = false
    },
    Directive: ({ name }) => {
      if (name.value !== 'skip' && name.value !== 'include') preparable = false
    },
  })
  return preparable
}

/** Variables that decide whether a field is left out. */
function findSwitches(document: DocumentNode): readonly string[] {
  const names = new Set<string>()
  visit(document, {
    Directive: ({ arguments: given = [] }) => {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value)
    },
  })
  return [...names]
}
