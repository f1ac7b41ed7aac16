import { afterEach, describe, expect, it } from 'vitest'
import { bluskyDefinition } from '../../../src/sources/blusky/index.ts'
import { type BluskySubject, call, startBlusky } from './subject.ts'

describe('signing in at BluSKY', () => {
  let subject: BluskySubject | undefined
  afterEach(async () => {
    await subject?.close()
    subject = undefined
  })

  const logins = () => subject!.simulator.calls.filter(({ path }) => path.endsWith('/Authenticate')).length

  it('signs in once for many calls, and once more when the token has expired', async () => {
    subject = await startBlusky()
    const { source, simulator, users } = subject

    await Promise.all(users.slice(0, 4).map((id) => source.get.User!([id], call())))
    const before = logins()
    simulator.expireTokens()
    const found = await Promise.all(users.slice(4, 8).map((id) => source.get.User!([id], call())))

    expect(before).toBe(1)
    expect(logins()).toBe(2)
    expect(found.flat().every((user) => user !== null && !(user instanceof Error))).toBe(true)
  })

  it.each(['200', '401'] as const)('tells a refused password apart (%s), and tries it once', async (refusedLogin) => {
    subject = await startBlusky({ refusedLogin }, { password: 'wrong password' })
    const { source, users } = subject

    for (const id of users.slice(0, 3)) {
      await expect(source.get.User!([id], call())).rejects.toMatchObject({ code: 'SOURCE_UNAUTHENTICATED' })
    }

    expect(logins()).toBe(1)
  })

  it('is refused with the right token in the wrong header', async () => {
    subject = await startBlusky({ authorizationHeader: 'X-Session-Token' })

    await expect(subject.source.ping(call())).rejects.toMatchObject({ code: 'SOURCE_UNAUTHENTICATED' })
  })

  it('needs a name and a password, or a token; the url has a default', () => {
    const check = (settings: object) => bluskyDefinition.settings.safeParse(settings)

    expect(check({ username: 'u', password: 'p' }).data?.url).toBe('https://api.blub0x.com')
    expect(check({ token: 't' }).success).toBe(true)
    for (const wrong of [{}, { username: 'u' }, { token: 't', username: 'u', password: 'p' }, { token: 't', x: 1 }]) {
      expect(check(wrong).success, JSON.stringify(wrong)).toBe(false)
    }
  })
})
