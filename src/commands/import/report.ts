import type { Output } from '../surroundings.ts'
import type { ImportedRow, Outcome } from './import-cards.ts'

export interface Report {
  readonly count: number
  readonly refused: number
  /** Whether `add` writes a line for it. */
  shows(row: ImportedRow): boolean
  add(row: ImportedRow): void
  /** Writes how many there were of each outcome. */
  end(): void
}

export interface ReportOptions {
  readonly stdout: Output
  /** One JSON object a line: the rows, then `{ "summary": … }`. */
  readonly json: boolean
  /** Only what was refused or left something out. */
  readonly quiet: boolean
  readonly dryRun: boolean
}

/** Tells what became of each card as soon as it is known. Rows hold line numbers, ids and reasons; nothing of the card itself. */
export function createReport({ stdout, json, quiet, dryRun }: ReportOptions): Report {
  const counts: Record<Outcome, number> = { created: 0, updated: 0, unchanged: 0, refused: 0 }
  const shows = ({ outcome, leftOut }: ImportedRow) => !quiet || outcome === 'refused' || leftOut.length > 0
  return {
    get count() {
      return Object.values(counts).reduce((sum, count) => sum + count, 0)
    },
    get refused() {
      return counts.refused
    },
    shows,
    add(row) {
      counts[row.outcome] += 1
      if (shows(row)) stdout.write(json ? `${JSON.stringify(row)}\n` : describe(row))
    },
    end() {
      if (json) return void stdout.write(`${JSON.stringify({ summary: { ...counts, dryRun } })}\n`)
      const { created, updated, unchanged, refused } = counts
      stdout.write(`${created} created, ${updated} updated, ${unchanged} unchanged, ${refused} refused.\n`)
      if (dryRun) stdout.write('Nothing was written: this is what the import would do.\n')
    },
  }
}

function describe({ line, outcome, leftOut, reason }: ImportedRow): string {
  const without = leftOut.length === 0 ? '' : `, without ${leftOut.join('; ')}`
  return `line ${line}: ${outcome}${reason === null ? '' : `: ${reason}`}${without}\n`
}
