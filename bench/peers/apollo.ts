/** Apollo Server 5, standalone. */
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { askWithPool, createContexts, type PeerContext } from './people.ts'
import { resolvers, typeDefs } from './schema.ts'

const contexts = createContexts(askWithPool())
const server = new ApolloServer<PeerContext>({ typeDefs, resolvers, nodeEnv: 'production', introspection: true })
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async () => contexts(),
})
console.log(JSON.stringify({ url }))
process.stdin.on('end', () => process.exit()).resume()
