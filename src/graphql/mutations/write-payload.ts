import type { WriteResult } from '../../model/receipt.ts'
import type { ObjectFields } from '../builder.ts'
import { toFailure } from '../failure.ts'
import { WriteReceiptType } from '../receipt.ts'
import { UserErrorType } from '../user-error.ts'

/** The fields every payload has besides the record. */
export function writeFields<Result extends WriteResult<unknown>>(t: ObjectFields<Result>) {
  return {
    receipts: t.field({
      type: [WriteReceiptType],
      nullable: false,
      description:
        'What each source did: one receipt for each. Empty where the input was refused before any was asked.',
      resolve: ({ receipts }) => receipts,
    }),
    userErrors: t.field({
      type: [UserErrorType],
      nullable: false,
      description: 'Why it was not done, or not whole. Empty: all that was asked for is done, planned or pending.',
      resolve: ({ userErrors }) => userErrors.map(toFailure),
    }),
  }
}

/** What a deletion came to. `deletedId` is `null` where nothing is gone: after an error or a plan, or when the source does it later. */
export interface Deletion<Item> extends WriteResult<Item> {
  readonly deletedId: string | null
}

/** The result together with the id that is gone by it. Taking away a part of a record counts as an update of the record. */
export function toDeletion<Item>(result: WriteResult<Item>, id: string): Deletion<Item> {
  const isGone = result.receipts.some(
    ({ outcome }) => outcome === 'DELETED' || (outcome === 'UPDATED' && result.userErrors.length === 0),
  )
  return { ...result, deletedId: isGone ? id : null }
}
