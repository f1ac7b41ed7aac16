import { describe, expect, it } from 'vitest'
import { beginUpload, END, field, file, fileHead, form, HEADERS, postForm } from './support/multipart.ts'
import { fileSchema, sha } from './support/schema.ts'
import { type GraphqlAnswer, post, readAnswer } from './support/send.ts'
import { startTestServer } from './support/start.ts'

const ONE = 'mutation ($file: Upload!) { one(file: $file) }'
const MANY = 'mutation ($files: [Upload]) { many(files: $files) }'

const one = field('operations', { query: ONE, variables: { file: null } })
const oneMap = field('map', { 0: ['variables.file'] })
const many = (count: number) => field('operations', { query: MANY, variables: { files: Array(count).fill(null) } })
const manyMap = (names: readonly string[]) =>
  field('map', Object.fromEntries(names.map((name, index) => [name, [`variables.files.${index}`]])))

describe('a multipart request', () => {
  it('brings a file whole, byte for byte, and its name', async () => {
    const { graphql } = await startTestServer({ schema: fileSchema })
    const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 31) % 256)

    const answer = await postForm(graphql, form(one, oneMap, file('0', bytes, 'ünï 😀.png'), END))

    expect(answer.errors).toEqual([])
    expect(answer.data.one).toBe(`ünï 😀.png 300000 ${sha(bytes)}`)
  })

  it.each([
    ['in the order of the map', ['a', 'b', 'c'], ['a', 'b', 'c']],
    ['in the opposite order', ['a', 'b', 'c'], ['c', 'b', 'a']],
    ['among files that nobody asked for', ['a', 'b'], ['x', 'b', 'y', 'a']],
  ])('takes files that come %s', async (_order, mapped, sent) => {
    const { graphql } = await startTestServer({ schema: fileSchema })
    const content = (name: string) => name.repeat(200_000)
    const files = sent.map((name) => file(name, content(name), name))

    const answer = await postForm(graphql, form(many(mapped.length), manyMap(mapped), ...files, END))

    expect(answer.errors).toEqual([])
    expect(answer.data.many).toEqual(mapped.map((name) => `${name} 200000 ${sha(content(name))}`))
  })

  it('puts one file in two places', async () => {
    const { graphql } = await startTestServer({ schema: fileSchema })
    const map = field('map', { 0: ['variables.files.0', 'variables.files.1'] })

    const answer = await postForm(graphql, form(many(2), map, file('0', 'hello'), END))

    expect(answer.errors).toEqual([])
    expect(answer.data.many).toEqual([`a.png 5 ${sha('hello')}`, `a.png 5 ${sha('hello')}`])
  })

  it.each([
    ['a path', '../../etc/passwd', 'passwd'],
    ['a path of Windows', 'C:\\fakepath\\me.png', 'me.png'],
    ['characters that turn the direction', 'gnp.\u202Eexe', 'gnp.exe'],
    ['three hundred characters', 'n'.repeat(300), 'n'.repeat(255)],
  ])('keeps the harmless part of a name that holds %s', async (_what, given, kept) => {
    const { graphql } = await startTestServer({ schema: fileSchema })

    const answer = await postForm(graphql, form(one, oneMap, file('0', 'x', given), END))

    expect(answer.data.one).toBe(`${kept} 1 ${sha('x')}`)
  })
})

