import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createSourcePool } from '../../src/directory/source-pool.ts'
import { silentLogger } from '../../src/model/logger.ts'
import { storeDefinition } from '../../src/sources/store/index.ts'
import { PNG } from '../sources/pictures.ts'
import { END, field, file, form, postForm } from './support/multipart.ts'
import { post } from './support/send.ts'
import { startTestServer } from './support/start.ts'

const PAYLOAD = `{
  person { id version jobTitle }
  receipts { outcome guarantee changes { path after } requests { method path body } }
  userErrors { __typename code path message ... on ConflictError { currentVersion } }
}`
const UPDATE = `mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) ${PAYLOAD} }`
const CREATE = `mutation ($input: CreatePersonInput!) { createPerson(input: $input) ${PAYLOAD} }`
const UPSERT = `mutation ($input: UpsertContactItemsInput!) {
  upsertContactItems(input: $input) { contactItems { value } receipts { outcome } userErrors { code path } }
}`
const UPLOAD = `mutation ($input: UploadAvatarInput!) {
  uploadAvatar(input: $input) { avatar { url } receipts { outcome requests { method path body } } userErrors { code } }
}`

// biome-ignore lint/suspicious/noExplicitAny: the tests say what they expect of it
type Payload = Record<string, any>

/** A server over a store of its own with two people in it. */
describe('writes that are asked for badly', () => {
  let url: string
  let ann: { readonly id: string; readonly version: string }
  let bea: typeof ann

  const write = async (query: string, input: Readonly<Record<string, unknown>>) => {
    const { data, errors } = await post(url, { query, variables: { input } })
    expect(errors).toEqual([])
    return (Object.values(data) as Payload[])[0] as Payload
  }

  beforeEach(async () => {
    const settings = storeDefinition.settings.parse({ url: 'sqlite::memory:' })
    const source = await storeDefinition.create('own', settings, { log: silentLogger, now: Date.now, linkTo: null })
    onTestFinished(async () => source.close?.())
    url = (await startTestServer({ pool: createSourcePool([{ source }]) })).graphql
    const create = (firstName: string) => write(CREATE, { source: 'own', firstName, lastName: 'Lee' })
    ann = (await create('Ann')).person
    bea = (await create('Bea')).person
  })

  it.each([
    ['empty', ''],
    ['256 characters long', 'k'.repeat(256)],
  ])('an idempotency key that is %s is refused, and nothing is done', async (_what, idempotencyKey) => {
    const refused = await write(UPDATE, { id: ann.id, jobTitle: 'Judge', idempotencyKey })
    const planned = await write(UPDATE, { id: ann.id, jobTitle: 'Judge', idempotencyKey, dryRun: true })

    for (const { receipts, userErrors } of [refused, planned]) {
      expect(receipts).toEqual([])
      expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['idempotencyKey'] }])
    }
    expect((await write(UPDATE, { id: ann.id })).person.jobTitle).toBeNull()
  })

  it('an idempotency key of 255 characters is taken', async () => {
    const { receipts } = await write(UPDATE, { id: ann.id, jobTitle: 'Judge', idempotencyKey: 'k'.repeat(255) })

    expect(receipts).toMatchObject([{ outcome: 'UPDATED' }])
  })

  it('a key that another mutation has used is a conflict, and nothing is done', async () => {
    await write(UPDATE, { id: ann.id, jobTitle: 'Judge', idempotencyKey: 'k' })

    const other = await write(CREATE, { source: 'own', firstName: 'Cid', idempotencyKey: 'k' })
    const sameOther = await write(UPDATE, { id: bea.id, jobTitle: 'Judge', idempotencyKey: 'k' })

    for (const { receipts, userErrors } of [other, sameOther]) {
      expect(receipts).toEqual([])
      expect(userErrors).toMatchObject([{ __typename: 'ConflictError', path: ['idempotencyKey'] }])
    }
    expect((await write(UPDATE, { id: bea.id })).person.jobTitle).toBeNull()
  })

  it('a version of another record is a conflict that names the present one, and nothing is sent', async () => {
    const changed = await write(UPDATE, { id: bea.id, jobTitle: 'Baker' })

    const refused = await write(UPDATE, { id: ann.id, jobTitle: 'Judge', ifVersion: changed.person.version })

    expect(refused.receipts).toEqual([])
    expect(refused.userErrors).toMatchObject([
      { __typename: 'ConflictError', path: ['ifVersion'], currentVersion: ann.version },
    ])
  })

  it('a dry run of an upload plans the picture and keeps none of it', async () => {
    const input = { ownerId: ann.id, file: null, dryRun: true }
    const operations = { query: UPLOAD, variables: { input } }
    const body = form(
      field('operations', operations),
      field('map', { 0: ['variables.input.file'] }),
      file('0', PNG, 'me.png'),
      END,
    )

    const { data, errors } = await postForm(url, body)

    expect(errors).toEqual([])
    expect(data.uploadAvatar).toMatchObject({
      avatar: null,
      receipts: [{ outcome: 'PLANNED', requests: [{ method: 'PUT' }] }],
      userErrors: [],
    })
    expect(JSON.stringify(data.uploadAvatar.receipts[0].requests)).toMatch(/image\/png; \d+ bytes; sha256 [0-9a-f]{64}/)
    const query = '{ person(id: "ID") { avatar { url } version } }'.replace('ID', ann.id)
    expect((await post(url, { query })).data.person).toEqual({ avatar: null, version: ann.version })
  })

  it('a batch of 101 items is refused whole, one of 100 is taken whole', async () => {
    const items = Array.from({ length: 101 }, (_, index) => ({ kind: 'EMAIL', value: `a${index}@example.org` }))

    const refused = await write(UPSERT, { ownerId: ann.id, items })
    const none = await write(UPDATE, { id: ann.id })
    const taken = await write(UPSERT, { ownerId: ann.id, items: items.slice(1) })

    expect(refused).toMatchObject({ receipts: [], userErrors: [{ code: 'INVALID_INPUT', path: ['items'] }] })
    expect(none.person.version).toBe(ann.version)
    expect(taken.receipts).toMatchObject([{ outcome: 'UPDATED' }])
    expect(taken.contactItems).toHaveLength(100)
  })

  it('of twenty writes in one document the seventh fails, and the others stand, each with its receipt', async () => {
    const writes = Array.from({ length: 20 }, (_, index) => {
      const birthDate = index === 6 ? ', birthDate: { year: 2001, month: 2, day: 31 }' : ''
      return `w${index + 1}: updatePerson(input: { id: "${ann.id}", jobTitle: "Title ${index + 1}"${birthDate} }) ${PAYLOAD}`
    })

    const { data, errors } = await post(url, { query: `mutation { ${writes.join('\n')} }` })

    expect(errors).toEqual([])
    const results = Object.entries(data) as [string, Payload][]
    expect(results).toHaveLength(20)
    for (const [name, { receipts, userErrors, person }] of results) {
      if (name === 'w7') {
        expect(receipts).toEqual([])
        expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['birthDate', 'day'] }])
        continue
      }
      const title = `Title ${name.slice(1)}`
      expect(userErrors).toEqual([])
      expect(receipts).toMatchObject([{ outcome: 'UPDATED', guarantee: 'ATOMIC', changes: [{ after: title }] }])
      expect(person.jobTitle).toBe(title)
    }
  })
})
