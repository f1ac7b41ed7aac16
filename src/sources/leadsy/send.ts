import { createHash } from 'node:crypto'
import type { HttpClient } from '../../http/client.ts'
import { GatewayError } from '../../model/errors.ts'
import { sendPlan, toHttpRequest } from '../send-plan.ts'
import type { Plan, PlannedRequest, Source } from '../source.ts'
import type { LeadsySettings } from './settings.ts'
import { isObject, unwrapOne, wireUser } from './wire.ts'

export interface SendContext {
  readonly source: string
  /** After each request that was taken. `owner` of the picture that it set (or, with `null`, removed); `null` for other requests. */
  onSent(owner: string | null, sha256: string | null): void
}

/** Carries plans out, and puts a refusal's path where the caller wrote what was refused. */
export function createSend(
  client: HttpClient,
  settings: LeadsySettings,
  context: SendContext,
): NonNullable<Source['send']> {
  const isCreate = ({ method, path }: PlannedRequest) => method === 'POST' && path === settings.paths.users

  return async (plan, { signal }) =>
    sendPlan(plan, async (request) => {
      try {
        const answer = await client.request({
          ...toHttpRequest(withNumbers(request), signal),
          // The reference creates users without a session.
          ...(isCreate(request) && { anonymous: true }),
        })
        const picture = pictureOf(request)
        context.onSent(picture?.owner ?? null, picture?.sha256 ?? null)
        return isCreate(request) ? { id: createdId(answer.body, answer.status, context.source) } : undefined
      } catch (error) {
        context.onSent(null, null)
        throw error instanceof GatewayError ? placed(error, request, plan) : error
      }
    })
}

/** The id of a new user stands in the avatar's request as text; the system counts in numbers. */
function withNumbers(request: PlannedRequest): PlannedRequest {
  const { body } = request
  if (!isObject(body) || typeof body.user_id !== 'string') return request
  return { ...request, body: { ...body, user_id: Number(body.user_id) } }
}

function createdId(body: unknown, status: number, source: string): string {
  const created = wireUser.safeParse(unwrapOne(body, 'user'))
  if (created.success) return String(created.data.id)
  throw new GatewayError('BAD_SOURCE_RESPONSE', `${source} took the new user, but its answer names none`, {
    source,
    status,
    outcomeUnknown: true,
  })
}

/** The picture that the request sets, or removes (`null`); `null`: it does neither. `owner`: `user:7` or `company:7`. */
export function pictureOf(request: PlannedRequest): { readonly owner: string; readonly sha256: string | null } | null {
  const body = isObject(request.body) ? request.body : {}
  const query = new URLSearchParams(request.path.split('?')[1])
  const ownerOf = (key: string) => body[key] ?? query.get(key)
  const [user, company] = [ownerOf('user_id'), ownerOf('company_id')]
  if (user == null && company == null) return null
  const text = body.avatar_base64
  const bytes = typeof text === 'string' ? Buffer.from(text.replace(/^data:[^,]*,/, ''), 'base64') : null
  return {
    owner: user == null ? `company:${company}` : `user:${user}`,
    sha256: bytes && createHash('sha256').update(bytes).digest('hex'),
  }
}

/** A refused e-mail address is the `value` of a contact item where that was asked for; a refused picture is the file. */
function placed(error: GatewayError, request: PlannedRequest, plan: Plan): GatewayError {
  if (error.code !== 'INVALID_INPUT' && error.code !== 'CONFLICT') return error
  const ofItem = plan.changes.some(({ path }) => path.startsWith('contactItems'))
  const ofPicture = pictureOf(request) !== null
  const path = ofPicture ? ['file'] : ofItem ? ['value'] : error.path
  if (path === error.path || path === undefined) return error
  return new GatewayError(error.code, error.message, {
    path,
    outcomeUnknown: error.outcomeUnknown,
    cause: error,
    ...(error.source !== undefined && { source: error.source }),
    ...(error.status !== undefined && { status: error.status }),
  })
}
