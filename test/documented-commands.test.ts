import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { MAIN, makeFolder, ROOT } from './command/run-kith.ts'

/** A command of a document, and what is shown below it. */
interface Step {
  readonly command: string
  readonly shown: string
}

const SOURCES = {
  'docs/operation.md': { own: { kind: 'store', seed: true }, donors: { kind: 'virtuous', simulate: true } },
  'docs/import-and-export.md': {
    own: { kind: 'store', seed: true },
    archive: { kind: 'store', url: 'sqlite:./data/archive.db' },
  },
}
const DOCUMENTS = Object.keys(SOURCES) as (keyof typeof SOURCES)[]

/** For machines without it. */
const CURL =
  '#!/usr/bin/env node\nfetch(process.argv.at(-1)).then((answer) => answer.text()).then((text) => process.stdout.write(text))\n'

async function stepsOf(document: string): Promise<readonly Step[]> {
  const text = await readFile(join(ROOT, document), 'utf8')
  const blocks = [...text.matchAll(/^```console\n([\s\S]*?)^```$/gm)].map(([, block]) => block!)
  return blocks.flatMap((block) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((step) => {
        const [command = '', ...shown] = step.split('\n')
        return { command, shown: shown.join('\n') }
      }),
  )
}

/** A folder with a shell in it that knows `kith`, and the commands that were started there. */
async function openShell(sources: object, port: number) {
  const store = { url: 'sqlite:./data/kith.db' }
  const folder = await makeFolder({ 'kith.config.json': { sources, store, server: { port } } })
  const bin = join(folder, 'bin')
  await mkdir(bin)
  await writeFile(join(bin, 'kith'), `#!/bin/sh\nexec "${process.execPath}" "${MAIN}" "$@"\n`, { mode: 0o755 })
  await symlink(process.execPath, join(bin, 'node'))
  const last = join(folder, 'last')
  await mkdir(last)
  await writeFile(join(last, 'curl'), CURL, { mode: 0o755 })
  const environment = { PATH: `${bin}:${dirname(process.execPath)}:${process.env.PATH}:${last}`, HOME: folder }
  let background: ChildProcess | null = null
  const start = (command: string) =>
    spawn('/bin/sh', ['-c', command], { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })

  return async ({ command, shown }: Step): Promise<string> => {
    const here = command.replaceAll('4000', String(port))
    if (here === 'kill %1' && background !== null) {
      background.kill('SIGTERM')
      const [code] = (await once(background, 'close')) as [number]
      return code === 0 ? '' : `ended with ${code}`
    }
    if (here.endsWith(' &')) {
      const child = start(`exec ${here.slice(0, -2)}`)
      background = child
      onTestFinished(() => void child.kill('SIGKILL'))
      return outputOf(child, shown)
    }
    return outputOf(start(here), null)
  }
}

/** All that a command writes, or with `until` what it has written when that is shown. */
async function outputOf(child: ChildProcess, until: string | null): Promise<string> {
  let text = ''
  const closed = once(child, 'close')
  const seen = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (piece: string) => {
        text += piece
        if (until !== null && matches(text, until)) resolve()
      })
    }
  })
  await (until === null ? closed : Promise.race([seen, closed]))
  return text
}

function matches(text: string, shown: string): boolean {
  const parts = shown
    .trimEnd()
    .split('…')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[\\s\\S]*?')}$`).test(text.trimEnd())
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

describe.each(DOCUMENTS)('the commands of %s', (document) => {
  it('do what is shown, one after the other', async () => {
    const steps = await stepsOf(document)
    const run = await openShell(SOURCES[document], await freePort())

    for (const step of steps) {
      const output = await run(step)

      expect(matches(output, step.shown), `$ ${step.command}\n${output}`).toBe(true)
    }

    expect(steps.length).toBeGreaterThan(4)
  }, 120_000)
})
