import { afterAll, beforeAll, expect } from 'vitest'
import { createDirectory } from '../../../src/directory/create-directory.ts'
import type { Directory } from '../../../src/directory/directory.ts'
import { createDirectoryState } from '../../../src/directory/state.ts'
import type { Source } from '../../../src/sources/source.ts'
import { options } from '../conformance/look.ts'
import type { Setting } from '../conformance/trials.ts'
import type { Fault } from './catalog.ts'
import { type FaultProxy, startFaultProxy } from './proxy.ts'
import { createListener, type FaultSubject } from './subject.ts'

/** How long a source waits, in milliseconds, where it is not to give up, and where it is. */
const PATIENCE_MS = { usual: 5000, slow: 200 }

/** A source behind a proxy, and the same one connected straight: what is so, whatever the first is told. */
export interface Rig {
  readonly subject: FaultSubject
  readonly proxy: FaultProxy
  /** Connected straight. */
  readonly truth: Source
  /** For `trialsOf`: makes what writes need without the proxy. */
  readonly setting: Setting & Pick<FaultSubject, 'ids'>
  /**
   * A new source behind the proxy, signed in, as one request sees it. With `onSend`, the fault begins with the first request of
   * a write; without, at once.
   */
  connect(fault: Fault, which: { readonly from: number; readonly times: number }, onSend: boolean): Promise<Connected>
}

export interface Connected {
  readonly directory: Directory
  readonly source: Source
  /** Notes what a caller is shown. */
  hear(what: unknown): void
  /** That nothing noted or logged holds a credential or a query string. */
  expectDiscreet(): void
  close(): Promise<void>
}

/** Sets everything up before the tests of the present `describe`, and takes it down after. */
export function createRig(setUp: () => Promise<FaultSubject>): Rig {
  let subject: FaultSubject
  let proxy: FaultProxy
  let truth: Source
  beforeAll(async () => {
    subject = await setUp()
    proxy = await startFaultProxy(subject.url)
    truth = await subject.connect(subject.url, { timeoutMs: PATIENCE_MS.usual, log: createListener().log })
  })
  afterAll(async () => {
    await truth?.close?.()
    await proxy?.close()
    await subject?.close()
  })

  return {
    get subject() {
      return subject
    },
    get proxy() {
      return proxy
    },
    get truth() {
      return truth
    },
    get setting() {
      const { ids, samples, create, items } = subject
      return { source: truth, ids, ...(samples && { samples }), ...(create && { create }), ...(items && { items }) }
    },
    async connect(fault, which, onSend) {
      const listener = createListener()
      const { log } = listener
      const patient = await subject.connect(proxy.url, { timeoutMs: PATIENCE_MS.usual, log })
      const hasty = fault.isSlow ? await subject.connect(proxy.url, { timeoutMs: PATIENCE_MS.slow, log }) : patient
      await patient.ping(options())
      // Haste only where the fault is met: a busy machine is to fail nothing else.
      let source = onSend ? patient : hasty
      const send: Source['send'] = async (plan, sending) => {
        proxy.arm(fault, which)
        source = hasty
        const sent = await hasty.send!(plan, sending)
        if (which.from === 1 && which.times === 1) source = patient
        return sent
      }
      const armed = new Proxy(patient, {
        get: (_patient, name) => (name === 'send' && onSend ? send : Reflect.get(source, name)),
      })
      if (!onSend) proxy.arm(fault, which)
      return {
        source: armed,
        directory: createDirectory([armed], { ...options(), state: createDirectoryState() }),
        hear: listener.hear,
        expectDiscreet() {
          const heard = listener.heard()
          for (const secret of [...subject.secrets, ...proxy.seenSecrets].filter(({ length }) => length > 5)) {
            expect(heard.includes(secret), 'a credential is told').toBe(false)
          }
        },
        async close() {
          proxy.disarm()
          await Promise.all([patient.close?.(), hasty === patient ? null : hasty.close?.()])
        },
      }
    },
  }
}
