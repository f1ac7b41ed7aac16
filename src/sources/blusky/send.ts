import type { HttpClient } from '../../http/client.ts'
import { GatewayError } from '../../model/errors.ts'
import { sendPlan, toHttpRequest } from '../send-plan.ts'
import type { PlannedRequest, Source } from '../source.ts'
import { checkResult } from './results.ts'
import type { BluskySettings } from './settings.ts'
import { wireResult } from './wire.ts'

/** Carries plans out. A 200 is not yet success: the result in the body says whether it was. */
export function createSend(
  client: HttpClient,
  settings: BluskySettings,
  context: { readonly source: string; readonly onSent: () => void },
): NonNullable<Source['send']> {
  const { source } = context

  return async (plan, { signal }) =>
    sendPlan(plan, async (request) => {
      try {
        const { body, status } = await client.request(toHttpRequest(request, signal))
        // What an update of a user answers is not published. What can be read back needs no more; a photo can't.
        if (!isUpdate(request) && !wireResult.safeParse(body).success) {
          throw new GatewayError(
            'BAD_SOURCE_RESPONSE',
            `${source} answered ${request.method} ${request.path} without a result code`,
            { source, status, outcomeUnknown: true },
          )
        }
        checkResult(body, source, settings, 'INVALID_INPUT')
      } catch (error) {
        throw error instanceof GatewayError ? placed(error, request) : error
      } finally {
        context.onSent()
      }
    })
}

function isUpdate({ path }: PlannedRequest): boolean {
  return path === '/api/Person/UpdateUser' || /^\/api\/v2\/Users\/[^/]+$/.test(path)
}

/** A refused photo is the caller's file. */
function placed(error: GatewayError, request: PlannedRequest): GatewayError {
  if (error.code !== 'INVALID_INPUT' || request.path !== '/api/v1/Users/Photo') return error
  return new GatewayError(error.code, error.message, {
    path: ['file'],
    outcomeUnknown: error.outcomeUnknown,
    cause: error,
    ...(error.source !== undefined && { source: error.source }),
    ...(error.status !== undefined && { status: error.status }),
  })
}
