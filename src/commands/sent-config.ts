import { ConfigError } from '../config/config-error.ts'
import type { Config, SourceConfig } from '../config.ts'
import type { SourceDefinition } from '../sources/definition.ts'

/** The configuration as it can be sent to another process: as it was read once, whatever becomes of the file. */
export interface SentConfig extends Omit<Config, 'sources'> {
  readonly sources: readonly SentSource[]
}

type SentSource = Omit<SourceConfig, 'definition'> & { readonly kind: string }

export function toSent({ sources, ...rest }: Config): SentConfig {
  return { ...rest, sources: sources.map(({ definition, ...source }) => ({ ...source, kind: definition.kind })) }
}

export function fromSent({ sources, ...rest }: SentConfig, definitions: readonly SourceDefinition[]): Config {
  return {
    ...rest,
    sources: sources.map(({ kind, ...source }) => {
      const definition = definitions.find((candidate) => candidate.kind === kind)
      if (definition === undefined) throw new ConfigError(`sources.${source.name}.kind: no kind is called ${kind}`)
      return { ...source, definition }
    }),
  }
}
