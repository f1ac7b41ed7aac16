import { type ExecutionResult, GraphQLError, getOperationAST } from 'graphql'
import type { Plugin, YogaLogger } from 'graphql-yoga'
import type { Logger } from '../model/logger.ts'
import type { Usage } from '../usage.ts'
import { mediaType } from './cross-site.ts'
import type { Exchange } from './exchange.ts'
import { HttpProblem } from './http-problem.ts'
import { isDeeperThan } from './json-depth.ts'
import {
  type FailedSources,
  failedSources,
  MAX_LOGGED_NAME_CHARACTERS,
  withShownErrors,
  withShownUsage,
} from './shown-result.ts'
import { readUploads, type UploadLimits } from './uploads.ts'

/** What goes along with a request through Yoga. */
export interface ServerContext {
  readonly exchange: Exchange
  readonly uploads: UploadLimits
  /** Filled in as it becomes known, for the log. */
  readonly seen: SeenOperation
  /** What the request costs at its sources, counted while it is answered. */
  readonly usage: Usage
}

export interface SeenOperation {
  operation?: string
  kind?: string
  errorCodes?: readonly unknown[]
  /** Sources that failed, with their codes: those of slices and of writes too, which are no errors of the answer. */
  sources?: FailedSources
  /** Whether it was answered past Yoga's HTTP layer. */
  prepared?: boolean
}

/** The deepest value that variables may hold. */
export const MAX_JSON_DEPTH = 32

/** Reads forms with files; of every other form, says what is wrong with it rather than that something is. */
export function useRequestParsers(): Plugin<object, ServerContext> {
  return {
    onRequestParse: ({ requestParser, setRequestParser, serverContext: { exchange, uploads } }) => {
      if (mediaType(exchange.request) === 'multipart/form-data') {
        setRequestParser(() => readUploads(exchange.request, exchange.response, uploads))
      } else if (requestParser) {
        setRequestParser(async (request) => {
          try {
            return await requestParser(request)
          } catch (error) {
            if (error instanceof GraphQLError) throw new HttpProblem(400, error.message, { cause: error })
            if (!(error instanceof SyntaxError)) throw error
            throw new HttpProblem(400, 'The request holds something that is to be JSON and is not.', { cause: error })
          }
        })
      }
    },
    onParams: ({ params }) => {
      if (isDeeperThan(params, MAX_JSON_DEPTH)) {
        throw new HttpProblem(400, `The request is nested deeper than ${MAX_JSON_DEPTH} levels.`)
      }
    },
  }
}

/** Notes which operation was asked for. */
export function useSeenOperation(): Plugin<ServerContext> {
  return {
    onExecute: ({ args }) => {
      const { seen } = args.contextValue as ServerContext
      const operation = getOperationAST(args.document, args.operationName)
      if (!operation) return
      seen.kind = operation.operation
      if (operation.name) seen.operation = operation.name.value.slice(0, MAX_LOGGED_NAME_CHARACTERS)
    },
  }
}

/** The one place every error passes on its way out, wherever it was met. */
export function useShownErrors(log: Logger): Plugin<object, ServerContext> {
  return {
    onResultProcess: ({ result, setResult, serverContext: { exchange, seen, usage } }) => {
      const shown = withShownErrors(result as ExecutionResult, exchange.requestId, { seen, log })
      const failed = failedSources(shown, usage)
      if (failed) seen.sources = failed
      setResult(shown)
    },
  }
}

export function useShownUsage(): Plugin<object, ServerContext> {
  return {
    onResultProcess: ({ result, setResult, serverContext: { usage } }) => {
      setResult(withShownUsage(result as ExecutionResult, usage))
    },
  }
}

/** Yoga's own lines, all of them about requests that are answered and logged already. */
export const silentYogaLog: YogaLogger = { debug() {}, info() {}, warn() {}, error() {} }
