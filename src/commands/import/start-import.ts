import type { Directory } from '../../directory/directory.ts'
import type { Entry } from '../../exchange/card.ts'
import type { ImportMemory, ImportRun } from '../../journal/import-memory.ts'
import { GatewayError } from '../../model/errors.ts'
import type { CallOptions, Source } from '../../sources/source.ts'
import type { Target } from './bring-card.ts'
import { type ImportedRow, importCards } from './import-cards.ts'
import { createOrganizationFinder } from './organizations.ts'

export interface StartOptions {
  readonly source: Source
  readonly openDirectory: () => Directory
  readonly memory: ImportMemory
  readonly run: ImportRun
  readonly dryRun: boolean
  readonly stop: AbortSignal
  readonly wait: (milliseconds: number) => Promise<void>
}

/** How many cards are on their way at once, where each costs a vendor's requests. */
const CONCURRENCY = 8
/** And where each waits for the disk, which takes what comes together at once. */
const ATOMIC_CONCURRENCY = 50

/** Brings cards into a source as it lets itself be written; see `importCards`. Throws `UNSUPPORTED` where no person can be written there. */
export async function startImport(
  entries: AsyncIterable<Entry>,
  options: StartOptions,
): Promise<AsyncGenerator<ImportedRow>> {
  const { source, stop, dryRun } = options
  const can = await source.capabilities({ signal: stop })
  const isAtomic = source.guarantee === 'ATOMIC'
  return importCards(entries, {
    ...options,
    target: await describeTarget(options, { signal: stop }),
    filters: source.listing.Person?.filters ?? new Set(),
    organizations: createOrganizationFinder({
      source: source.name,
      canSearch: source.listing.Organization?.filters.has('search') ?? false,
      canCreate: can.has('ORGANIZATION_CREATE'),
      dryRun,
    }),
    isAtomic,
    concurrency: isAtomic ? ATOMIC_CONCURRENCY : CONCURRENCY,
  })
}

async function describeTarget({ source, openDirectory }: StartOptions, options: CallOptions): Promise<Target> {
  const can = await source.capabilities(options)
  if (!can.has('PERSON_CREATE') && !can.has('PERSON_UPDATE')) {
    const message = `${source.name} takes no people: its account may neither create nor update them.`
    throw new GatewayError('UNSUPPORTED', message, { source: source.name })
  }
  const view = openDirectory().source(source.name)
  return {
    name: source.name,
    canCreate: can.has('PERSON_CREATE'),
    canUpdate: can.has('PERSON_UPDATE'),
    takesItems: can.has('CONTACT_ITEM_UPSERT'),
    takesPhotos: can.has('AVATAR_UPLOAD') && source.limits.maxAvatarBytes > 0,
    taken: {
      fields: source.writable.Person ?? new Set(),
      customFields: (await view?.customFieldDefinitions()) ?? null,
    },
    itemFields: source.writable.ContactItem ?? new Set(),
    types: (await view?.contactItemTypes()) ?? [],
  }
}
