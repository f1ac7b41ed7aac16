import type { Config, SourceConfig } from '../config.ts'
import type { Output } from './surroundings.ts'

export function printWelcome(url: string, { sources }: Config, output: Output): void {
  output.write(
    `kith is ready.\n\n  People    ${url}/\n  GraphiQL  ${url}/graphql\n  Sources   ${sources.map(nameSource).join('\n            ')}\n\n`,
  )
}

function nameSource({ name, definition, simulate }: SourceConfig): string {
  return `${name} (${definition.kind}${simulate ? ', simulated: invented people' : ''})`
}
