import type { Assumption } from '../definition.ts'

/** What is not published of this vendor: see "Unproven without a live account" in readme.md. */
export const VIRTUOUS_ASSUMPTIONS: readonly Assumption[] = [
  { setting: 'batchGroups', fact: 'how many conditions a query takes' },
  { setting: 'avatarPart', fact: 'the name of the form part a picture goes up in' },
  { setting: 'avatarMaxBytes', fact: 'the largest picture that is taken' },
]
