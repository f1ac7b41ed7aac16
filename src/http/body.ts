import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib'
import { FormData, Response } from 'undici'
import type { HttpRequest, Multipart } from './client.ts'

export interface EncodedBody {
  readonly bytes: string | Uint8Array | null
  readonly contentType: string | null
}

const NO_BODY: EncodedBody = { bytes: null, contentType: null }

/** The body of a request as it goes over the wire. Only files take time. */
export function encodeBody({ json, form, multipart }: HttpRequest): EncodedBody | Promise<EncodedBody> {
  if (json !== undefined) return { bytes: JSON.stringify(json), contentType: 'application/json' }
  if (form !== undefined) {
    return { bytes: new URLSearchParams(form).toString(), contentType: 'application/x-www-form-urlencoded' }
  }
  return multipart === undefined ? NO_BODY : encodeMultipart(multipart)
}

async function encodeMultipart({ fields = {}, file }: Multipart): Promise<EncodedBody> {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  const { field, filename, contentType, bytes } = file
  data.append(field, new Blob([new Uint8Array(bytes)], { type: contentType }), filename)
  const encoded = new Response(data)
  return { bytes: await encoded.bytes(), contentType: encoded.headers.get('content-type') }
}

/** Encodings that `decompress` reads. */
export const ACCEPT_ENCODING = 'gzip, deflate, br'

type Decompressor = (
  bytes: Uint8Array,
  options: { maxOutputLength: number },
  callback: (error: Error | null, result: Buffer) => void,
) => void

/**
 * The bytes behind a `Content-Encoding`. Rejects with a `RangeError` when they are more than `maxBytes`, with any other error when
 * they are damaged, cut off or encoded in a way that was not asked for.
 */
export async function decompress(
  bytes: Uint8Array,
  encoding: string | undefined,
  maxBytes: number,
): Promise<Uint8Array> {
  const name = nameOf(encoding)
  const decompressor = decompressorOf(name, bytes)
  return new Promise((resolve, reject) => {
    decompressor(bytes, { maxOutputLength: maxBytes }, (error, result) =>
      error === null ? resolve(result) : reject(error),
    )
  })
}

/** Whether the bytes are what was meant as they are. An empty body stays empty, whatever its header says of it. */
export function isPlain(bytes: Uint8Array, encoding: string | undefined): boolean {
  if (encoding === undefined || bytes.byteLength === 0) return true
  return ['', 'identity'].includes(nameOf(encoding))
}

function nameOf(encoding: string | undefined): string {
  return (encoding ?? '').trim().toLowerCase()
}

function decompressorOf(name: string, bytes: Uint8Array): Decompressor {
  if (name === 'gzip' || name === 'x-gzip') return gunzip
  if (name === 'br') return brotliDecompress
  // Some servers send deflate bare, without the zlib header that RFC 9110 §8.4.1.2 asks for.
  if (name === 'deflate') return ((bytes[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw
  throw new Error('the answer is encoded in a way that was not asked for')
}

/** Parsed JSON; the text where it is none (an HTML page, say); `null` where there is nothing. */
export function readBody(bytes: Uint8Array, contentType: string | undefined): unknown {
  const text = new TextDecoder().decode(bytes)
  const trimmed = text.trim()
  if (trimmed === '') return null
  // Vendors mislabel JSON; a lone word or number in a text is not to be taken for it, though.
  if (!/[/+]json\b/i.test(contentType ?? '') && !/^[[{]/.test(trimmed)) return text
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text // not JSON after all: whoever needs it finds a string and says so
  }
}
