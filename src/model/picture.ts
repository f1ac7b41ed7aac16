export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const
export type PictureType = (typeof PICTURE_TYPES)[number]

/** A picture to be set as somebody's avatar: its bytes, and what they were found to be. */
export interface Picture {
  readonly bytes: Uint8Array
  /** By the bytes, never by the name. */
  readonly contentType: PictureType
  /** A harmless file name with the extension that fits `contentType`. */
  readonly filename: string
  /** Lower-case hexadecimal. */
  readonly sha256: string
  /** Absent where the picture was not looked into. */
  readonly details?: PictureDetails
}

/** What can be told of a picture once it has been decoded. */
export interface PictureDetails {
  /** Pixels, upright. */
  readonly width: number
  readonly height: number
  /** A blurred placeholder in some 30 characters (https://blurha.sh). */
  readonly blurhash: string
}
