import type { ExecutionResult, GraphQLSchema } from 'graphql'
import { processRegularResult, type YogaServerInstance } from 'graphql-yoga'
import type { Context } from '../graphql/context.ts'
import { createPreparer, type PreparedOperation } from '../graphql/prepared/prepare.ts'
import type { Logger } from '../model/logger.ts'
import { type Usage, withUsage } from '../usage.ts'
import { type AnswerType, readAcceptedType } from './accepted-type.ts'
import type { Caller } from './caller.ts'
import { mediaType } from './cross-site.ts'
import type { Exchange } from './exchange.ts'
import { isDeeperThan } from './json-depth.ts'
import { createPreparedOperations } from './prepared-operations.ts'
import { type Answer, createSharedAnswers } from './shared-answers.ts'
import {
  type FailedSources,
  failedSources,
  MAX_LOGGED_NAME_CHARACTERS,
  sharedUsage,
  shownUsage,
  withShownErrors,
  withShownUsage,
} from './shown-result.ts'
import { withoutTraces } from './without-traces.ts'
import { MAX_JSON_DEPTH, type SeenOperation, type ServerContext } from './yoga-plugins.ts'

export interface FastPathOptions {
  readonly schema: GraphQLSchema
  /** Whose plugins every document passes before it is prepared, and who answers whatever is not answered here. */
  readonly yoga: YogaServerInstance<ServerContext, Context>
  readonly log: Logger
  readonly openCaller: (exchange: Exchange) => Promise<Caller>
}

/**
 * Answers what most requests are, an operation in a JSON body that came before, past Yoga's HTTP layer and with its execution prepared.
 * The answer is the same, byte for byte, and everything that protects is in its place: the document has passed Yoga's plugins
 * (limits, validation), the body those of the endpoint, the result the same masking.
 */
export interface FastPath {
  /** `null`, with nothing done: the request is for Yoga to answer. */
  answer(exchange: Exchange, body: Buffer, seen: SeenOperation): Promise<Answer> | null
  /** After a write: answers under way may be older, and are shared with nobody who asks from now on. */
  forget(): void
}

export function createFastPath({ schema, yoga, log, openCaller }: FastPathOptions): FastPath {
  const prepare = createPreparer(schema)
  const shared = createSharedAnswers()
  const operations = createPreparedOperations((query, operationName) => {
    const { parse, validate } = yoga.getEnveloped({} as ServerContext)
    try {
      const document = parse(query)
      return validate(schema, document).length === 0 ? prepare(document, operationName) : null
    } catch {
      return null // Yoga will meet it too, and say so in its words
    }
  })

  async function execute(
    { operation, variables, type, seen }: Wanted,
    caller: Caller,
    exchange: Exchange,
    signal: AbortSignal,
  ): Promise<Answer> {
    const usage: Usage = new Map()
    const context = caller.createContext(exchange.requestId, signal)
    const result = await withUsage(usage, () => operation.execute(context, variables))
    if (result === null) throw new NotPrepared()
    const shown = withShownErrors(result, exchange.requestId, { seen, log })
    const failed = failedSources(shown, usage)
    return shown.errors ? toRefusal(withShownUsage(shown, usage), type, failed) : toAnswer(shown, usage, type, failed)
  }

  function answerShared(wanted: Wanted, caller: Caller, exchange: Exchange): Promise<Answer> {
    const key = `${caller.key}\0${wanted.type}\0${wanted.text}`
    return shared.answer(key, exchange, (signal) => execute(wanted, caller, exchange, signal))
  }

  async function write(wanted: Wanted, caller: Caller, exchange: Exchange): Promise<Answer> {
    try {
      return await execute(wanted, caller, exchange, exchange.signal)
    } finally {
      shared.forget()
    }
  }

  async function toRefusal(result: ExecutionResult, type: AnswerType, failed: FailedSources | null): Promise<Answer> {
    const response = withoutTraces(() => processRegularResult(result, yoga.fetchAPI, type))
    const body = Buffer.from(await response.arrayBuffer())
    const headers = Object.fromEntries(response.headers)
    return { status: response.status, headers, body, forOthers: null, failedSources: failed }
  }

  return {
    answer(exchange, body, seen) {
      const wanted = readRequest(exchange, body, seen, operations.find)
      if (wanted === null) return null
      seen.kind = wanted.operation.kind
      seen.prepared = true
      if (wanted.operation.name !== null) seen.operation = wanted.operation.name.slice(0, MAX_LOGGED_NAME_CHARACTERS)
      return openCaller(exchange).then(async (caller) => {
        const answer =
          wanted.operation.kind === 'query'
            ? await answerShared(wanted, caller, exchange)
            : await write(wanted, caller, exchange)
        if (answer.failedSources) seen.sources = answer.failedSources
        return answer
      })
    },
    forget: shared.forget,
  }
}

/** The variables are not such as the operation takes: Yoga says which. */
export class NotPrepared extends Error {
  override readonly name = 'NotPrepared'
}

interface Wanted {
  readonly operation: PreparedOperation
  readonly variables: Readonly<Record<string, unknown>>
  readonly type: AnswerType
  readonly text: string
  readonly seen: SeenOperation
}

/** `null` for what is not exactly as most requests are: what is wrong with it, if anything is, Yoga tells. */
function readRequest(
  { request, target }: Exchange,
  body: Buffer,
  seen: SeenOperation,
  find: (query: string, operationName: string | null) => PreparedOperation | null,
): Wanted | null {
  if (target.search !== '' || mediaType(request) !== 'application/json') return null
  const type = readAcceptedType(request.headers.accept)
  if (type === null) return null
  const text = body.toString()
  const parameters = parseObject(text)
  if (parameters === null) return null
  for (const name of Object.keys(parameters)) if (!PARAMETERS.has(name)) return null
  const { query, operationName = null, variables, extensions } = parameters
  if (typeof query !== 'string' || (operationName !== null && typeof operationName !== 'string')) return null
  if (!isAbsentOrObject(variables) || !isAbsentOrObject(extensions)) return null
  if (isDeeperThan(parameters, MAX_JSON_DEPTH)) return null
  const operation = find(query, operationName)
  return operation && { operation, variables: variables ?? {}, type, text, seen }
}

const PARAMETERS: ReadonlySet<string> = new Set(['query', 'operationName', 'variables', 'extensions'])

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

function isAbsentOrObject(value: unknown): value is Readonly<Record<string, unknown>> | null | undefined {
  return value === null || value === undefined || isObject(value)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Up to here, sending a text takes less than sending the bytes it was turned into. In characters. */
const MAX_TEXT = 16_384

/** What it cost stands at the end of the body, so that everything before it is the same for all who are given it. */
function toAnswer({ data }: ExecutionResult, usage: Usage, type: AnswerType, failed: FailedSources | null): Answer {
  const shown = JSON.stringify({ data }).slice(0, -1)
  const headers = { 'content-type': `${type}; charset=utf-8` }
  const bodyOf = (usage: Usage) => {
    const text = `${shown}${endOfBody(usage)}`
    return text.length > MAX_TEXT ? Buffer.from(text) : text
  }
  let others: Answer | null = null
  const toOthers = (): Answer => {
    others ??= { ...answer, body: bodyOf(sharedUsage(usage)) }
    return others
  }
  const answer: Answer = { status: 200, headers, body: bodyOf(usage), forOthers: toOthers, failedSources: failed }
  return answer
}

function endOfBody(usage: Usage): string {
  return usage.size === 0 ? '}' : `,"extensions":${JSON.stringify(shownUsage(usage))}}`
}
