import { print } from 'graphql'
import { UploadAvatarDocument, type UploadAvatarMutation } from './generated/graphql.ts'

/**
 * Sends a picture as a GraphQL multipart request. It runs in a browser with a `File` from an input, and in Node with what
 * `openAsBlob` of `node:fs` gives, which is read from the disk as it is sent.
 */
export async function uploadAvatar(url: string, ownerId: string, picture: Blob): Promise<string | null> {
  const form = new FormData()
  // In this order: the operation, which of its variables is the file, and the file.
  form.append(
    'operations',
    JSON.stringify({ query: print(UploadAvatarDocument), variables: { input: { ownerId, file: null } } }),
  )
  form.append('map', JSON.stringify({ picture: ['variables.input.file'] }))
  form.append('picture', picture, 'picture')

  // Without the header the form is refused: a page of another site could send one, but not with a header of this name.
  const response = await fetch(url, { method: 'POST', headers: { 'x-graphql-yoga-csrf': '1' }, body: form })

  const { data, errors } = (await response.json()) as {
    data?: UploadAvatarMutation | null
    errors?: readonly { message: string }[]
  }
  const problems = [...(errors ?? []), ...(data?.uploadAvatar.userErrors ?? [])]
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join(' '))
  return data?.uploadAvatar.avatar?.url ?? null
}
