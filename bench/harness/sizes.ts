/** Contacts of the large upstream sources. */
export const MANY = 10_000
/** The small ones, and the contacts of each. */
export const SMALL = ['s1', 's2', 's3', 's4', 's5', 's6'] as const
export const FEW = 17
/** Ids of individuals are those of their contacts and this. */
export const INDIVIDUALS_FROM = 100_000
/** Ids of the individuals that are written to; nothing else reads them one by one. */
export const WRITTEN_FROM = INDIVIDUALS_FROM + 9_500
/** People in the store. */
export const STORED = 10_000
/** Distinct variables a query is asked with. */
export const VARIATIONS = 64
/** Pictures that are asked for in turn. */
export const PICTURES = 16
