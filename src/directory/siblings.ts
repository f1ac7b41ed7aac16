import type { PlannedRequest, SourceBudget } from '../sources/source.ts'

/** What processes that serve the same sources have to say to each other: what is told, and what is answered. */
export interface Topics {
  /** A write through the account begins. */
  readonly begun: { readonly content: { readonly account: string }; readonly answer: null }
  /** A write through the account was carried out, or may have been: what was read before is given to nobody any more. */
  readonly written: {
    readonly content: {
      readonly account: string
      readonly requests: readonly PlannedRequest[]
      readonly createdId: string | null
    }
    readonly answer: null
  }
  /** What a source told of its rate limit, at a time in milliseconds since 1970. */
  readonly budget: {
    readonly content: { readonly account: string; readonly budget: SourceBudget; readonly atMs: number }
    readonly answer: null
  }
  /** The picture that a short-lived address names; `null` where it was not given out there. */
  readonly picture: {
    readonly content: { readonly token: string; readonly counts: boolean }
    readonly answer: { readonly bytes: Uint8Array; readonly contentType: string } | null
  }
}

export type Topic = keyof Topics

/** The other processes that serve the same sources. */
export interface Siblings {
  /** How many processes there are, this one included. */
  readonly count: number
  /** Lets all others know, and waits for nobody. */
  tell<Name extends Topic>(topic: Name, content: Topics[Name]['content']): void
  /**
   * Lets all others know, and resolves with what they answered. Whoever ends meanwhile, or answers nothing within a second, is not
   * among them.
   */
  ask<Name extends Topic>(topic: Name, content: Topics[Name]['content']): Promise<readonly Topics[Name]['answer'][]>
  /** Hears what others tell and ask. Where several listen, the answer is that of the first who has one. */
  on<Name extends Topic>(topic: Name, listener: Listener<Name>): void
}

export type Listener<Name extends Topic> = (
  content: Topics[Name]['content'],
) => Topics[Name]['answer'] | Promise<Topics[Name]['answer']>

/** For a process that serves alone. */
export const noSiblings: Siblings = {
  count: 1,
  tell: () => undefined,
  ask: async () => [],
  on: () => undefined,
}
