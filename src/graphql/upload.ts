import type { UploadedFile } from '../directory/directory.ts'

/**
 * A file of a GraphQL multipart request, all of whose bytes have arrived. Only the reader of such requests makes one, so that
 * nothing a client writes into `variables` can pass for a file.
 */
export class UploadedFileValue implements UploadedFile {
  readonly filename: string
  readonly bytes: Uint8Array

  constructor(filename: string, bytes: Uint8Array) {
    this.filename = filename
    this.bytes = bytes
  }
}
