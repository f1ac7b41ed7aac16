import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Until those who wait for the start have been answered. */
const AFTER_MS = 500

type Collect = (options: { readonly type: 'major'; readonly flavor: 'last-resort' }) => void

/**
 * Gives back, once, what starting has left behind: a third of the memory, which V8 keeps as long as nobody asks for it. It takes
 * some tens of milliseconds.
 */
export function releaseStartMemory(): void {
  setTimeout(() => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as Collect | undefined
    setFlagsFromString('--no-expose-gc')
    collect?.({ type: 'major', flavor: 'last-resort' })
  }, AFTER_MS).unref()
}
