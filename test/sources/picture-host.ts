import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Linked = { readonly bytes: Uint8Array; readonly contentType: string }

/** Gives pictures addresses from which a pretended vendor can fetch them, as the gateway would. */
export async function startPictureHost(): Promise<{ linkTo(picture: Linked): string; close(): Promise<void> }> {
  const pictures: Linked[] = []
  const server = createServer((request, response) => {
    const picture = pictures[Number(/\d+/.exec(request.url ?? '')?.[0])]
    if (!picture) return void response.writeHead(404).end()
    const headers = { 'content-type': picture.contentType, 'content-length': picture.bytes.byteLength }
    response.writeHead(200, headers).end(picture.bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    linkTo: (picture) => `http://127.0.0.1:${port}/${pictures.push(picture) - 1}/picture.png`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