describe('the limits of a multipart request', () => {
  const limited = { schema: fileSchema, maxUploadBytes: 100_000 }

  it('lets a file of exactly the limit through', async () => {
    const { graphql } = await startTestServer(limited)

    const answer = await postForm(graphql, form(one, oneMap, file('0', 'a'.repeat(100_000)), END))

    expect(answer.errors).toEqual([])
    expect(answer.data.one).toMatch(/ 100000 /)
  })

  it.each([
    ['a file one byte over', form(one, oneMap, file('0', 'a'.repeat(100_001)), END)],
    ['a body over, by its own account', form(one, oneMap, file('0', 'a'.repeat(900_000)), END)],
    ['six files', form(many(6), manyMap([...'abcdef']), ...[...'abcdef'].map((name) => file(name, name)), END)],
    ['a map of six files', form(many(6), manyMap([...'abcdef']), END)],
    ['five hundred files that nobody asked for', form(one, oneMap, ...Array(500).fill(file('z', 'z')), END)],
  ])('answers %s with 413', async (_what, body) => {
    const { graphql } = await startTestServer(limited)

    const { status, errors, data } = await postForm(graphql, body)

    expect(status).toBe(413)
    expect(data).toBeUndefined()
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', requestId: expect.any(String) } }])
  })

  it('answers operations longer than a JSON body may be with 413', async () => {
    const { graphql } = await startTestServer({ schema: fileSchema })
    const operations = field('operations', { query: ONE, variables: { file: null, more: 'x'.repeat(1_100_000) } })

    const { status } = await postForm(graphql, form(operations, oneMap, file('0', 'x'), END))

    expect(status).toBe(413)
  })

  it('answers a body without an end with 413, and closes the connection', async () => {
    const { graphql } = await startTestServer(limited)
    const head = form(one, oneMap, fileHead('0'))
    const endless = new ReadableStream({
      start: (controller) => controller.enqueue(head),
      pull: (controller) => controller.enqueue(Buffer.alloc(16_384, 'a')),
    })

    const response = await fetch(graphql, {
      method: 'POST',
      headers: HEADERS,
      body: endless,
      duplex: 'half',
    } as RequestInit)

    expect(response.status).toBe(413)
    expect(response.headers.get('connection')).toBe('close')
  })

  it('takes twenty thousand extra fields without harm', async () => {
    const { graphql } = await startTestServer({ schema: fileSchema })
    const extra = form(...Array.from({ length: 20_000 }, (_, index) => field(`z${index}`, 'q')))

    const answer = await postForm(graphql, form(one, oneMap, extra, file('0', 'hello'), END))

    expect(answer.data.one).toMatch(/ 5 /)
  })

  it('refuses more while the memory for uploads is taken, and not once they were abandoned', async () => {
    const { graphql } = await startTestServer({ schema: fileSchema, maxUploadBytes: 10_000 })
    const begun = Array.from({ length: 21 }, () =>
      beginUpload(graphql, form(one, oneMap, fileHead('0'), 'a'.repeat(9_700))),
    )
    const whole = form(one, oneMap, file('0', 'a'.repeat(9_000)), END)

    const answers: GraphqlAnswer[] = []
    const ask = async () => {
      answers.unshift(await postForm(graphql, whole))
      return answers[0]?.status
    }

    await Promise.all(begun.map(({ arrived }) => arrived))
    await expect.poll(ask).toBe(503)
    const [during] = answers
    await Promise.all(begun.map(({ abandon }) => abandon()))

    await expect.poll(ask).toBe(200)
    expect(during?.headers.get('retry-after')).toBe('1')
    expect(during?.errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }])
  })
})

