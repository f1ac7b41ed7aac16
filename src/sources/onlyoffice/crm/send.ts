import { z } from 'zod'
import type { HttpClient } from '../../../http/client.ts'
import { GatewayError } from '../../../model/errors.ts'
import { sendPlan, toHttpRequest } from '../../send-plan.ts'
import type { Plan, PlannedRequest, Source } from '../../source.ts'
import { readEnvelope } from '../envelope.ts'
import { CRM, type CrmReads } from './reads.ts'

export interface SendContext {
  readonly reads: CrmReads
  /** Those who keep what reading a contact does not show: told of every request that was carried out, or may have been. */
  readonly unseen: readonly { note(request: PlannedRequest): void }[]
}

const made = z.looseObject({ id: z.int() })

/**
 * Carries plans out. Of the answers only the id of a new contact is believed: those to updates show what was there before.
 */
export function createSend(
  source: string,
  http: HttpClient,
  { reads, unseen }: SendContext,
): NonNullable<Source['send']> {
  return (plan, { signal }) =>
    sendPlan(plan, async (request) => {
      try {
        const answer = await http.request(toHttpRequest(request, signal))
        for (const one of unseen) one.note(request)
        const { response } = readEnvelope(answer, { source, what: `${request.method} of a contact`, wrote: true })
        return isCreate(request) ? { id: readId(source, response) } : undefined
      } catch (error) {
        if (!(error instanceof GatewayError)) throw error
        if (error.outcomeUnknown) for (const one of unseen) one.note(request)
        throw placed(error, request, plan)
      } finally {
        reads.forget()
      }
    })
}

function isCreate({ method, path }: PlannedRequest): boolean {
  return method === 'POST' && (path === `${CRM}/contact/person` || path === `${CRM}/contact/company`)
}

function readId(source: string, response: unknown): string {
  const created = made.safeParse(response)
  if (created.success) return String(created.data.id)
  throw new GatewayError('BAD_SOURCE_RESPONSE', `${source} took the new contact, but its answer names none`, {
    source,
    outcomeUnknown: true,
  })
}

/** A refused picture is the file of an upload, or the avatar of another write. */
function placed(error: GatewayError, { file }: PlannedRequest, plan: Plan): GatewayError {
  if (file === undefined || error.code !== 'INVALID_INPUT') return error
  return new GatewayError(error.code, error.message, {
    path: [plan.requests.length === 1 ? 'file' : 'avatar'],
    outcomeUnknown: error.outcomeUnknown,
    cause: error,
    ...(error.source !== undefined && { source: error.source }),
    ...(error.status !== undefined && { status: error.status }),
  })
}
