import { describe, expect, it } from 'vitest'
import { remembering } from '../../src/model/remembering.ts'

describe('a function that remembers', () => {
  const texts = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `text ${from + index}`)

  function counted(count: number) {
    const asked: string[] = []
    const tell = remembering(count, (text) => {
      asked.push(text)
      return text.toUpperCase()
    })
    return { tell, asked }
  }

  it('gives what the function gives, and asks it once for what it is asked again', () => {
    const { tell, asked } = counted(3)

    const answers = ['a', 'b', 'a', 'b', 'c'].map(tell)

    expect(answers).toEqual(['A', 'B', 'A', 'B', 'C'])
    expect(asked).toEqual(['a', 'b', 'c'])
  })

  it('remembers so many at least', () => {
    const { tell, asked } = counted(100)
    for (const text of texts(1050)) tell(text)
    asked.length = 0

    for (const text of texts(100, 950)) tell(text)

    expect(asked).toEqual([])
  })

  it('remembers twice as many at most', () => {
    const { tell, asked } = counted(100)
    for (const text of texts(1000)) tell(text)
    asked.length = 0

    for (const text of texts(1000).reverse()) tell(text)

    expect(asked.length).toBeGreaterThanOrEqual(800)
  })

  it('keeps what is used, whatever else comes by', () => {
    const { tell, asked } = counted(100)
    tell('used')
    for (const text of texts(1000)) {
      tell(text)
      tell('used')
    }

    expect(asked.filter((text) => text === 'used')).toHaveLength(1)
  })
})
