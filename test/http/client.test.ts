import { describe, expect, it } from 'vitest'
import { testClient } from './support/client.ts'
import { sendJson, startServer } from './support/servers.ts'

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff])

describe('sending', () => {
  it('puts paths below the base URL and adds the query to their own', async () => {
    const server = await startServer((_request, response) => sendJson(response, {}))
    const client = testClient(`${server.url}/base/`)

    await client.ask({
      method: 'GET',
      path: '/people?sort=name',
      query: { name: 'Ann & Bo', tag: ['a', 'b'], all: true, skip: 0, none: undefined },
    })

    expect(server.requests[0]?.path).toBe('/base/people?sort=name&name=Ann+%26+Bo&tag=a&tag=b&all=true&skip=0')
  })

  it('sends JSON, forms and its headers, those of the request last', async () => {
    const server = await startServer((_request, response) => sendJson(response, {}))
    const client = testClient(server.url, { headers: { 'X-Version': '1', Accept: 'text/plain' } })

    await client.ask({ method: 'PUT', path: '/a', json: { name: 'Zoë' }, headers: { 'x-version': '2' } })
    await client.ask({ method: 'POST', path: '/b', form: { grant_type: 'password', username: 'a b' } })

    expect(server.requests[0]?.body.toString()).toBe('{"name":"Zoë"}')
    expect(server.requests[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-version': '2',
      accept: 'text/plain',
    })
    expect(server.requests[1]?.body.toString()).toBe('grant_type=password&username=a+b')
    expect(server.requests[1]?.headers['content-type']).toBe('application/x-www-form-urlencoded')
  })

  it('sends a file that a multipart parser gets back byte for byte, its odd name included', async () => {
    const server = await startServer((_request, response) => sendJson(response, {}))
    const client = testClient(server.url)
    const filename = 'b"; filename="x\r\nX-Evil: 1.png'

    await client.ask({
      method: 'POST',
      path: '/avatar',
      multipart: {
        fields: { id: '7', 'na"me': 'Zoë' },
        file: { field: 'file', filename, contentType: 'image/png', bytes: PNG },
      },
    })

    const { headers, body } = server.requests[0]!
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': String(headers['content-type']) },
    }).formData()
    expect([...form.keys()]).toEqual(['id', 'na"me', 'file'])
    expect(form.get('na"me')).toBe('Zoë')
    const file = form.get('file') as File
    expect(file.type).toBe('image/png')
    expect(file.name).toBe(filename)
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(PNG)
  })

  it('chooses a new boundary for every multipart body', async () => {
    const server = await startServer((_request, response) => sendJson(response, {}))
    const client = testClient(server.url)
    const multipart = { file: { field: 'file', filename: 'a.png', contentType: 'image/png', bytes: PNG } }

    await client.ask({ method: 'POST', path: '/avatar', multipart })
    await client.ask({ method: 'POST', path: '/avatar', multipart })

    const [first, second] = server.requests.map(({ headers }) => headers['content-type'])
    expect(first).toMatch(/^multipart\/form-data; boundary=/)
    expect(first).not.toBe(second)
  })
})

