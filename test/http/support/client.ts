import { onTestFinished } from 'vitest'
import type { HttpAnswer, HttpClient, HttpClientOptions, HttpRequest } from '../../../src/http/client.ts'
import { createHttpClient } from '../../../src/http/client.ts'
import type { Timers } from '../../../src/http/timers.ts'
import { GatewayError } from '../../../src/model/errors.ts'

type Asked = Omit<HttpRequest, 'signal'> & { readonly signal?: AbortSignal }

export interface TestClient extends Pick<HttpClient, 'origin' | 'onOrigin' | 'close'> {
  ask(request: Asked): Promise<HttpAnswer>
  /** The error that the request ends with; fails the test when there is none, or another kind of error. */
  fail(request: Asked): Promise<GatewayError>
}

/** A client of the source `donors`, closed when the test ends. */
export function testClient(url: string, options: Partial<HttpClientOptions> = {}, timers?: Timers): TestClient {
  const client = createHttpClient({ source: 'donors', url, ...options }, timers && { timers })
  onTestFinished(() => client.close())
  const ask = (request: Asked) => client.request({ signal: new AbortController().signal, ...request })
  return {
    origin: client.origin,
    onOrigin: client.onOrigin,
    close: client.close,
    ask,
    async fail(request) {
      const outcome: unknown = await ask(request).catch((error: unknown) => error)
      if (outcome instanceof GatewayError) return outcome
      throw new Error('the request ended without a GatewayError', { cause: outcome })
    },
  }
}
