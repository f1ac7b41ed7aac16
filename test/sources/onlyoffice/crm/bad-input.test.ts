import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDirectory } from '../../../../src/directory/create-directory.ts'
import type { Directory } from '../../../../src/directory/directory.ts'
import { createDirectoryState } from '../../../../src/directory/state.ts'
import type { ContactItemChange } from '../../../../src/model/contact-item.ts'
import { GatewayError } from '../../../../src/model/errors.ts'
import type { OrganizationPatch, PersonPatch } from '../../../../src/model/patch.ts'
import type { Picture } from '../../../../src/model/picture.ts'
import { encodeId } from '../../../../src/model/ref.ts'
import { crmSettings } from '../../../../src/sources/onlyoffice/crm/settings.ts'
import type { OpenRecord } from '../../../../src/sources/source.ts'
import { PNG } from '../../pictures.ts'
import { type CrmSubject, call, startCrm } from './subject.ts'

let subject: CrmSubject
beforeAll(async () => {
  subject = await startCrm()
})
afterAll(() => subject.close())
beforeEach(() => subject.portal.resetCalls())

const written = () =>
  subject.portal.calls.filter(({ method, path }) => method !== 'GET' && !/batch$|authentication$/.test(path))

function refused(work: () => unknown): Pick<GatewayError, 'code' | 'path'> | null {
  try {
    work()
    return null
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    return { code: error.code, path: error.path }
  }
}

describe('a person is refused', () => {
  let open: OpenRecord<'Person'>
  beforeAll(async () => {
    open = (await subject.source.open!('Person', '207', call()))!
  })

  it.each<readonly [string, PersonPatch, readonly string[]]>([
    ['an empty first name', { firstName: '' }, ['firstName']],
    ['a first name of blanks', { firstName: '   ' }, ['firstName']],
    ['no first name', { firstName: null }, ['firstName']],
    ['no last name', { lastName: null }, ['lastName']],
    ['a last name of blanks', { lastName: ' ' }, ['lastName']],
    ['a name of 256 characters', { lastName: 'x'.repeat(256) }, ['lastName']],
    ['a job title that is too long', { jobTitle: 'x'.repeat(256) }, ['jobTitle']],
    ['half a character', { about: 'a\ud800b' }, ['about']],
    ['a text that the portal would rewrite', { about: '2021-10-21T12:03:55.500Z' }, ['about']],
    ['a company whose id can be none', { organizationId: 'acme' }, ['organizationId']],
    ['a sharing there is none of', { sharing: 'SECRET' as never }, ['sharing']],
    ['no sharing', { sharing: null }, ['sharing']],
    ['a user name for a manager', { managerIds: ['anja.ahorn'] }, ['managerIds', '0']],
    ['a private person without managers', { managerIds: [] }, ['managerIds']],
    [
      'managers of somebody shared',
      { sharing: 'READ', managerIds: ['7d9a0f7e-0000-4000-a000-000000000000'] },
      ['managerIds'],
    ],
    ['a stage there is none of', { stage: 'Lukewarm' }, ['stage']],
    ['an empty tag', { addTags: ['press', ' '] }, ['addTags', '1']],
    ['a tag to be added and removed', { addTags: ['press'], removeTags: ['press'] }, ['removeTags', '0']],
    ['an unknown custom field', { customFields: [{ key: '999', value: 'x' }] }, ['customFields', '0', 'key']],
    ['a custom field of companies', { customFields: [{ key: '806', value: 'x' }] }, ['customFields', '0', 'key']],
    ['a custom field of opportunities', { customFields: [{ key: '807', value: 'x' }] }, ['customFields', '0', 'key']],
    ['a heading', { customFields: [{ key: '800', value: 'x' }] }, ['customFields', '0', 'key']],
    [
      'a custom field twice',
      {
        customFields: [
          { key: '801', value: 'x' },
          { key: '801', value: 'y' },
        ],
      },
      ['customFields', '1', 'key'],
    ],
    ['an option there is none of', { customFields: [{ key: '803', value: 'Mauve' }] }, ['customFields', '0', 'value']],
    ['a check box that is neither', { customFields: [{ key: '804', value: 'yes' }] }, ['customFields', '0', 'value']],
    ['a date that is none', { customFields: [{ key: '805', value: '2001-02-30' }] }, ['customFields', '0', 'value']],
  ])('%s', (_what, patch, path) => {
    expect(refused(() => open.update!({ jobTitle: 'Good', ...patch }))).toEqual({ code: 'INVALID_INPUT', path })
    expect(subject.portal.calls).toEqual([])
  })

  it('an update of somebody who has no last name yet, unless it gives one', async () => {
    subject.portal.state.contacts.get(230)!.lastName = ''
    const nameless = (await subject.source.open!('Person', '230', call()))!

    expect(refused(() => nameless.update!({ about: 'x' }))).toEqual({ code: 'INVALID_INPUT', path: ['lastName'] })
    expect(nameless.update!({ about: 'x', lastName: 'Berg' }).requests.length).toBeGreaterThan(0)
    expect(nameless.update!({ addTags: ['no name needed'] }).requests).toHaveLength(1)
  })

  it.each<readonly [string, ContactItemChange, readonly string[]]>([
    ['an address in the wrong place', { kind: 'EMAIL', value: 'nobody' }, ['0', 'value']],
    ['an empty value', { kind: 'PHONE', value: ' ' }, ['0', 'value']],
    ['no value', { kind: 'PHONE' }, ['0', 'value']],
    ['a type there is none of', { typeId: '1:Mobile', value: 'a@b.example' }, ['0', 'typeId']],
    ['a type of another kind', { typeId: '0:Fax', kind: 'EMAIL', value: '+49 40 1234' }, ['0', 'kind']],
    ['an item that is not there', { id: '1', value: 'a@b.example' }, ['0', 'id']],
    ['an address without parts', { kind: 'ADDRESS', address: { city: '' } }, ['0', 'address']],
    ['an address for a telephone', { kind: 'PHONE', value: '12345', address: { city: 'Riga' } }, ['0', 'address']],
  ])('%s among contact items', (_what, change, path) => {
    expect(refused(() => open.upsertContactItems!([change]))).toEqual({ code: 'INVALID_INPUT', path })
  })

  it('a kind of item that the CRM keeps none of', () => {
    const refusal = refused(() => open.upsertContactItems!([{ kind: 'OTHER', value: 'x' }]))

    expect(refusal).toEqual({ code: 'UNSUPPORTED', path: ['0', 'kind'] })
  })

  it.each([
    ['a picture of more than 5 MiB', new Uint8Array(5_242_881), 'image/png'],
    ['a picture of another format', PNG, 'image/webp'],
    ['a picture of many pictures', PNG, 'image/gif'],
  ] as const)('%s', (_what, bytes, contentType) => {
    const picture: Picture = {
      bytes,
      contentType,
      filename: 'avatar',
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }

    expect(refused(() => open.putAvatar!(picture))).toEqual({ code: 'INVALID_INPUT', path: [] })
    expect(subject.source.limits.avatarTypes?.has('image/webp')).toBe(false)
  })
})

