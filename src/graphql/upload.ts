import { createHash } from 'node:crypto'
import type { UploadedFile } from '../directory/directory.ts'

/** What a file holds, wherever that is kept. */
export type FileContent = Omit<UploadedFile, 'filename'>

/**
 * A file of a GraphQL multipart request, all of whose bytes have arrived. Only the reader of such requests makes one, so that
 * nothing a client writes into `variables` can pass for a file.
 */
export class UploadedFileValue implements UploadedFile {
  readonly filename: string
  readonly byteSize: number
  readonly sha256: string
  readonly #content: FileContent

  constructor(filename: string, content: FileContent | Uint8Array) {
    this.#content = content instanceof Uint8Array ? inMemory(content) : content
    this.filename = filename
    this.byteSize = this.#content.byteSize
    this.sha256 = this.#content.sha256
  }

  read(space?: Uint8Array): Promise<Uint8Array> {
    return this.#content.read(space)
  }
}

function inMemory(bytes: Uint8Array): FileContent {
  return {
    byteSize: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    read: async () => bytes,
  }
}
