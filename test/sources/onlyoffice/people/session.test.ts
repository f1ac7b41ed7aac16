import { afterEach, describe, expect, it } from 'vitest'
import type { Source } from '../../../../src/sources/source.ts'
import { tryDocSpace, tryWorkspace } from './set-up.ts'

let close: () => Promise<void> = async () => {}
afterEach(() => close())

const ping = (source: Source) => source.ping({ signal: AbortSignal.timeout(20_000) })

async function workspace(...given: Parameters<typeof tryWorkspace>) {
  const tried = await tryWorkspace(...given)
  close = tried.close
  const signIns = () => tried.simulator.calls.filter(({ path }) => path.endsWith('/authentication'))
  return { ...tried, signIns }
}

describe('signing in at a portal', () => {
  it.each([500, 401] as const)(
    'asks once with a wrong password, and not again, where that is a %i',
    async (refusedSignIn) => {
      const { source, signIns } = await workspace({ switches: { refusedSignIn } }, { settings: { password: 'wrong' } })

      for (let n = 0; n < 6; n += 1)
        await expect(ping(source)).rejects.toMatchObject({ code: 'SOURCE_UNAUTHENTICATED' })

      expect(signIns()).toHaveLength(1)
    },
  )

  it('signs in again once when its token has ended', async () => {
    const { source, simulator, signIns } = await workspace()
    await ping(source)
    simulator.expireTokens()

    await Promise.all([ping(source), ping(source), ping(source)])

    expect(signIns()).toHaveLength(2)
  })

  it.each([
    ['sms', 'user31@portal.example', 'password-31'],
    ['an authenticator', 'user32@portal.example', 'password-32'],
  ])('says what to configure where a code is wanted by %s', async (_kind, username, password) => {
    for (const tried of [
      await tryWorkspace({}, { settings: { username, password } }),
      await tryDocSpace({}, { settings: { username, password } }),
    ]) {
      await expect(ping(tried.source)).rejects.toMatchObject({
        code: 'SOURCE_UNAUTHENTICATED',
        message: expect.stringContaining('token'),
      })
      await tried.close()
    }
    close = async () => {}
  })

  it('takes a token as given, and an API key', async () => {
    const { simulator, source } = await workspace()
    await ping(source)
    const [token] = [...simulator.state.tokens.keys()] as [string]
    const given = await tryDocSpace({ apiKey: 'admin' })
    await ping(given.source)
    await given.close()
    const own = await tryWorkspace(
      {},
      { settings: { url: simulator.url, token, username: undefined, password: undefined } },
    )

    await ping(own.source)
    await own.close()

    expect(simulator.calls.at(-1)?.headers.authorization).toBe(token)
  })

  it.each([
    ['warming-up', 'SOURCE_UNAVAILABLE'],
    ['bad-gateway', 'SOURCE_UNAVAILABLE'],
    ['unavailable', 'SOURCE_UNAVAILABLE'],
    ['cut-off', 'BAD_SOURCE_RESPONSE'],
  ] as const)('takes a portal that answers %s for %s', async (fault, code) => {
    const { source, simulator } = await workspace()
    await ping(source)
    simulator.fail(fault, { times: 10 })

    await expect(ping(source)).rejects.toMatchObject({ code })
  })

  it('says FORBIDDEN where the portal wants its money', async () => {
    const { source, simulator } = await workspace()
    await ping(source)
    simulator.turn({ payment: 'unpaid' })

    await expect(ping(source)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('tells what is left of a rate limit, and waits where it is told to', async () => {
    const tried = await tryDocSpace()
    close = tried.close
    await ping(tried.source)
    const silent = tried.source.budget!()
    tried.simulator.turn({ requestsPerMinute: 1 })

    await ping(tried.source)
    const told = tried.source.budget!()

    expect([silent, told]).toEqual([null, { limit: 1, remaining: 0, resetAt: expect.stringMatching(/Z$/) }])
    await expect(ping(tried.source)).rejects.toMatchObject({ code: 'RATE_LIMITED' })
  })
})
