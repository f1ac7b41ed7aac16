import sharp from 'sharp'
import { ask, PICTURE_HEADERS } from './load.ts'
import { PICTURES } from './sizes.ts'
import type { Target } from './target.ts'

const SIDE = 128

let addresses: Promise<readonly string[]> | null = null

/** Paths of the pictures at one server: kith is given them, and the floor what kith then answers. */
export async function preparePictures(
  { kith, floor }: { readonly kith: Target; readonly floor: Target },
  target: Target,
): Promise<readonly string[]> {
  addresses ??= uploadPictures(kith.url)
  const paths = await addresses
  if (target === floor) for (const path of paths) await shelve(new URL(path, kith.url), new URL(path, floor.url))
  return paths
}

/** Another picture for each of some people of the store. */
async function uploadPictures(url: string): Promise<readonly string[]> {
  const query = `{ people(first: ${PICTURES}, sources: ["own"]) { nodes { id } } }`
  const { data } = await ask(url, { query })
  const ids = (data.people as { nodes: readonly { id: string }[] }).nodes.map(({ id }) => id)
  const paths: string[] = []
  for (const [number, id] of ids.entries()) paths.push(await uploadPicture(url, id, await draw(number)))
  return paths
}

async function uploadPicture(url: string, ownerId: string, bytes: Buffer): Promise<string> {
  const query = `mutation ($file: Upload!) { uploadAvatar(input: { ownerId: "${ownerId}", file: $file }) {
    owner { ... on Person { avatar { url(size: ${SIDE}) } } } userErrors { message } } }`
  const form = new FormData()
  form.set('operations', JSON.stringify({ query, variables: { file: null } }))
  form.set('map', JSON.stringify({ 0: ['variables.file'] }))
  form.set('0', new Blob([new Uint8Array(bytes)]), 'picture.jpg')
  const answer = await fetch(url, { method: 'POST', headers: { 'x-graphql-yoga-csrf': '1' }, body: form })
  const text = await answer.text()
  const address = /"url":"([^"]+)"/.exec(text)?.[1]
  if (address === undefined) throw new Error(`no picture could be uploaded: ${text}`)
  const { pathname, search } = new URL(address)
  return pathname + search
}

/** Hands the floor what kith answers, which from then on comes from kith's cache. */
async function shelve(from: URL, to: URL): Promise<void> {
  const answer = await fetch(from, { headers: PICTURE_HEADERS })
  const base64 = Buffer.from(await answer.arrayBuffer()).toString('base64')
  const own = /^(date|connection|keep-alive|transfer-encoding)$/ // node:http's own affair
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => !own.test(name)))
  const put = await fetch(to, { method: 'PUT', body: JSON.stringify({ headers, base64 }) })
  if (answer.status !== 200 || put.status !== 204) throw new Error(`${from.pathname} answered ${answer.status}`)
}

/** Shapes with some grain, as a photograph has them. */
function draw(number: number): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 100 + 5 * number, sigma: 60 } as const
  const create = { width: 24, height: 24, channels: 3, background: '#888', noise } as const
  return sharp({ create }).resize(600, 600, { kernel: 'cubic' }).jpeg().toBuffer()
}