describe('a multipart request that is not one', () => {
  const hello = file('0', 'hello')

  it.each([
    ['no closing boundary', form(one, oneMap, fileHead('0'), 'hello')],
    ['a file cut off in its head', form(one, oneMap, fileHead('0').slice(0, -20))],
    ['a broken part header', form(one, oneMap, file('0', 'hello', 'a\r\nX: 1\r\n.png'), END)],
    ['an endless part header', form(one, oneMap, file('0', 'hello', 'n'.repeat(65_000)), END)],
    ['nothing at all', form('')],
    ['JSON', form('{"query":"{ok}"}')],
    ['no operations', form(oneMap, hello, END)],
    ['no map', form(one, hello, END)],
    ['no file', form(one, oneMap, END)],
    ['a text in place of the file', form(one, oneMap, field('0', 'hello'), END)],
    ['the map before the operations', form(oneMap, one, hello, END)],
    ['the file before the map', form(one, hello, oneMap, END)],
    ['two files of one name', form(one, oneMap, hello, hello, END)],
    ['operations that are not JSON', form(field('operations', '{oops'), oneMap, hello, END)],
    ['operations that are null', form(field('operations', 'null'), oneMap, hello, END)],
    ['several operations', form(field('operations', [{ query: ONE, variables: { file: null } }]), oneMap, hello, END)],
    [
      'operations nested without end',
      form(field('operations', '['.repeat(9999) + ']'.repeat(9999)), oneMap, hello, END),
    ],
    ['a map that is not JSON', form(one, field('map', '{'), hello, END)],
    ['a map that is a list', form(one, field('map', []), hello, END)],
    ['a map that is null', form(one, field('map', 'null'), hello, END)],
    ['a map of texts', form(one, field('map', { 0: 'variables.file' }), hello, END)],
    ['a map of numbers', form(one, field('map', { 0: [1] }), hello, END)],
    [
      'a map of fifty places',
      form(many(50), field('map', { 0: Array.from({ length: 50 }, (_, i) => `variables.files.${i}`) }), hello, END),
    ],
    [
      'two files for one place',
      form(one, field('map', { 0: ['variables.file'], 1: ['variables.file'] }), hello, file('1', 'x'), END),
    ],
  ])('is refused with 400 when it holds %s', async (_what, body) => {
    const { graphql } = await startTestServer({ schema: fileSchema })

    const { status, errors, data } = await postForm(graphql, body)

    expect(status).toBe(400)
    expect(data).toBeUndefined()
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }])
    expect((await post(graphql, { query: '{ ok }' })).data).toEqual({ ok: 'ok' })
  })

  it.each([
    'query',
    'operationName',
    'variables',
    'variables.',
    'variables.nobody',
    'variables.file.deeper',
    'variables.taken',
    'variables.__proto__.polluted',
    'variables.constructor.prototype.polluted',
    'variables.toString.call',
    'variables.own.__proto__',
    '__proto__.polluted',
    'constructor.prototype.polluted',
    '0.variables.file',
  ])('is refused when its map points at %s, which is then left alone', async (path) => {
    const { graphql } = await startTestServer({ schema: fileSchema })
    const text = `{ "query": ${JSON.stringify(ONE)}, "variables": { "file": null, "taken": 1, "own": { "__proto__": null } } }`
    const body = form(field('operations', text), field('map', { 0: [path] }), file('0', 'hello'), END)

    const { status } = await postForm(graphql, body)

    expect(status).toBe(400)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect(typeof Object.prototype.toString.call).toBe('function')
  })

  it('is refused without a header that no page of another site can send', async () => {
    const { graphql } = await startTestServer({ schema: fileSchema })
    const body = form(one, oneMap, file('0', 'hello'), END)

    const { 'x-graphql-yoga-csrf': _proof, ...headers } = HEADERS
    const { status, errors } = await readAnswer(await fetch(graphql, { method: 'POST', headers, body }))

    expect(status).toBe(403)
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
  })

  it('may break off without a trace', async () => {
    const { graphql, log } = await startTestServer({ schema: fileSchema })

    const upload = beginUpload(graphql, form(one, oneMap, fileHead('0'), 'a'.repeat(50_000)))
    await upload.arrived
    await upload.abandon()
    await log.next('Client went away')

    expect((await post(graphql, { query: '{ ok }' })).data).toEqual({ ok: 'ok' })
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([])
  })
})

describe('a value that is no file', () => {
  it.each([
    ['a text', 'x'],
    ['an object made to look like one', { promise: {}, filename: 'x', bytes: [1] }],
  ])('is refused: %s', async (_what, value) => {
    const { graphql } = await startTestServer({ schema: fileSchema })

    const { errors, data } = await post(graphql, { query: ONE, variables: { file: value } })

    expect(data).toBeUndefined()
    expect(errors).toMatchObject([{ message: expect.stringContaining('$file'), extensions: { code: 'INVALID_INPUT' } }])
  })
})
