import { createHash } from 'node:crypto'
import type { Picture } from '../../src/model/picture.ts'
import { PNG } from './pictures.ts'

/** A picture to be set, as the directory hands it to a source. */
export function pictureOf(bytes: Uint8Array = PNG): Picture {
  return {
    bytes,
    contentType: 'image/png',
    filename: 'avatar.png',
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}
