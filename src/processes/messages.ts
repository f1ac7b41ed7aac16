import type { Topic, Topics } from '../directory/siblings.ts'

/** What a worker says to its primary. */
export type ToPrimary =
  /** It runs, and knows nothing yet. */
  | { readonly kind: 'up' }
  /** It hears what the others tell and ask: from now on it reads. */
  | { readonly kind: 'hears' }
  /** It has opened everything, and settled what its predecessor left: it could listen. */
  | { readonly kind: 'opened' }
  | { readonly kind: 'serving'; readonly url: string }
  /** It can't serve. `wrongly`: it is configured so. */
  | { readonly kind: 'failed'; readonly message: string; readonly wrongly: boolean }
  /** It wants a lock, under a number of its own. */
  | { readonly kind: 'lock'; readonly id: number; readonly key: string }
  /** It wants it no more: it had it, or was waiting for it. */
  | { readonly kind: 'unlock'; readonly id: number }
  | Tell
  | Ask
  | Answer

/** What a primary says to its worker. */
export type ToWorker =
  | Begin
  | { readonly kind: 'listen'; readonly port: number }
  | { readonly kind: 'stop' }
  | { readonly kind: 'locked'; readonly id: number }
  | Tell
  | Ask
  | { readonly kind: 'answers'; readonly id: number; readonly contents: readonly unknown[] }

/** Something of one of the topics of `Siblings`. */
export interface Tell {
  readonly kind: 'tell'
  readonly topic: Topic
  readonly content: Topics[Topic]['content']
}

export interface Ask {
  readonly kind: 'ask'
  /** Of the question. */
  readonly id: number
  readonly topic: Topic
  readonly content: Topics[Topic]['content']
}

export interface Answer {
  readonly kind: 'answer'
  /** Of the question. */
  readonly id: number
  readonly content: unknown
}

/** What a worker is to do. */
export interface Begin {
  readonly kind: 'begin'
  /** Its place among the workers, from 0. */
  readonly index: number
  readonly count: number
  /** Names it in the journal; no two ever have the same. */
  readonly owner: string
  /** Those before it whose writes nobody has settled yet; `all`: whatever is unsettled, for nobody serves. */
  readonly settles: 'all' | readonly string[]
  /** The same for all of them, and none of this folder's business. */
  readonly common: unknown
}
