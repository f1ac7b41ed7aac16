import { expect, it } from 'vitest'
import { writeByTurns } from '../../src/commands/turn-output.ts'

const turn = () => new Promise((resolve) => setImmediate(resolve))

function open() {
  const written: string[] = []
  const output = writeByTurns({ write: (text) => written.push(text), columns: 80 })
  return { output, written }
}

it('writes the first line of a turn at once and the others together at its end', async () => {
  const { output, written } = open()

  for (const line of ['a\n', 'b\n', 'c\n']) output.write(line)
  const atOnce = [...written]
  await turn()
  output.write('d\n')

  expect(atOnce).toEqual(['a\n'])
  expect(written).toEqual(['a\n', 'b\nc\n', 'd\n'])
})

it('writes what is left when the process ends, once', async () => {
  const { output, written } = open()
  output.write('a\n')
  output.write('b\n')

  output.flush()
  await turn()

  expect(written).toEqual(['a\n', 'b\n'])
})

it('is as wide as what it writes to', () => {
  expect(open().output.columns).toBe(80)
})
