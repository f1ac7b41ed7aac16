import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { type Asset, createAsset, respondAsset } from './asset.ts'
import type { Exchange, Route } from './exchange.ts'
import { HttpProblem } from './http-problem.ts'
import { respond } from './respond.ts'

const ASSETS_PATH = '/assets/'

/** The built web app, as `npm run web:build` leaves it: beside `src/` in a checkout, beside `dist/` in the package. */
export const WEB_APP_FOLDER = join(import.meta.dirname, '../../examples/web/dist')

const METHODS = ['GET', 'HEAD'] as const

/**
 * The web app at `/` and its files below `/assets/`. Their names change with what is in them, so a browser keeps them for good; the
 * page that names them it asks for again each time. Where the folder is missing, `/` leads to `fallback`.
 */
export function webAppRoutes(folder: string, fallback: string): readonly Route[] {
  const names = namesIn(join(folder, 'assets'))
  const assets = new Map<string, Promise<Asset>>()
  const serve = async (exchange: Exchange, file: string, headers: Readonly<Record<string, string>>): Promise<void> => {
    const known = assets.get(file)
    const asset = known ?? readAsset(join(folder, file))
    if (!known) {
      assets.set(file, asset)
      asset.catch(() => assets.delete(file))
    }
    await respondAsset(exchange, await asset, { ...headers, 'content-security-policy': CONTENT_SECURITY_POLICY })
  }
  const page: Route = {
    path: '/',
    methods: METHODS,
    handle: (exchange) =>
      serve(exchange, 'index.html', { 'cache-control': 'no-cache', 'referrer-policy': 'no-referrer' }),
  }
  const files: Route = {
    path: `${ASSETS_PATH}*`,
    methods: METHODS,
    handle: (exchange) => {
      const name = exchange.target.path.slice(ASSETS_PATH.length)
      if (!names.has(name)) throw new HttpProblem(404, 'There is nothing at this path.')
      return serve(exchange, `assets/${name}`, { 'cache-control': 'public, max-age=31536000, immutable' })
    },
  }
  if (names.size > 0) return [page, files]
  const elsewhere: Route = {
    ...page,
    handle: ({ request, response }) => respond(request, response, 302, { location: fallback }, ''),
  }
  return [elsewhere]
}

/** Only what is listed once is served: no name that a request brings is ever looked up on the disk. */
function namesIn(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Set()
    throw error
  }
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

async function readAsset(path: string): Promise<Asset> {
  return createAsset(CONTENT_TYPES[extname(path)] ?? 'application/octet-stream', await readFile(path))
}

/** Nothing inline, and nothing from elsewhere. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
