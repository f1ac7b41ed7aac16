import type { HttpClient } from '../../../http/client.ts'
import { decode } from '../../../http/decode.ts'
import type { Capability } from '../../../model/capability.ts'
import { createSharedReads } from '../../shared-reads.ts'
import { readEnvelope } from '../envelope.ts'
import type { Server } from './mapping.ts'
import { type WireProfile, wireProfile } from './wire.ts'

/** What one look at the portal tells: which product it is, and who we are there. */
export interface Probed {
  readonly server: Server
  readonly viewer: WireProfile
}

/** How long that is believed; rights change seldom. */
const KEPT_FOR_MS = 5 * 60_000

export interface Probe {
  /** Remembered for a while. */
  read(signal: AbortSignal): Promise<Probed>
  /** Asked anew. */
  ask(signal: AbortSignal): Promise<Probed>
}

export function createProbe(source: string, http: HttpClient, now: () => number): Probe {
  async function ask(signal: AbortSignal): Promise<Probed> {
    const answer = await http.request({ method: 'GET', path: '/api/2.0/people/@self', signal })
    const what = "the account's own profile"
    const { response, isDocSpace } = readEnvelope(answer, { source, what })
    return { server: isDocSpace ? 'docspace' : 'workspace', viewer: decode(wireProfile, response, { source, what }) }
  }
  const shared = createSharedReads({ read: (_key, signal) => ask(signal), keepMs: KEPT_FOR_MS, now })
  return { ask, read: (signal) => shared.read('@self', signal) }
}

const WRITES: readonly Capability[] = ['USER_UPDATE', 'CONTACT_ITEM_UPSERT', 'CONTACT_ITEM_REMOVE', 'AVATAR_REMOVE']

/** What the account may do: on DocSpace lists are for room administrators and above, and writes for oneself. */
export function capabilitiesOf({ server, viewer }: Probed, hasLinks: boolean): ReadonlySet<Capability> {
  const mayList = server === 'workspace' || [viewer.isAdmin, viewer.isOwner, viewer.isRoomAdmin].includes(true)
  return new Set<Capability>([
    'USER_READ',
    ...(mayList ? (['USER_LIST', 'USER_SEARCH'] as const) : []),
    ...WRITES,
    ...(server === 'docspace' || hasLinks ? (['AVATAR_UPLOAD'] as const) : []),
  ])
}
