import { cpus, loadavg } from 'node:os'

/** What was measured on, and how much else it had to do: `Node 24.21.0, 2 × AMD EPYC, load average 0.9`. */
export function describeMachine(): string {
  const [processor] = cpus()
  const load = loadavg()[1]!.toFixed(1) // of the last five minutes
  return `Node ${process.versions.node}, ${cpus().length} × ${processor?.model ?? 'unknown processor'}, load average ${load}`
}
