import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql'

export interface DocumentLimits {
  /** Fields within fields, and values within values. */
  readonly depth: number
  /** Fields at the top of an operation. */
  readonly rootFields: number
  /** Fragments that are named, whether they are there or not: each is compared with each other when the document is validated. */
  readonly fragments: number
  /** Selections after every fragment is spread where it is used, over the whole document. */
  readonly selections: number
  readonly aliases: number
  /** Aliases below `__schema` and `__type`, where each may repeat the whole schema. */
  readonly introspectionAliases: number
  readonly introspections: number
  /** Fields of one name in one place: each is compared with each other when the document is validated. */
  readonly repeats: number
  readonly directives: number
}

/**
 * Refuses documents that would cost much more to validate or to answer than to send. Every selection is visited once for each
 * place it is spread to, and the walk ends at the first limit passed, so it takes no longer than the limits allow. It needs no
 * schema, and is to run before validation, whose time grows with the square of what is repeated. Throws a `GraphQLError`.
 */
export function checkDocument(document: DocumentNode, limits: DocumentLimits): void {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  const counts = { selections: 0, aliases: 0, introspectionAliases: 0, introspections: 0, directives: 0 }
  const spread = new Set<string>()

  const count = (what: keyof typeof counts, name: string): void => {
    counts[what] += 1
    if (counts[what] > limits[what]) throw tooMany(name, limits[what])
  }

  /** Fields of the sets by answer name, fragments spread; fields of one name stand together, as they will be merged. */
  const collect = (
    set: SelectionSetNode,
    into: Map<string, FieldNode[]>,
    within: ReadonlySet<string>,
    depth: number,
  ): void => {
    if (depth > limits.depth) throw tooDeep(limits.depth)
    for (const selection of set.selections) {
      count('selections', 'selections')
      checkDirectives(selection.directives)
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value
        const fields = into.get(name)
        if (fields) fields.push(selection)
        else into.set(name, [selection])
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        collect(selection.selectionSet, into, within, depth + 1)
      } else {
        const name = selection.name.value
        const fragment = fragments.get(name)
        if (within.has(name)) throw refusal(`The fragment ${name} contains itself.`)
        if (spread.add(name).size > limits.fragments) throw tooMany('fragments', limits.fragments)
        if (fragment) collect(fragment.selectionSet, into, new Set(within).add(name), depth + 1)
      }
    }
  }

  const walk = (fields: ReadonlyMap<string, readonly FieldNode[]>, depth: number, introspection: boolean): void => {
    if (depth > limits.depth) throw tooDeep(limits.depth)
    for (const same of fields.values()) {
      if (same.length > limits.repeats) throw tooMany('fields of one name in one place', limits.repeats)
      const below = new Map<string, FieldNode[]>()
      const isIntrospection = introspection || same.some(({ name }) => /^__(schema|type)$/.test(name.value))
      if (isIntrospection && !introspection) count('introspections', 'uses of __schema and __type')
      for (const field of same) {
        if (field.alias) count('aliases', 'aliases')
        if (field.alias && introspection) count('introspectionAliases', 'aliases below __schema and __type')
        for (const argument of field.arguments ?? []) checkValue(argument.value, 1)
        if (field.selectionSet) collect(field.selectionSet, below, new Set(), 1)
      }
      walk(below, depth + 1, isIntrospection)
    }
  }

  const checkDirectives = (directives: readonly DirectiveNode[] = []): void => {
    for (const directive of directives) {
      count('directives', 'directives')
      for (const argument of directive.arguments ?? []) checkValue(argument.value, 1)
    }
  }

  const checkValue = (value: ValueNode, depth: number): void => {
    if (depth > limits.depth) throw tooDeep(limits.depth)
    if (value.kind === Kind.LIST) for (const inner of value.values) checkValue(inner, depth + 1)
    if (value.kind === Kind.OBJECT) for (const { value: inner } of value.fields) checkValue(inner, depth + 1)
  }

  const checkRoot = (set: SelectionSetNode): Map<string, FieldNode[]> => {
    const fields = new Map<string, FieldNode[]>()
    collect(set, fields, new Set(), 1)
    walk(fields, 1, false)
    return fields
  }

  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue
    checkDirectives(node.directives)
    for (const variable of node.variableDefinitions ?? []) {
      checkDirectives(variable.directives)
      if (variable.defaultValue) checkValue(variable.defaultValue, 1)
    }
    const fields = checkRoot(node.selectionSet)
    if (fields.size > limits.rootFields) throw tooMany('fields at the top', limits.rootFields)
  }
  for (const fragment of fragments.values()) {
    checkDirectives(fragment.directives)
    if (!spread.has(fragment.name.value)) checkRoot(fragment.selectionSet)
  }
}

export function refusal(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'INVALID_INPUT', http: { status: 400 } } })
}

function tooMany(what: string, limit: number): GraphQLError {
  return refusal(`The document has too many ${what}: at most ${limit} are allowed.`)
}

function tooDeep(limit: number): GraphQLError {
  return refusal(`The document is nested too deep: at most ${limit} levels are allowed.`)
}
