import { printKithSchema } from '../graphql/print.ts'
import { EXIT, type Surroundings } from './surroundings.ts'

/** `kith schema`: prints the GraphQL schema, sorted, with its descriptions. */
export function schema({ stdout }: Surroundings): number {
  const text = printKithSchema()
  stdout.write(text.endsWith('\n') ? text : `${text}\n`)
  return EXIT.ok
}
