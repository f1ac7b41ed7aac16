/** Mercurius 16 on Fastify 5, operations compiled after their first use. */
import fastify from 'fastify'
import mercurius, { type IResolvers } from 'mercurius'
import { askWithPool, createContexts } from './people.ts'
import { resolvers, typeDefs } from './schema.ts'

const contexts = createContexts(askWithPool())
const app = fastify({ keepAliveTimeout: 60_000 })
await app.register(mercurius, {
  schema: typeDefs,
  resolvers: resolvers as IResolvers,
  jit: 1,
  context: () => contexts(),
})
const address = await app.listen({ port: 0, host: '127.0.0.1' })
console.log(JSON.stringify({ url: `${address}/graphql` }))
process.stdin.on('end', () => process.exit()).resume()
