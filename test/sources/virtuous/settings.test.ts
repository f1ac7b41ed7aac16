import { describe, expect, it } from 'vitest'
import { virtuousSettings } from '../../../src/sources/virtuous/settings.ts'

const issues = (settings: unknown) =>
  (virtuousSettings.safeParse(settings).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`)

describe('settings', () => {
  it('need an API key, or a username and password, and nothing else', () => {
    expect(virtuousSettings.parse({ token: 'key' })).toEqual({
      url: 'https://api.virtuoussoftware.com',
      token: 'key',
      timeoutMs: 5000,
      concurrency: 8,
      batchGroups: 50,
      avatarPart: 'file',
      avatarMaxBytes: 5_242_880,
    })
    expect(issues({ username: 'a', password: 'b' })).toEqual([])
  })

  it.each([
    [{}, 'token: is missing: give an API key, or a username and a password'],
    [{ username: 'a' }, 'password: is missing: username and password go together'],
    [{ password: 'a' }, 'username: is missing: username and password go together'],
    [
      { token: 'k', username: 'a', password: 'b' },
      'token: stands beside a username or password: give one or the other',
    ],
    [{ token: 'k', url: 'ftp://x' }, 'url: must be a web address'],
  ])('refuse %j, naming the key', (settings, message) => {
    expect(issues(settings)).toEqual([message])
  })

  it('say why a one-time code is none of them', () => {
    expect(issues({ username: 'a', password: 'b', otp: '123456' })).toEqual([
      expect.stringMatching(/^otp: .*one-time code.*API key/),
    ])
  })
})
