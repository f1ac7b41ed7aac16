import type { SourceDefinition } from './definition.ts'

/** Every kind of source there is. To add one: its folder, and a line here. */
export const SOURCE_DEFINITIONS: readonly SourceDefinition[] = []
