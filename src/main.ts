import { readFileSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { setFlagsFromString } from 'node:v8'

/** A second request to end counts from here on. npm hands a terminal's Ctrl-C on although the terminal has sent it itself. */
const SECOND_SIGNAL_AFTER_MS = 300
const PARENT_CHECK_MS = 500
/** How long something forgotten may keep the process alive once the command is done. */
const EXIT_WITHIN_MS = 1000

// Whoever reads the output may have had enough of it: `kith export --from own | head`. As a shell sees that others end so.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 128 + 13 : 1))

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }

// V8 learns while the heap is still small which objects to make in old space from then on, and takes those of a whole request for
// such: the first collections meet them while they are in use. Dead ones in old space then keep what they refer to through every
// young collection, which takes ten times as long; some starts learn so and others don't.
setFlagsFromString('--no-allocation-site-pretenuring')

// What Node makes of the code is kept for the next start, which halves its time; so the rest is imported only now.
enableCompileCache()
const { runKith } = await import('./commands/program.ts')
const { SOURCE_DEFINITIONS } = await import('./sources/registry.ts')
const { openProcesses } = await import('./processes/cluster.ts')
const { writeByTurns } = await import('./commands/turn-output.ts')
const processes = openProcesses()
const stderr = writeByTurns(process.stderr)
process.on('exit', stderr.flush)

process.exitCode = await runKith(process.argv.slice(2), version, {
  environment: process.env,
  directory: process.cwd(),
  stdout: process.stdout,
  stderr,
  stop: stopOnSignals(),
  definitions: SOURCE_DEFINITIONS,
  processes,
})
setTimeout(() => process.exit(), EXIT_WITHIN_MS).unref()

/**
 * Aborted by the first SIGINT or SIGTERM, or when the shell that npm has put in between ends without handing one on. A
 * second signal ends the process at once, as a shell would see it.
 */
function stopOnSignals(): AbortSignal {
  const stop = new AbortController()
  let firstAt = 0
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ] as const) {
    process.on(signal, () => {
      if (!stop.signal.aborted) firstAt = performance.now()
      else if (performance.now() - firstAt > SECOND_SIGNAL_AFTER_MS) {
        processes.kill()
        process.exit(128 + number)
      }
      stop.abort()
    })
  }
  const parent = process.ppid
  if (process.env.npm_lifecycle_event !== undefined) {
    setInterval(() => process.ppid !== parent && stop.abort(), PARENT_CHECK_MS).unref()
  }
  return stop.signal
}
