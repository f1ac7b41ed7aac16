import { runKith } from '../../src/commands/program.ts'
import { SOURCE_DEFINITIONS } from '../../src/sources/registry.ts'

export interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Does what the command does, inside this process: many times faster than starting another. */
export async function runInside(
  args: readonly string[],
  { directory = process.cwd(), environment = {} }: { directory?: string; environment?: Record<string, string> } = {},
): Promise<Outcome> {
  const output = { stdout: '', stderr: '' }
  const write = (name: keyof typeof output) => (text: string) => {
    output[name] += text
  }
  const code = await runKith(args, '1.2.3', {
    environment,
    directory,
    stdout: { write: write('stdout'), columns: 100 },
    stderr: { write: write('stderr') },
    stop: AbortSignal.timeout(15_000),
    definitions: SOURCE_DEFINITIONS,
  })
  return { code, ...output }
}
