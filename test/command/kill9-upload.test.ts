import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { beginUpload, field, fileHead, form } from '../server/support/multipart.ts'
import { makeFolder, spawnKith } from './run-kith.ts'

it('leaves no file of an upload when the process is killed in the middle of it', async () => {
  const directory = await makeFolder({
    'kith.config.json': {
      server: { logLevel: 'error' },
      sources: { own: { kind: 'store', url: 'sqlite:./kith.db' } },
    },
  })
  const kith = spawnKith(['start', '--port', '0'], { directory })
  const [, url] = (await kith.waitFor(/(http:\/\/[^/]+)\/graphql/)) as unknown as [string, string]
  const query = 'mutation ($file: Upload!) { uploadAvatar(input: { ownerId: "x", file: $file }) { owner { id } } }'
  const head = form(
    field('operations', { query, variables: { file: null } }),
    field('map', { 0: ['variables.file'] }),
    fileHead('0'),
    Buffer.alloc(5_000_000, 'a'),
  )
  const upload = beginUpload(`${url}/graphql`, head)
  await upload.arrived
  await fetch(`${url}/healthz`) // by now it has begun to take the file in

  kith.process.kill('SIGKILL')
  await kith.ended
  await upload.abandon()

  expect(await readdir(join(directory, 'data/avatars/uploads'))).toEqual([])
})
