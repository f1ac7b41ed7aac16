import { stringifyDocument } from 'urql'
import { client, ENDPOINT } from '../client.ts'
import { RecordDocument, UploadAvatarDocument, type UploadAvatarMutation } from '../generated/graphql.ts'
import type { WriteAnswer } from '../write/use-write.ts'

export interface UploadOptions {
  readonly ownerId: string
  readonly picture: Blob
  readonly signal: AbortSignal
  /** How much of the request is on its way, 0 to 1. */
  readonly onProgress: (part: number) => void
}

/**
 * Sends a picture as a GraphQL multipart request, then reads its owner anew. `fetch` can't tell how far an upload has come, so
 * this is done the old way. Rejects with an `Error` whose message is for people.
 */
export async function uploadPicture({ ownerId, picture, signal, onProgress }: UploadOptions): Promise<WriteAnswer> {
  const form = new FormData()
  // The order matters: what to do, where the file belongs, then the file.
  const variables = { input: { ownerId, file: null, idempotencyKey: crypto.randomUUID() } }
  form.append('operations', JSON.stringify({ query: stringifyDocument(UploadAvatarDocument), variables }))
  form.append('map', JSON.stringify({ file: ['variables.input.file'] }))
  form.append('file', picture, 'picture.jpg')

  const answer = JSON.parse(await send(form, signal, onProgress)) as {
    readonly data?: UploadAvatarMutation | null
    readonly errors?: readonly { readonly message: string }[]
  }
  if (!answer.data) throw new Error(answer.errors?.map(({ message }) => message).join(' ') ?? 'The upload was refused.')
  await client.query(RecordDocument, { id: ownerId }, { requestPolicy: 'network-only' }).toPromise()
  return answer.data.write
}

function send(form: FormData, signal: AbortSignal, onProgress: (part: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', ENDPOINT)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('x-graphql-yoga-csrf', '1') // a form is only taken with it: no other site can set it
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total)
    request.onload = () => resolve(request.responseText)
    request.onerror = () => reject(new Error('The upload broke off. Is kith running?'))
    request.onabort = () => reject(new Error('The upload was cancelled.'))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(form)
  })
}
