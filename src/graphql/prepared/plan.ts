import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { type PreparedField, prepareField } from './field.ts'

/** What is the same for every execution of one operation with the same fields left out. */
export interface Plan {
  readonly schema: GraphQLSchema
  readonly operation: OperationDefinitionNode
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>
  /** Variables as they were when the plan was made: those that `@skip` and `@include` name are the same in every execution. */
  readonly variables: Readonly<Record<string, unknown>>
  /** How many fields have arguments that depend on variables: each has a place among an execution's arguments. */
  fieldsWithVariables: number
}

export type Selections = readonly PreparedField[]

export function createPlan(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Plan {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null)
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments[node.name.value] = node
  }
  return { schema, operation, fragments, variables, fieldsWithVariables: 0 }
}

/** The fields to be answered of an object of `type`, in the order of the answer (specification, 6.3.2). */
export function collectFields(plan: Plan, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Selections {
  const collected = new Map<string, FieldNode[]>()
  const spread = new Set<string>()
  for (const set of sets) collect(set)
  return [...collected].map(([name, nodes]) => prepareField(plan, type, name, nodes))

  function collect(set: SelectionSetNode): void {
    for (const selection of set.selections) {
      if (!isIncluded(selection, plan.variables)) continue
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value
        const nodes = collected.get(name)
        if (nodes) nodes.push(selection)
        else collected.set(name, [selection])
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(selection.typeCondition?.name.value)) collect(selection.selectionSet)
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value)
        const fragment = plan.fragments[selection.name.value]
        if (fragment && applies(fragment.typeCondition.name.value)) collect(fragment.selectionSet)
      }
    }
  }

  function applies(condition: string | undefined): boolean {
    if (condition === undefined || condition === type.name) return true
    const named = plan.schema.getType(condition)
    return isAbstractType(named) && plan.schema.isSubType(named, type)
  }
}

function isIncluded(node: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  if (!node.directives?.length) return true
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true) return false
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false
}
