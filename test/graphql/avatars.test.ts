import { describe, expect, it } from 'vitest'
import { UploadedFileValue } from '../../src/graphql/upload.ts'
import { encodeId } from '../../src/model/ref.ts'
import { createFakeDirectory } from '../fakes/directory.ts'
import { makePerson } from '../fakes/records.ts'
import { createContext, run } from './support/run.ts'

const UPLOAD = `mutation ($input: UploadAvatarInput!) {
  uploadAvatar(input: $input) { owner { id } avatar { url(size: 96) contentType } userErrors { code } }
}`
const ownerId = encodeId('Person', 'donors', '1')
const file = new UploadedFileValue('ada.png', new Uint8Array([137, 80, 78, 71]))

describe('uploadAvatar', () => {
  it('hands the very file on, and answers with the picture as it now is', async () => {
    const avatar = { ...UNKNOWN_PICTURE, key: 'k2', contentType: 'image/png' }
    const directory = createFakeDirectory({ result: { record: makePerson('donors', '1', { avatar }) } })

    const { data, errors } = await run(UPLOAD, { input: { ownerId, file } }, createContext(directory))

    expect(errors).toEqual([])
    expect(data?.uploadAvatar).toEqual({
      owner: { id: ownerId },
      avatar: { url: '/avatars/Person/donors/1/k2?size=96', contentType: 'image/png' },
      userErrors: [],
    })
    expect(directory.asked).toEqual([{ what: 'uploadAvatar', argument: { ownerId, file, dryRun: false } }])
    expect(directory.asked[0]).toHaveProperty('argument.file', expect.any(UploadedFileValue))
  })

  it.each([
    ['a text', 'ada.png'],
    ['an object that looks like a file', { filename: 'ada.png', bytes: [1, 2, 3] }],
    ['a promise of one', Promise.resolve(file)],
    ['nothing', null],
  ])('refuses %s in place of a file', async (_what, value) => {
    const directory = createFakeDirectory()

    const { data, errors } = await run(UPLOAD, { input: { ownerId, file: value } }, createContext(directory))

    expect(data).toBeNull()
    expect(errors).toMatchObject([{ message: expect.stringContaining('input.file') }])
    expect(directory.asked).toEqual([])
  })

  it('refuses a file written into the document', async () => {
    const document = 'mutation { uploadAvatar(input: { ownerId: "x", file: "ada.png" }) { owner { id } } }'

    const answer = run(document)

    await expect(answer).rejects.toThrow('Upload can not be written into the document')
  })
})

describe('an avatar given with a person', () => {
  it('goes along with the other changes', async () => {
    const directory = createFakeDirectory()

    const { errors } = await run(
      'mutation ($file: Upload) { updatePerson(input: { id: "x", avatar: $file }) { userErrors { code } } }',
      { file },
      createContext(directory),
    )

    expect(errors).toEqual([])
    expect(directory.asked).toEqual([{ what: 'updatePerson', argument: { id: 'x', avatar: file, dryRun: false } }])
  })
})

const UNKNOWN_PICTURE = {
  originalUrl: null,
  contentType: null,
  width: null,
  height: null,
  byteSize: null,
  blurhash: null,
  updatedAt: null,
}
