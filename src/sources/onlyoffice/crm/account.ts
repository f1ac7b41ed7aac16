import type { HttpClient } from '../../../http/client.ts'
import { decode } from '../../../http/decode.ts'
import { CAPABILITIES, type Capability } from '../../../model/capability.ts'
import { createSharedReads } from '../../shared-reads.ts'
import type { CallOptions } from '../../source.ts'
import { readEnvelope } from '../envelope.ts'
import { CRM } from './reads.ts'
import { wireUser } from './wire.ts'

/** The linked account, as far as it matters here. */
export interface Account {
  readonly id: string
  /** Whether it sees every contact, private ones too. */
  readonly isCrmAdmin: boolean
  /** Whether there is a CRM, and it may use it: DocSpace has none, and guests are kept out. */
  readonly hasCrm: boolean
}

/** How long it is remembered what the account is. */
const KEEP_MS = 5 * 60_000

export interface AccountReader {
  read(options: CallOptions): Promise<Account>
}

export function createAccountReader(source: string, http: HttpClient, now: () => number): AccountReader {
  async function probe(signal: AbortSignal): Promise<Account> {
    const context = { source, what: 'the linked account' }
    const [self, stages] = await Promise.all([
      http.request({ method: 'GET', path: '/api/2.0/people/@self', signal }),
      http.request({ method: 'GET', path: `${CRM}/contact/status`, accept: [403, 404], signal }),
    ])
    const { id, isOwner, isAdmin, listAdminModules } = decode(wireUser, readEnvelope(self, context).response, context)
    if (stages.status < 300) readEnvelope(stages, { source, what: 'the stages' })
    return {
      id: id.toLowerCase(),
      isCrmAdmin: isOwner === true || isAdmin === true || listAdminModules?.includes('crm') === true,
      hasCrm: stages.status < 300,
    }
  }

  const shared = createSharedReads({ read: (_key, signal) => probe(signal), keepMs: KEEP_MS, now })
  return { read: ({ signal }) => shared.read('', signal) }
}

const OF_THE_CRM: ReadonlySet<Capability> = new Set(
  CAPABILITIES.filter((name) => !name.startsWith('USER_') || name === 'USER_READ'),
)
const NOTHING: ReadonlySet<Capability> = new Set()

/** Whoever may use the CRM may make contacts; which may be changed depends on each (`viewerCanUpdate`). */
export function capabilitiesOf({ hasCrm }: Account): ReadonlySet<Capability> {
  return hasCrm ? OF_THE_CRM : NOTHING
}
