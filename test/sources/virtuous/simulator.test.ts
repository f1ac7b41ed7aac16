import { afterEach, describe, expect, it } from 'vitest'
import { ACCOUNT, ONE_TIME_CODE } from '../../../src/sources/virtuous/simulator/sign-in.ts'
import {
  startVirtuousSimulator,
  type VirtuousSimulator,
  type VirtuousSimulatorOptions,
} from '../../../src/sources/virtuous/simulator/simulator.ts'
import { toTime } from '../../../src/sources/virtuous/simulator/views.ts'
import { PNG } from '../pictures.ts'

let simulator: VirtuousSimulator
const start = async (options: VirtuousSimulatorOptions = {}) => {
  simulator = await startVirtuousSimulator({ people: 30, ...options })
}
afterEach(() => simulator?.close())

async function ask(method: string, path: string, json?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${simulator.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${simulator.settings.token}`,
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, body: text === '' ? null : JSON.parse(text) }
}

const query = (condition: object, page = 'skip=0&take=1000') =>
  ask('POST', `/api/Contact/Query?${page}`, { groups: [{ conditions: [condition] }], sortBy: 'Id' })

const INDIVIDUAL_KEYS = [
  ...['id', 'contactId', 'prefix', 'prefix2', 'firstName', 'middleName', 'lastName', 'preMarriageName', 'suffix'],
  ...['nickname', 'gender', 'isPrimary', 'canBePrimary', 'isSecondary', 'canBeSecondary', 'birthMonth', 'birthDay'],
  ...['birthYear', 'birthDate', 'approximateAge', 'isDeceased', 'deceasedDate', 'passion', 'avatarUrl'],
  ...['contactMethods', 'createDateTimeUtc', 'createdByUser', 'modifiedDateTimeUtc', 'modifiedByUser'],
  ...['customFields', 'customCollections'],
]
const METHOD_KEYS = [
  ...['id', 'type', 'value', 'isOptedIn', 'isPrimary', 'canBePrimary'],
  ...['createDateTimeUtc', 'createdByUser', 'modifiedDateTimeUtc', 'modifiedByUser'],
]

describe('the pretended vendor', () => {
  it('shows an individual and its methods with the members that were recorded, in their order', async () => {
    await start()

    const { body, text } = await ask('GET', '/api/ContactIndividual/1002')

    expect(Object.keys(body)).toEqual(INDIVIDUAL_KEYS)
    expect(Object.keys(body.contactMethods[0])).toEqual(METHOD_KEYS)
    expect(Number.isInteger(body.id) && Number.isInteger(body.birthMonth)).toBe(true)
    expect(body.birthDate).toBe(`${body.birthMonth}/${body.birthDay}/${body.birthYear}`)
    expect(text).toContain('\r\n  "contactId"')
  })

  it('writes one time with three digits singly, with seven inside a contact, with a Z after a write', async () => {
    const atMs = Date.UTC(2023, 10, 30, 14, 20, 56, 323)

    expect(['single', 'nested', 'written'].map((style) => toTime(atMs, style as 'single'))).toEqual([
      '2023-11-30T14:20:56.323',
      '2023-11-30T14:20:56.3233333',
      '2023-11-30T14:20:56.3233333Z',
    ])
    expect(toTime(Date.UTC(2023, 0, 1, 0, 0, 10), 'single')).toBe('2023-01-01T00:00:10')
    expect(toTime(Date.UTC(2023, 0, 1, 0, 0, 10, 999), 'nested')).toMatch(/^2023-01-01T00:00:(10\.9966667|11)$/)
  })

  it('fills itself with the same people at every start', async () => {
    await start()
    const first = JSON.stringify([...simulator.state.individuals])
    await simulator.close()

    await start()

    expect(JSON.stringify([...simulator.state.individuals])).toBe(first)
    expect(simulator.state.individuals.size).toBe(30)
  })

  it('answers 404 with an empty body, and 401 with the header that goes with it', async () => {
    await start()

    const unknown = await ask('GET', '/api/ContactIndividual/0')
    const refused = await ask('GET', '/api/Organization/Current', undefined, { authorization: 'Bearer  two-spaces' })

    expect([unknown.status, unknown.text, unknown.headers.get('content-length')]).toEqual([404, '', '0'])
    expect(refused.status).toBe(401)
    expect(refused.headers.get('www-authenticate')).toBe('Bearer')
    expect(refused.body).toEqual({ message: 'Authorization has been denied for this request.' })
  })

  it('answers a list of a parent that does not exist with an empty one', async () => {
    await start()

    expect((await ask('GET', '/api/ContactTag/ByContact/0')).body).toEqual({ list: [], total: 0 })
    expect((await ask('GET', '/api/ContactIndividual/ByContact/0')).body).toEqual([])
  })

  it('tells of its limit in every answer', async () => {
    await start({ hourlyLimit: 2 })

    const answers = [1, 2, 3].map(() => ask('GET', '/api/Tag'))
    const [one, two, three] = [await answers[0]!, await answers[1]!, await answers[2]!]

    expect([one, two].map(({ headers }) => headers.get('x-ratelimit-limit'))).toEqual(['2', '2'])
    expect(three).toMatchObject({ status: 429, body: { error: { code: 'RATE_LIMITED' } } })
    expect(three.headers.get('retry-after')).toBe('847')
  })
})

describe('its queries', () => {
  it('combine groups with OR and conditions with AND', async () => {
    await start()
    const is = (value: string) => ({ conditions: [{ parameter: 'Contact Id', operator: 'Is', value }] })
    const between = { parameter: 'Contact Id', operator: 'Between', value: '1001', secondaryValue: '1099' }
    const above = { parameter: 'Contact Id', operator: 'GreaterThan', value: '1020' }

    const either = await ask('POST', '/api/Contact/Query?take=10', { groups: [is('1001'), is('900000')] })
    const both = await ask('POST', '/api/Contact/Query?take=1000', { groups: [{ conditions: [between, above] }] })

    expect(either.body).toMatchObject({ list: [{ id: 1001 }], total: 1 })
    expect(both.body.list.every(({ id }: { id: number }) => id > 1020 && id < 1100)).toBe(true)
    expect(both.body.total).toBeGreaterThan(0)
  })

  it('take parameters with their case and operators without', async () => {
    await start()

    expect((await query({ parameter: 'Contact Id', operator: 'greaterthan', value: '0' })).status).toBe(200)
    expect((await query({ parameter: 'contact id', operator: 'Is', value: '1001' })).status).toBe(400)
    expect((await query({ parameter: 'Contact Id', operator: 'Resembles', value: '1' })).status).toBe(400)
    expect((await query({ parameter: 'Contact Id', operator: 'Is', value: 'x' })).body).toEqual({
      message: 'The request is invalid.',
      modelState: { 'model.query.value': ['An error has occurred.'] },
    })
  })

  it('give ten where take is missing, a thousand at most, and what lies beyond a deep skip', async () => {
    await start({ people: 60 })
    const all = { parameter: 'Contact Id', operator: 'GreaterThan', value: '0' }

    const ten = await query(all, '')
    const total = ten.body.total as number

    expect(ten.body.list).toHaveLength(10)
    expect((await query(all, 'take=1001')).status).toBe(400)
    expect((await query(all, `skip=${total - 1}&take=1000`)).body.list).toHaveLength(1)
  })

  it('leave archived contacts out unless asked', async () => {
    await start()
    await ask('PUT', '/api/Contact/Archive/1001', { archiveReason: 'moved' })
    const groups = [{ conditions: [{ parameter: 'Contact Id', operator: 'Is', value: '1001' }] }]

    expect((await ask('POST', '/api/Contact/Query', { groups })).body.total).toBe(0)
    expect((await ask('POST', '/api/Contact/Query', { groups, includeArchived: true })).body.total).toBe(1)
    expect((await ask('GET', '/api/Contact/1001')).status).toBe(200)
  })
})

describe('its sign-in', () => {
  const grant = async (form: Record<string, string>) => {
    const response = await fetch(`${simulator.url}/Token`, { method: 'POST', body: new URLSearchParams(form) })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }

  it('gives what was recorded, and refresh tokens that are good for one use', async () => {
    await start()

    const { body } = await grant({ grant_type: 'password', ...ACCOUNT })
    const refresh = { grant_type: 'refresh_token', refresh_token: String(body.refresh_token) }

    expect(body).toMatchObject({ token_type: 'bearer', expires_in: 1_295_999, twoFactorEnabled: 'False' })
    expect((await grant(refresh)).status).toBe(200)
    expect(await grant(refresh)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  })

  it('answers 202 until the code of the second step is there', async () => {
    await start({ twoFactor: true })
    const form = { grant_type: 'password', ...ACCOUNT }

    expect(await grant(form)).toMatchObject({ status: 202, body: { error: 'awaiting_verification' } })
    expect((await grant({ ...form, otp: ONE_TIME_CODE })).status).toBe(200)
  })

  it('takes forms only', async () => {
    await start()
    const form = new FormData()
    form.set('grant_type', 'password')

    const response = await fetch(`${simulator.url}/Token`, { method: 'POST', body: form })

    expect(response.status).toBe(400)
  })
})

describe('its avatars', () => {
  const upload = (form: FormData | string) =>
    fetch(`${simulator.url}/api/ContactIndividual/1002/Avatar`, {
      method: 'POST',
      headers: { authorization: `Bearer ${simulator.settings.token}` },
      body: form,
    })

  it('take one file under any name and serve it to anybody', async () => {
    await start()
    const form = new FormData()
    form.set('whatever', new File([Uint8Array.from(PNG)], 'a.png', { type: 'image/png' }))

    const { avatarUrl } = (await (await upload(form)).json()) as { avatarUrl: string }

    const picture = await fetch(avatarUrl)
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await picture.arrayBuffer()).equals(PNG)).toBe(true)
  })

  it('refuse none, and two', async () => {
    await start()
    const [none, two] = [new FormData(), new FormData()]
    none.set('file', 'a text')
    two.set('a', new File(['x'], 'a.png'))
    two.set('b', new File(['x'], 'b.png'))

    expect((await upload(none)).status).toBe(400)
    expect((await upload(two)).status).toBe(400)
    expect((await upload('no form')).status).toBe(400)
  })
})
