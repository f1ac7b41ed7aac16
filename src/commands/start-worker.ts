import { ConfigError } from '../config/config-error.ts'
import type { Locks } from '../directory/locks.ts'
import { orAborted } from '../model/or-aborted.ts'
import type { Begin, ToPrimary, ToWorker } from '../processes/messages.ts'
import type { Line } from '../processes/processes.ts'
import { createRemoteLocks } from '../processes/remote-locks.ts'
import { createRemoteSiblings } from '../processes/remote-siblings.ts'
import type { Exclusively } from '../sources/definition.ts'
import { describeError } from './describe-error.ts'
import { startGateway } from './gateway.ts'
import { createLog } from './log.ts'
import { releaseStartMemory } from './release-memory.ts'
import { fromSent } from './sent-config.ts'
import type { Common } from './start-workers.ts'
import { EXIT, type Surroundings, stopped } from './surroundings.ts'
import type { Team } from './team.ts'

type ToThePrimary = Line<ToPrimary, ToWorker>

/** `kith start`, as one of several: does what the primary says, and ends gently when it is told to or the primary is gone. */
export async function startWorker(line: ToThePrimary, surroundings: Surroundings): Promise<number> {
  const begun = Promise.withResolvers<Begin>()
  const listening = Promise.withResolvers<number>()
  const told = new AbortController()
  line.hear((message) => {
    if (message.kind === 'begin') begun.resolve(message)
    else if (message.kind === 'listen') listening.resolve(message.port)
    else if (message.kind === 'stop') told.abort()
  })
  const stop = AbortSignal.any([surroundings.stop, told.signal, line.closed])
  line.send({ kind: 'up' })
  try {
    const begin = await orAborted(begun.promise, stop)
    await serve(begin, listening.promise, line, { ...surroundings, stop })
    return EXIT.ok
  } catch (error) {
    if (stop.aborted && error === stop.reason) return EXIT.ok
    const wrongly = error instanceof ConfigError
    line.send({ kind: 'failed', message: describeError(error), wrongly })
    return wrongly ? EXIT.usage : EXIT.failure
  } finally {
    line.close()
  }
}

async function serve(
  begin: Begin,
  listening: Promise<number>,
  line: ToThePrimary,
  { definitions, directory, stderr, stop }: Surroundings,
): Promise<void> {
  const { config: sent, ...shared } = begin.common as Common
  const config = fromSent(sent, definitions)
  const log = createLog(config.server.logLevel, stderr, begin.index)
  const locks = createRemoteLocks(line)
  const team: Team = {
    ...shared,
    index: begin.index,
    owner: begin.owner,
    settles: begin.settles,
    locks,
    siblings: createRemoteSiblings(line, begin.count),
    exclusively: inTurn(locks),
    whenToListen() {
      line.send({ kind: 'opened' })
      return orAborted(listening, stop)
    },
  }
  line.send({ kind: 'hears' })
  const gateway = await startGateway(config, { log, directory, stop, team })
  line.send({ kind: 'serving', url: gateway.url })
  releaseStartMemory()
  await stopped(stop)
  await gateway.close()
}

/** Beside the locks of records and of keys, which are named otherwise. */
function inTurn(locks: Locks): Exclusively {
  const never = new AbortController().signal
  return (what, work) => locks.run(`alone:${what}`, never, work)
}