describe('answers', () => {
  it('reads JSON whatever it is called, keeps other text as it is, and gives null for nothing', async () => {
    const bodies: Readonly<Record<string, readonly [type: string, body: string]>> = {
      '/json': ['application/json', '\uFEFF{"a":[1]}'],
      '/problem': ['application/problem+json; charset=utf-8', '"x"'],
      '/mislabelled': ['text/html', ' [1]'],
      '/html': ['text/html', '<html>busy</html>'],
      '/word': ['text/plain', 'true'],
      '/broken': ['application/json', '{"a":'],
      '/empty': ['application/json', ''],
      '/blank': ['text/plain', ' \n'],
    }
    const server = await startServer((request, response) => {
      const [type, body] = bodies[request.path]!
      response.writeHead(200, { 'content-type': type }).end(body)
    })
    const client = testClient(server.url)

    const answers = await Promise.all(
      Object.keys(bodies).map(async (path) => [path, (await client.ask({ method: 'GET', path })).body]),
    )

    expect(Object.fromEntries(answers)).toEqual({
      '/json': { a: [1] },
      '/problem': 'x',
      '/mislabelled': [1],
      '/html': '<html>busy</html>',
      '/word': 'true',
      '/broken': '{"a":',
      '/empty': null,
      '/blank': null,
    })
  })

  it('gives bytes as they came, and no body, where bytes are asked for', async () => {
    const server = await startServer((_request, response) => response.writeHead(200).end(PNG))
    const client = testClient(server.url)

    const answer = await client.ask({ method: 'GET', path: '/avatar', as: 'bytes' })

    expect(answer.body).toBeNull()
    expect(new Uint8Array(answer.bytes)).toEqual(PNG)
  })

  it('gives an accepted status as an answer, its empty body included', async () => {
    const server = await startServer((_request, response) => response.writeHead(404).end())
    const client = testClient(server.url)

    const answer = await client.ask({ method: 'GET', path: '/people/1', accept: [404] })

    expect(answer).toMatchObject({ status: 404, body: null })
  })

  it('tells its observers of every request and every answer', async () => {
    const server = await startServer((_request, response) =>
      response.writeHead(200, { 'x-ratelimit-remaining': '41', 'set-cookie': ['a=1', 'b=2'] }).end(),
    )
    const heard: unknown[] = []
    const client = testClient(server.url, {
      onRequest: (method, path) => heard.push([method, path]),
      onAnswer: (status, headers) => heard.push([status, headers['x-ratelimit-remaining'], headers['set-cookie']]),
    })

    await client.ask({ method: 'GET', path: '/people?email=ann@example.org' })

    expect(heard).toEqual([
      ['GET', '/people'],
      [200, '41', 'a=1, b=2'],
    ])
  })
})

describe('failures by status', () => {
  it.each([
    [302, 'BAD_SOURCE_RESPONSE'],
    [400, 'INVALID_INPUT'],
    [401, 'SOURCE_UNAUTHENTICATED'],
    [402, 'FORBIDDEN'],
    [403, 'FORBIDDEN'],
    [404, 'NOT_FOUND'],
    [405, 'INVALID_INPUT'],
    [409, 'CONFLICT'],
    [410, 'NOT_FOUND'],
    [412, 'CONFLICT'],
    [415, 'INVALID_INPUT'],
    [418, 'BAD_SOURCE_RESPONSE'],
    [422, 'INVALID_INPUT'],
    [429, 'RATE_LIMITED'],
    [500, 'SOURCE_UNAVAILABLE'],
    [503, 'SOURCE_UNAVAILABLE'],
  ])('makes %i a %s', async (status, code) => {
    const server = await startServer((_request, response) => response.writeHead(status).end('<html>no</html>'))
    const client = testClient(server.url)

    const error = await client.fail({ method: 'PUT', path: '/people/4?key=abcdefgh', json: {} })

    expect(error).toMatchObject({ code, status, source: 'donors' })
    expect(error.message).toBe(`donors answered ${status} to PUT /people/4`)
  })

  it.each([
    [409, false],
    [429, false],
    [500, true],
    [502, true],
    [503, false],
    [504, true],
  ])('knows of a write answered with %i whether its outcome is unknown: %s', async (status, outcomeUnknown) => {
    const server = await startServer((_request, response) => response.writeHead(status).end())
    const client = testClient(server.url, { retries: 0 })

    const write = await client.fail({ method: 'POST', path: '/people', json: {} })
    const read = await client.fail({ method: 'GET', path: '/people' })

    expect(write.outcomeUnknown).toBe(outcomeUnknown)
    expect(read.outcomeUnknown).toBe(false)
  })

  it("takes the vendor's own words, code, path and pause where it understands them", async () => {
    const server = await startServer((_request, response) => sendJson(response, { error: 'Name  is\nrequired' }, 500))
    const client = testClient(server.url, {
      readError: (status, body) =>
        status === 500
          ? { message: (body as { error: string }).error, code: 'INVALID_INPUT', path: ['firstName'] }
          : null,
    })

    const error = await client.fail({ method: 'PUT', path: '/people/4', json: {} })

    expect(error.message).toBe('donors answered 500 to PUT /people/4: Name is required')
    expect(error).toMatchObject({ code: 'INVALID_INPUT', path: ['firstName'], outcomeUnknown: false })
  })

  it('refuses requests once it is closed, without sending or repeating them', async () => {
    const server = await startServer((_request, response) => sendJson(response, {}))
    const client = testClient(server.url)
    await client.close()

    const error = await client.fail({ method: 'POST', path: '/people', json: {} })

    expect(error).toMatchObject({ code: 'SOURCE_UNAVAILABLE', outcomeUnknown: false })
    expect(server.requests).toHaveLength(0)
  })
})
