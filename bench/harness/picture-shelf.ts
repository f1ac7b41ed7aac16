import type { ServerResponse } from 'node:http'

/** Pictures in memory, each with the headers it is sent with. */
export interface PictureShelf {
  /** `text` is JSON: the headers, and the bytes in base64. */
  put(path: string, text: string, response: ServerResponse): void
  get(path: string, response: ServerResponse): void
}

/** What the floor serves pictures from: the very answers that kith gave, made beforehand. */
export function createPictureShelf(): PictureShelf {
  const pictures = new Map<string, { readonly headers: Readonly<Record<string, string>>; readonly bytes: Buffer }>()
  return {
    put(path, text, response) {
      const { headers, base64 } = JSON.parse(text) as { headers: Record<string, string>; base64: string }
      pictures.set(path, { headers, bytes: Buffer.from(base64, 'base64') })
      response.writeHead(204).end()
    },
    get(path, response) {
      const found = pictures.get(path)
      if (found === undefined) response.writeHead(404).end()
      else response.writeHead(200, found.headers).end(found.bytes)
    },
  }
}
