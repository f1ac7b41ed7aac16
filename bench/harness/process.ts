import { readFile } from 'node:fs/promises'

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10

/** User and system time of a process so far, in milliseconds. `null` where the system does not tell (no /proc). */
export async function readCpuMs(pid: number): Promise<number | null> {
  const stat = await readProc(pid, 'stat')
  if (stat === null) return null
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}

/** Memory in use, in MB. `null` likewise. */
export async function readMemoryMb(pid: number): Promise<number | null> {
  const resident = /^VmRSS:\s+(\d+) kB$/m.exec((await readProc(pid, 'status')) ?? '')?.[1]
  return resident === undefined ? null : Number(resident) / 1024
}

function readProc(pid: number, file: string): Promise<string | null> {
  return readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => null)
}
