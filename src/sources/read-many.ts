import { GatewayError } from '../model/errors.ts'

export interface ReadManyOptions<Wire> {
  /** Whether it can be an id here at all; what can't is unknown, and not asked for. */
  isId(id: string): boolean
  /** As the ids asked for are written. */
  idOf(wire: Wire): string
  /** `null`: nobody. */
  one(id: string): Promise<Wire | null>
  /** The whole list. Throws `UNSUPPORTED` where it is too long to be read. */
  all(): Promise<readonly Wire[]>
  /** More ids than this are looked up in the whole list. */
  readonly threshold: number
}

/** What may be wrong with the whole list although single records can be read. */
const NO_LIST: ReadonlySet<string> = new Set(['UNSUPPORTED', 'FORBIDDEN'])
/** Failures that are about one record. Any other is about the source. */
const OF_ONE: ReadonlySet<string> = new Set(['FORBIDDEN', 'NOT_FOUND', 'BAD_SOURCE_RESPONSE', 'INVALID_INPUT'])

/**
 * Records by id, for systems that look up one at a time: one entry per id, in the order asked. Few are read singly, side by side;
 * many out of the whole list, and then singly those that are not in it, because not every list holds everybody. A failure stands
 * in the place of its id; it is thrown where it is the source's and nothing else was answered.
 */
export async function readMany<Wire>(
  ids: readonly string[],
  options: ReadManyOptions<Wire>,
): Promise<readonly (Wire | GatewayError | null)[]> {
  const possible = ids.filter(options.isId)
  const listed = possible.length > options.threshold ? await readAll(options) : new Map<string, Wire>()
  const found = await Promise.all(
    ids.map(async (id) => {
      if (!options.isId(id)) return null
      return listed.get(id) ?? readOne(id, options)
    }),
  )
  const failures = found.filter((entry) => entry instanceof GatewayError)
  const [first] = failures
  if (first && failures.length === possible.length && failures.every(({ code }) => !OF_ONE.has(code))) throw first
  return found
}

async function readOne<Wire>(id: string, { one }: ReadManyOptions<Wire>): Promise<Wire | GatewayError | null> {
  try {
    return await one(id)
  } catch (error) {
    if (error instanceof GatewayError) return error
    throw error
  }
}

async function readAll<Wire>({ all, idOf }: ReadManyOptions<Wire>): Promise<ReadonlyMap<string, Wire>> {
  try {
    return new Map((await all()).map((wire) => [idOf(wire), wire]))
  } catch (error) {
    if (error instanceof GatewayError && NO_LIST.has(error.code)) return new Map()
    throw error
  }
}
