import { bluskyDefinition } from './blusky/index.ts'
import type { SourceDefinition } from './definition.ts'
import { leadsyDefinition } from './leadsy/index.ts'
import { onlyofficeCrmDefinition } from './onlyoffice/crm/index.ts'
import { onlyofficePeopleDefinition } from './onlyoffice/people/index.ts'
import { storeDefinition } from './store/index.ts'
import { virtuousDefinition } from './virtuous/index.ts'

/** Every kind of source there is. To add one: its folder, and a line here. */
export const SOURCE_DEFINITIONS: readonly SourceDefinition[] = [
  storeDefinition,
  virtuousDefinition,
  leadsyDefinition,
  bluskyDefinition,
  onlyofficeCrmDefinition,
  onlyofficePeopleDefinition,
]