describe('a company is refused', () => {
  it.each<readonly [string, OrganizationPatch, readonly string[]]>([
    ['an empty name', { name: ' ' }, ['name']],
    ['no name', { name: null }, ['name']],
    ['a website that is none', { website: 'not a url' }, ['website']],
    ['a custom field of people', { customFields: [{ key: '803', value: 'Red' }] }, ['customFields', '0', 'key']],
  ])('%s', async (_what, patch, path) => {
    const open = (await subject.source.open!('Organization', '104', call()))!

    expect(refused(() => open.update!(patch))).toEqual({ code: 'INVALID_INPUT', path })
  })

  it('to have one of its websites cleared, while the next would be shown', async () => {
    for (const id of [1, 2]) {
      subject.portal.state.infoRows.set(id, {
        id,
        contactId: 109,
        type: 2,
        category: 1,
        data: `https://${id}.example`,
        isPrimary: false,
      })
    }
    const open = (await subject.source.open!('Organization', '109', call()))!

    expect(refused(() => open.update!({ website: null }))).toEqual({ code: 'INVALID_INPUT', path: ['website'] })
  })
})

describe('references', () => {
  let directory: Directory
  beforeEach(() => {
    directory = createDirectory([subject.source], { signal: call().signal, state: createDirectoryState() })
  })

  it.each([
    ['a company that is a person', 'organizationId', encodeId('Organization', 'office', '202')],
    ['an unknown company', 'organizationId', encodeId('Organization', 'office', '999999')],
    ['the id of a person for a company', 'organizationId', encodeId('Person', 'office', '202')],
  ])('to %s are refused, and nothing is sent', async (_what, field, value) => {
    const { userErrors } = await directory.writes.updatePerson({
      id: encodeId('Person', 'office', '202'),
      [field]: value,
    })

    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: [field] }])
    expect(written()).toEqual([])
  })

  it.each([
    ['nobody', '00000000-0000-4000-a000-000000000000'],
    ['a user name', 'anja.ahorn'],
  ])('to a manager that is %s are refused, and nothing is sent', async (_what, id) => {
    const { userErrors } = await directory.writes.updatePerson({
      id: encodeId('Person', 'office', '207'),
      managerIds: [encodeId('User', 'office', id)],
    })

    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['managerIds', '0'] }])
    expect(written()).toEqual([])
  })

  it('to a missing last name are refused for new people too', async () => {
    const { userErrors } = await directory.writes.createPerson({ source: 'office', firstName: 'Ola' })

    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['lastName'] }])
    expect(written()).toEqual([])
  })
})

describe('an account that may see a contact and not change it', () => {
  it('is refused before anything is sent, also where the portal would not ask', async () => {
    const plain = await startCrm({ account: 'plain' })
    const open = (await plain.source.open!('Person', '203', call()))!
    const sent = plain.portal.calls.length
    const picture: Picture = { bytes: PNG, contentType: 'image/png', filename: 'a.png', sha256: '' }

    const refusals = [
      () => open.update!({ customFields: [{ key: '801', value: 'x' }] }),
      () => open.upsertContactItems!([{ typeId: '4:Work', value: '@x' }]),
      () => open.putAvatar!(picture),
      () => open.delete!(),
    ].map(refused)

    expect(open.record.viewerCanUpdate).toBe(false)
    expect(refusals.map((refusal) => refusal?.code)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'])
    expect(plain.portal.calls).toHaveLength(sent)
    await plain.close()
  })

  it('can not delete what an invoice names', async () => {
    const open = (await subject.source.open!('Person', '280', call()))!

    expect(refused(() => open.delete!())).toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('settings', () => {
  const url = 'https://office.example.org'

  it.each([
    ['no credentials', { url }],
    ['a user name without a password', { url, username: 'a' }],
    ['a token and a password', { url, token: 't', username: 'a', password: 'b' }],
    ['no url', { token: 't' }],
    ['an unknown key', { url, token: 't', batch: 3 }],
  ])('are refused with %s', (_what, settings) => {
    expect(crmSettings.safeParse(settings).success).toBe(false)
  })

  it('need a url and one way in', () => {
    expect(crmSettings.safeParse({ url, token: 't' }).success).toBe(true)
    expect(crmSettings.safeParse({ url, username: 'a', password: 'b' }).success).toBe(true)
  })
})
