import { useCallback, useState } from 'react'
import type { CombinedError, TypedDocumentNode } from 'urql'
import { client } from '../client.ts'
import type { ProblemFragment, ReceiptFragment } from '../generated/graphql.ts'

/** What every write answers. */
export interface WriteAnswer {
  readonly receipts: readonly ReceiptFragment[]
  readonly userErrors: readonly ProblemFragment[]
}

/** How a write is asked for, on top of its own input. */
export interface WriteOptions {
  readonly dryRun: boolean
  /** The same for all attempts at one thing, so that it is done once. */
  readonly idempotencyKey: string
}

/** Sends the write, or with `dryRun` has it planned. Rejects with a `CombinedError` where nothing can be said about it. */
export type Write = (options: WriteOptions) => Promise<WriteAnswer>

export type WriteState =
  | { readonly step: 'idle' }
  | { readonly step: 'planning' }
  | { readonly step: 'refused'; readonly problems: readonly ProblemFragment[] }
  | {
      readonly step: 'planned' | 'saving'
      readonly title: string
      readonly plan: WriteAnswer
      readonly save: () => void
    }
  | { readonly step: 'done'; readonly answer: WriteAnswer }

export interface Writing {
  readonly state: WriteState
  /** Asks for the plan, to be shown. `onSaved` is called once the write is done. */
  readonly begin: (title: string, write: Write, onSaved: () => void) => void
  /** Shows what a write has answered that needed no plan. */
  readonly show: (answer: WriteAnswer) => void
  readonly cancel: () => void
}

const IDLE: WriteState = { step: 'idle' }

/** A write in its steps: planned, shown, saved, its receipt shown. */
export function useWrite(): Writing {
  const [state, setState] = useState<WriteState>(IDLE)

  const begin = useCallback((title: string, write: Write, onSaved: () => void): void => {
    const idempotencyKey = crypto.randomUUID()
    const refuse = (problems: readonly ProblemFragment[]): void => setState({ step: 'refused', problems })
    const fail = (error: CombinedError): void => refuse([toProblem(error)])
    const save = (plan: WriteAnswer): void => {
      setState({ step: 'saving', title, plan, save: () => undefined })
      write({ dryRun: false, idempotencyKey }).then((answer) => {
        if (answer.userErrors.length > 0 && answer.receipts.length === 0) return refuse(answer.userErrors)
        setState({ step: 'done', answer })
        if (answer.userErrors.length === 0) onSaved()
      }, fail)
    }
    setState({ step: 'planning' })
    write({ dryRun: true, idempotencyKey: crypto.randomUUID() }).then((plan) => {
      if (plan.userErrors.length > 0) return refuse(plan.userErrors)
      setState({ step: 'planned', title, plan, save: () => save(plan) })
    }, fail)
  }, [])

  const show = useCallback((answer: WriteAnswer) => setState({ step: 'done', answer }), [])
  const cancel = useCallback(() => setState(IDLE), [])
  return { state, begin, show, cancel }
}

/** Sends a mutation whose one field is called `write`. */
export async function sendWrite<Variables extends object>(
  document: TypedDocumentNode<{ readonly write: WriteAnswer }, Variables>,
  variables: Variables,
): Promise<WriteAnswer> {
  const { data, error } = await client.mutation(document, variables).toPromise()
  if (!data) throw error
  return data.write
}

function toProblem(error: CombinedError): ProblemFragment {
  const message = error.networkError
    ? 'kith does not answer. Nothing is known about the write.'
    : error.graphQLErrors.map((one) => one.message).join(' ')
  return { __typename: 'InvalidInputError', code: 'SOURCE_UNAVAILABLE', message, path: null }
}
