import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { ServerStartError } from '../../src/server.ts'
import { type Resolver, schemaOf } from './support/schema.ts'
import { post } from './support/send.ts'
import { PERSON_QUERY, startTestServer } from './support/start.ts'

describe('starting', () => {
  it.each(['0.0.0.0', '::', '192.0.2.1', 'kith.example.org', ''])(
    'refuses to listen on "%s", where others could connect',
    async (host) => {
      const started = startTestServer({ host })

      await expect(started).rejects.toThrow(ServerStartError)
      await expect(started).rejects.toThrow(/^Refusing to listen on .*without credentials/)
    },
  )

  it.each(['127.0.0.1', 'localhost'])('listens on %s', async (host) => {
    const { graphql } = await startTestServer({ host })

    expect((await post(graphql, { query: PERSON_QUERY })).status).toBe(200)
  })

  it('says that a port is taken, on one line', async () => {
    const { port } = await startTestServer()

    const second = startTestServer({ port })

    await expect(second).rejects.toThrow(
      new ServerStartError(`Port ${port} of 127.0.0.1 is taken by another program: choose another one`),
    )
  })
})

describe('closing', () => {
  it('lets a running request end, and takes no new one', async () => {
    const began = Promise.withResolvers<void>()
    const end = Promise.withResolvers<string>()
    const wait: Resolver = () => {
      began.resolve()
      return end.promise
    }
    const server = await startTestServer({ schema: schemaOf({ wait }), closeTimeoutMs: 60_000 })

    const running = post(server.graphql, { query: '{ wait }' })
    await began.promise
    const closed = server.close()
    const refused = await isRefused(server.port)
    end.resolve('done')

    expect(refused).toBe(true)
    expect((await running).data).toEqual({ wait: 'done' })
    await closed
  })

  it('cuts off what has not ended in time', async () => {
    const began = Promise.withResolvers<void>()
    const never: Resolver = () => {
      began.resolve()
      return new Promise(() => undefined)
    }
    const server = await startTestServer({ schema: schemaOf({ never }), closeTimeoutMs: 10 })

    const running = post(server.graphql, { query: '{ never }' })
    running.catch(() => undefined)
    await began.promise
    await server.close()

    await expect(running).rejects.toThrow()
  })

  it('waits for no connection that is merely open', async () => {
    const server = await startTestServer({ closeTimeoutMs: 60_000 })
    await post(server.graphql, { query: PERSON_QUERY })

    await server.close()

    expect(await isRefused(server.port)).toBe(true)
  })
})

function isRefused(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(false)).once('error', () => resolve(true))
    socket.once('connect', () => socket.destroy())
  })
}
