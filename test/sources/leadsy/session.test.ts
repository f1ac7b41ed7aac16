import { afterEach, describe, expect, it } from 'vitest'
import { leadsyDefinition } from '../../../src/sources/leadsy/index.ts'
import { call, type LeadsySubject, startLeadsy } from './subject.ts'

describe('signing in at LeadsyGroup', () => {
  let subject: LeadsySubject | undefined
  afterEach(async () => {
    await subject?.close()
    subject = undefined
  })

  const logins = () => subject!.simulator.calls.filter(({ path }) => path.endsWith('/login')).length

  it('signs in once for many calls', async () => {
    subject = await startLeadsy()

    await Promise.all(['1', '2', '3', '4'].map((id) => subject!.source.get.User!([id], call())))

    expect(logins()).toBe(1)
  })

  it('signs in again, once, when the token expires in the middle of a query', async () => {
    subject = await startLeadsy()
    const { source, simulator } = subject
    await source.get.User!(['1'], call())
    simulator.expireTokens()

    const found = await Promise.all(['2', '3', '4'].map((id) => source.get.User!([id], call())))

    expect(found.flat().every((user) => user !== null && !(user instanceof Error))).toBe(true)
    expect(logins()).toBe(2)
  })

  it('repeats a write that met an expired token, for it was not carried out', async () => {
    subject = await startLeadsy()
    const { source, simulator } = subject
    const plan = (await source.open!('User', '2', call()))!.update!({ firstName: 'Abraham' })
    simulator.expireTokens()

    const { error } = await source.send!(plan, { ...call(), ifVersion: null, mark: null })

    expect(error).toBeNull()
    expect(simulator.state.users.get(2)?.first_name).toBe('Abraham')
  })

  it('tells a refused password apart, and does not try it again and again', async () => {
    subject = await startLeadsy({}, { password: 'wrong password' })
    const { source } = subject

    for (const id of ['1', '2', '3']) {
      await expect(source.get.User!([id], call())).rejects.toMatchObject({ code: 'SOURCE_UNAUTHENTICATED' })
    }

    expect(logins()).toBe(1)
  })

  it('can do nothing about a token of its own that has expired', async () => {
    subject = await startLeadsy({}, ({ token }) => ({ token, username: undefined, password: undefined }))
    const { source, simulator } = subject
    await source.ping(call())
    simulator.expireTokens()

    await expect(source.ping(call())).rejects.toMatchObject({ code: 'SOURCE_UNAUTHENTICATED' })
    expect(logins()).toBe(0)
  })

  it('says where it looked for a token that it did not find', async () => {
    subject = await startLeadsy({}, { tokenAt: 'session.key' })

    await expect(subject.source.ping(call())).rejects.toMatchObject({
      code: 'BAD_SOURCE_RESPONSE',
      message: expect.stringContaining('session.key'),
    })
  })

  it('puts the login where the settings say', async () => {
    subject = await startLeadsy({}, { loginFields: { username: 'user.email', password: 'user.password' } })

    await expect(subject.source.ping(call())).rejects.toMatchObject({ code: 'SOURCE_UNAUTHENTICATED' })

    const { email, password } = subject.simulator.account
    expect(subject.simulator.calls[0]?.body).toEqual({ user: { email, password } })
  })
})

describe('settings of LeadsyGroup', () => {
  const check = (settings: object) => leadsyDefinition.settings.safeParse(settings)
  const url = 'https://api.example.org'

  it('need a url, and a token or a login', () => {
    expect(check({ url, token: 't' }).success).toBe(true)
    expect(check({ url, username: 'u', password: 'p' }).success).toBe(true)
    expect(check({ token: 't' }).error?.issues[0]?.path).toEqual(['url'])
    for (const wrong of [{ url }, { url, username: 'u' }, { url, token: 't', username: 'u', password: 'p' }]) {
      expect(check(wrong).success, JSON.stringify(wrong)).toBe(false)
    }
  })

  it('let the scheme be empty, and know no keys but their own', () => {
    expect(check({ url, token: 't', authorizationScheme: '' }).success).toBe(true)
    expect(check({ url, token: 't', loginpath: '/x' }).success).toBe(false)
  })
})
