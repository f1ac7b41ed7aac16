import type { GraphQLSchema } from 'graphql'
import type { Logger } from './model/logger.ts'
import type { Source } from './sources/source.ts'

export interface ServerOptions {
  /** Default: the gateway's own. */
  readonly schema?: GraphQLSchema
  readonly sources: readonly Source[]
  /** The address to listen on. Without credentials configured only a loopback one is allowed. */
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  /** Where the world reaches the gateway; its host is accepted as `Host`. `null`: only where it listens. */
  readonly publicUrl: string | null
  readonly log: Logger
  /** The largest file a request may bring. Default 10,000,000. */
  readonly maxUploadBytes?: number
  /** How long one request may take to arrive whole. Default 60,000. */
  readonly requestTimeoutMs?: number
  /** How long `close` waits for running requests. Default 10,000. */
  readonly closeTimeoutMs?: number
  /** Web origins besides its own that a browser may call from: `https://app.example.org`. Default none. */
  readonly allowedOrigins?: readonly string[]
  /** Whether `/readyz` says yes. Default: always, once listening. */
  readonly readiness?: () => Promise<boolean>
}

export interface KithServer {
  /** Without a path or a slash at its end: `http://127.0.0.1:4000`. */
  readonly url: string
  readonly port: number
  /** Stops accepting, lets running requests end for `closeTimeoutMs`, then cuts off what is left. Sources stay open. */
  close(): Promise<void>
}

/**
 * Listens and serves. Rejects with a `ServerStartError`, whose message is one line for the operator, when the address is taken
 * or may not be listened on.
 */
export declare function startServer(options: ServerOptions): Promise<KithServer>
