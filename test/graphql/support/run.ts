import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { type ExecutionResult, execute, type GraphQLError, parse, validate } from 'graphql'
import type { Directory } from '../../../src/directory/directory.ts'
import type { Context } from '../../../src/graphql/context.ts'
import { toClientError } from '../../../src/graphql/errors.ts'
import { schema } from '../../../src/graphql/schema.ts'
import { createFakeDirectory } from '../../fakes/directory.ts'

export interface Answer<Data> {
  readonly data: Data | null
  /** As a client is told of them; an unexpected one as its bare message, so that no test takes it for another. */
  readonly errors: readonly {
    readonly message: string
    readonly path?: readonly (string | number)[]
    readonly extensions?: Readonly<Record<string, unknown>>
  }[]
}

/** A context in which nobody may see more than everybody may. */
export function createContext(directory: Directory = createFakeDirectory(), fields: Partial<Context> = {}): Context {
  return {
    directory,
    requestId: 'request-1',
    signal: new AbortController().signal,
    viewer: { name: null, scopes: [] },
    avatarUrl: (ref, key, size) => `/avatars/${ref.type}/${ref.source}/${ref.id}/${key}${size ? `?size=${size}` : ''}`,
    ...fields,
  }
}

/** Carries a whole operation out, as the server would once it has read the request. */
export async function run<Data = Record<string, unknown>, Variables extends object = object>(
  document: TypedDocumentNode<Data, Variables> | string,
  variables?: Variables,
  context: Context = createContext(),
): Promise<Answer<Data>> {
  const result = await executeNow(document, variables, context)
  return {
    data: (result.data ?? null) as Data | null,
    errors: (result.errors ?? []).map((error) => shown(error, context)),
  }
}

/** The same without waiting: a promise only where a resolver made one. */
export function executeNow<Data, Variables extends object>(
  document: TypedDocumentNode<Data, Variables> | string,
  variables: Variables | undefined,
  context: Context,
): ExecutionResult | Promise<ExecutionResult> {
  const parsed = typeof document === 'string' ? parse(document) : document
  const invalid = validate(schema, parsed)
  if (invalid.length > 0) throw invalid[0]
  return execute({
    schema,
    document: parsed,
    contextValue: context,
    ...(variables && { variableValues: variables as Record<string, unknown> }),
  }) as ExecutionResult | Promise<ExecutionResult>
}

function shown(error: GraphQLError, { requestId }: Context): Answer<unknown>['errors'][number] {
  const told = toClientError(error, requestId)
  if (told === null) return { message: `unexpected: ${error.message}` }
  return { message: told.message, ...(told.path && { path: told.path }), extensions: told.extensions }
}
