import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, gzip, constants as zlib } from 'node:zlib'
import type { Exchange } from './exchange.ts'
import { respond } from './respond.ts'

/** A file that a browser is given, in the forms it may be sent in. */
export interface Asset {
  readonly contentType: string
  readonly bytes: Buffer
  readonly etag: string
  /** Smaller; made when first asked for. `null`: it would not become so. */
  readonly compress: ((encoding: Encoding) => Promise<Buffer>) | null
}

type Encoding = 'br' | 'gzip'

const compressWithBrotli = promisify(brotliCompress)
const compressWithGzip = promisify(gzip)

export function createAsset(contentType: string, content: string | Buffer): Asset {
  const bytes = Buffer.from(content)
  const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`
  const made = new Map<Encoding, Promise<Buffer>>()
  const compress = (encoding: Encoding): Promise<Buffer> => {
    const form = made.get(encoding) ?? (encoding === 'br' ? toBrotli(bytes) : compressWithGzip(bytes))
    made.set(encoding, form)
    return form
  }
  return { contentType, bytes, etag, compress: isText(contentType) ? compress : null }
}

const LARGE_BYTES = 1_000_000

/** Nearly as small as can be in a fraction of the time; somebody waits for it. */
function toBrotli(bytes: Buffer): Promise<Buffer> {
  return compressWithBrotli(bytes, {
    params: {
      [zlib.BROTLI_PARAM_QUALITY]: bytes.byteLength > LARGE_BYTES ? 5 : 9,
      [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
    },
  })
}

function isText(contentType: string): boolean {
  return /^(text\/|image\/svg\+xml|application\/json)/.test(contentType)
}

/** Answers with the asset in the smallest form the browser takes, or with 304 where it has it already. */
export async function respondAsset(
  { request, response }: Exchange,
  asset: Asset,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const { etag, compress, contentType, bytes } = asset
  const shared = { ...headers, etag, vary: headers.vary ? `${headers.vary}, Accept-Encoding` : 'Accept-Encoding' }
  if (request.headers['if-none-match'] === etag) return respond(request, response, 304, shared, '')
  const encoding = compress && chooseEncoding(request.headers['accept-encoding'])
  const type = { 'content-type': contentType }
  if (!encoding) return respond(request, response, 200, { ...shared, ...type }, bytes)
  respond(request, response, 200, { ...shared, ...type, 'content-encoding': encoding }, await compress(encoding))
}

/** `null`: as it is. */
function chooseEncoding(accepted: string | undefined): Encoding | null {
  const accepts = new Set(
    (accepted ?? '')
      .toLowerCase()
      .split(',')
      .filter((one) => !/;\s*q=0(\.0*)?\s*$/.test(one))
      .map((one) => one.split(';', 1)[0]?.trim()),
  )
  return accepts.has('br') ? 'br' : accepts.has('gzip') ? 'gzip' : null
}
