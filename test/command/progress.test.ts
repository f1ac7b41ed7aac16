import { describe, expect, it } from 'vitest'
import { createProgress } from '../../src/commands/progress.ts'

function watch(columns: number | undefined) {
  const written: string[] = []
  const clock = { ms: 0 }
  const output = { write: (text: string) => void written.push(text), ...(columns !== undefined && { columns }) }
  return { written, clock, progress: createProgress(output, 'cards', () => clock.ms) }
}

describe('progress', () => {
  it('is a bar with rate and time left where somebody watches, ten times a second at most', () => {
    const { written, clock, progress } = watch(100)

    clock.ms = 2000
    progress.show(1000, 0.25)
    clock.ms = 2050
    progress.show(1025, 0.26)
    progress.clear()

    expect(written).toEqual([
      '\r\u001b[K██████░░░░░░░░░░░░░░░░░░ 25 %, 1,000 cards, 500 a second, 6 s left',
      '\r\u001b[K',
    ])
  })

  it('fits the terminal', () => {
    const { written, clock, progress } = watch(30)

    clock.ms = 2000
    progress.show(1000, 0.25)

    expect(written[0]!.replace('\r\u001b[K', '')).toHaveLength(29)
  })

  it('is a plain line each ten seconds where nobody does', () => {
    const { written, clock, progress } = watch(undefined)

    for (clock.ms = 0; clock.ms <= 25_000; clock.ms += 1000) progress.show(clock.ms / 10, null)
    progress.clear()

    expect(written).toEqual(['1,000 cards, 100 a second\n', '2,000 cards, 100 a second\n'])
  })
})
