/** What the published help pages leave open, each with the answers that are plausible. */
export interface BluskyOptions {
  /** The header that carries the token. Any other is ignored, so the call is refused. */
  readonly authorizationHeader: string
  /** The word before the token; empty: the token alone. */
  readonly authorizationScheme: string
  /** How a refused login is told: 200 with `IsAuthenticated: false`, or 401. */
  readonly refusedLogin: '200' | '401'
  /** The `ResultCode` that means success. */
  readonly successCode: number
  /** Whether a failing `ResultCode` comes with 200 or with 400. */
  readonly failureStatus: 200 | 400
  /** What `Value` holds when a write fails. */
  readonly failureValue: 'null' | 'zero-guid'
  readonly unknownUser: '404' | 'result'
  /** Which generations of the user endpoints there are. */
  readonly generation: 'both' | 'legacy'
  /** What tells a user's contact items apart in an upsert. */
  readonly upsertKey: 'type' | 'type-and-value'
  /** Whether making one item the default takes it from the others of its kind. */
  readonly demotesDefault: boolean
  /** Whether the user view holds its contact items. */
  readonly contactItemsInView: boolean
  readonly typesShape: 'flat' | 'wrapped' | 'grouped'
  /** What members of contact items and their types are called: as assumed, or otherwise. */
  readonly memberNames: 'assumed' | 'other'
  /** Whether `UserId` in the body must equal the id in the path. */
  readonly refusesMismatch: boolean
  /** What an update does to fields that were not sent. */
  readonly updateOmitted: 'keeps' | 'clears'
  /** Whether times in answers say that they are UTC. */
  readonly timesWithZone: boolean
}

export const DEFAULT_OPTIONS: BluskyOptions = {
  authorizationHeader: 'Authorization',
  authorizationScheme: 'Bearer',
  refusedLogin: '200',
  successCode: 0,
  failureStatus: 200,
  failureValue: 'null',
  unknownUser: '404',
  generation: 'both',
  upsertKey: 'type',
  demotesDefault: true,
  contactItemsInView: true,
  typesShape: 'flat',
  memberNames: 'assumed',
  refusesMismatch: true,
  updateOmitted: 'clears',
  timesWithZone: false,
}
