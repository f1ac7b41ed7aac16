import type { Context } from '../graphql/context.ts'

/** Whoever sent a request, as far as answers go. */
export interface Caller {
  /** The same for all who may be given the same answer, and for nobody else. */
  readonly key: string
  /** What resolvers are given, made anew for every execution. */
  createContext(requestId: string, signal: AbortSignal): Context
}
