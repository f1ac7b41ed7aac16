import { setTimeout as wait } from 'node:timers/promises'
import { decode } from '../../../http/decode.ts'
import { GatewayError, invalidInput, unsupported } from '../../../model/errors.ts'
import { sendPlan, toHttpRequest } from '../../send-plan.ts'
import type { Plan, PlannedRequest, Sent } from '../../source.ts'
import { readEnvelope } from '../envelope.ts'
import { isDefaultPicture } from './mapping.ts'
import type { PeopleContext } from './reads.ts'
import { wireThumbnails, wireUpload } from './wire.ts'

/** How long, and between which looks, the thumbnails of a new picture are waited for. */
const THUMBNAIL_WAITS_MS = [100, 200, 400, 800]

/** Carries a plan out. What the portal answers is not believed: it is built from what was sent. */
export function sendToPortal(context: PeopleContext, plan: Plan, signal: AbortSignal): Promise<Sent> {
  return sendPlan(plan, async (request) => {
    if (request.method === 'GET') return checkLead(context, request, signal)
    if (request.file === undefined) return sendPlain(context, request, signal)
    return request.as === 'multipart' ? upload(context, request, signal) : sendLink(context, request, signal)
  })
}

async function sendPlain({ source, http }: PeopleContext, request: PlannedRequest, signal: AbortSignal): Promise<void> {
  const answer = await http.request(toHttpRequest(request, signal))
  readEnvelope(answer, { source, what: 'a write', wrote: true })
}

/** Whether somebody may lead: an id of nobody would be taken. */
async function checkLead({ http }: PeopleContext, request: PlannedRequest, signal: AbortSignal): Promise<void> {
  const answer = await http.request({ ...toHttpRequest(request, signal), accept: [404] })
  if (answer.status === 404) throw invalidInput(['managerId'], 'nobody there has this id')
}

/** The portal fetches the picture from a link to the gateway, before it answers. */
async function sendLink(context: PeopleContext, request: PlannedRequest, signal: AbortSignal): Promise<void> {
  const { source, http, linkTo } = context
  const { method, path, file } = request
  if (linkTo === null || file === undefined) throw unsupported(source, `${source} has nowhere to fetch a picture from`)
  const json = { [file.field]: linkTo(file.picture) }
  const answer = await http.request({ method, path, json, signal }).catch((error: unknown) => {
    throw unfetched(source, error)
  })
  const what = 'a new picture'
  const { response } = readEnvelope(answer, { source, what, wrote: true })
  const { big } = decode(wireThumbnails, response, { source, what })
  if (big && isDefaultPicture(big)) await waitForThumbnails(context, path, signal)
}

/** A refusal in the words of its network, not of its rights: it could not reach us, or was not told how long the picture is. */
function unfetched(source: string, error: unknown): unknown {
  if (!(error instanceof GatewayError)) return error
  const isRight = error.status !== 403 || /access denied|forbidden/i.test(error.message)
  if (isRight && error.status !== 400) return error
  const message = `${source} could not fetch the picture from this gateway: is server.publicUrl an address that the portal reaches?`
  return new GatewayError('UNSUPPORTED', message, {
    source,
    cause: error,
    ...(error.status && { status: error.status }),
  })
}

/** Smaller pictures are made after the answer. Without them nothing would be seen of the new one when it is read back. */
async function waitForThumbnails({ source, http }: PeopleContext, path: string, signal: AbortSignal): Promise<void> {
  for (const ms of THUMBNAIL_WAITS_MS) {
    await wait(ms, undefined, { signal })
    const answer = await http.request({ method: 'GET', path, signal })
    const what = "a user's pictures"
    const { big } = decode(wireThumbnails, readEnvelope(answer, { source, what }).response, { source, what })
    if (!big || !isDefaultPicture(big)) return
  }
}

/** Answered with 200 whatever becomes of it. */
async function upload({ source, http }: PeopleContext, request: PlannedRequest, signal: AbortSignal): Promise<void> {
  const answer = await http.request(toHttpRequest(request, signal))
  const what = 'an upload'
  const { response } = readEnvelope(answer, { source, what, wrote: true })
  const { success } = decode(wireUpload, response, { source, what })
  if (success !== true) throw invalidInput([], `${source} did not take the picture`)
}
