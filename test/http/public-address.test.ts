import { describe, expect, it } from 'vitest'
import { isPublicAddress, mayBePublic } from '../../src/http/public-address.ts'
import { testClient } from './support/client.ts'
import { startServer } from './support/servers.ts'

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '193.0.6.139', '172.15.0.1', '172.32.0.1', '2606:4700::1111', '2a00:1450:4001::1'])(
    'takes %s for public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'fd00::1',
    'fe80::1',
    'fec0::1',
    '3fff::1',
    '64:ff9b:1::7f00:1',
    '::7f00:1',
    'ff02::1',
    'localhost',
    '',
  ])('takes %s for none', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

describe('mayBePublic', () => {
  it('leaves names to be looked up, and judges addresses at once', () => {
    expect(['example.org', '8.8.8.8', '[2606:4700::1111]'].map(mayBePublic)).toEqual([true, true, true])
    expect(['127.0.0.1', '[::1]'].map(mayBePublic)).toEqual([false, false])
  })
})

describe('a client for public addresses only', () => {
  it('refuses an address that is not public, before anything is sent', async () => {
    const server = await startServer((_request, response) => response.end('{}'))

    expect(() => testClient(server.url, { publicOnly: true })).toThrow(
      expect.objectContaining({ code: 'BAD_SOURCE_RESPONSE' }),
    )
  })

  it.each([
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://0/',
    'http://[::ffff:127.0.0.1]/',
    'http://[0:0:0:0:0:ffff:7f00:1]/',
    'http://１２７.0.0.1/',
  ])('knows an address that is not public however it is spelled: %s', (url) => {
    expect(() => testClient(url, { publicOnly: true })).toThrow(
      expect.objectContaining({ code: 'BAD_SOURCE_RESPONSE' }),
    )
  })

  it('does not connect where a name leads to such an address', async () => {
    const server = await startServer((_request, response) => response.end('{}'))
    const client = testClient(server.url.replace('127.0.0.1', 'localhost'), { publicOnly: true, retries: 0 })

    const error = await client.fail({ method: 'GET', path: '/picture' })

    expect(error.code).toBe('SOURCE_UNAVAILABLE')
    expect(error.message).toContain('not one of the public internet')
    expect(server.requests).toEqual([])
  })
})
