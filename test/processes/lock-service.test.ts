import { describe, expect, it } from 'vitest'
import { createLockService, type Holder } from '../../src/processes/lock-service.ts'

/** A holder that notes what it is given, as `a1`. */
function holder(name: string, given: string[]): Holder {
  return { locked: (id) => void given.push(`${name}${id}`) }
}

describe('the locks of several processes', () => {
  it('are given to one at a time, in the order they were asked for', () => {
    const service = createLockService()
    const given: string[] = []
    const [a, b] = [holder('a', given), holder('b', given)]

    service.lock(a, 1, 'key')
    service.lock(b, 1, 'key')
    service.lock(a, 2, 'key')
    const first = [...given]
    service.unlock(a, 1)
    const second = [...given]
    service.unlock(b, 1)

    expect([first, second, given]).toEqual([['a1'], ['a1', 'b1'], ['a1', 'b1', 'a2']])
  })

  it('of different keys wait for nobody, and are forgotten when they are given back', () => {
    const service = createLockService()
    const given: string[] = []
    const a = holder('a', given)

    service.lock(a, 1, 'one')
    service.lock(a, 2, 'other')
    const held = service.size
    service.unlock(a, 1)
    service.unlock(a, 2)

    expect([given, held, service.size]).toEqual([['a1', 'a2'], 2, 0])
  })

  it('pass by whoever has stopped waiting, and let nobody past the one who works', () => {
    const service = createLockService()
    const given: string[] = []
    const [a, b, c] = [holder('a', given), holder('b', given), holder('c', given)]
    for (const one of [a, b, c]) service.lock(one, 1, 'key')

    service.unlock(b, 1)
    const whileHeld = [...given]
    service.unlock(a, 1)

    expect([whileHeld, given]).toEqual([['a1'], ['a1', 'c1']])
  })

  it('of a process that has ended go to the next, and none of them to itself', () => {
    const service = createLockService()
    const given: string[] = []
    const [a, b] = [holder('a', given), holder('b', given)]
    service.lock(a, 1, 'key')
    service.lock(a, 2, 'key')
    service.lock(b, 1, 'key')
    service.lock(b, 2, 'other')
    service.lock(a, 3, 'other')

    service.leave(a)
    service.unlock(b, 1)
    service.unlock(b, 2)

    expect([given, service.size]).toEqual([['a1', 'b2', 'b1'], 0])
  })

  it('are not given back by a number that is unknown, or twice', () => {
    const service = createLockService()
    const given: string[] = []
    const [a, b] = [holder('a', given), holder('b', given)]
    service.lock(a, 1, 'key')
    service.lock(b, 1, 'key')

    service.unlock(b, 7)
    service.unlock(b, 1)
    service.unlock(b, 1)

    expect([given, service.size]).toEqual([['a1'], 1])
  })
})
