import { request } from 'graphql-request'
import { UpdatePersonDocument, type UpdatePersonMutation } from './generated/graphql.ts'

type Outcome = UpdatePersonMutation['updatePerson']

/** Plans the write first, and carries it out if `confirm` agrees to the plan. Nothing is sent before that. */
export async function giveTitle(
  url: string,
  person: { readonly id: string; readonly version: string | null },
  jobTitle: string,
  confirm: (plan: Outcome['receipts']) => boolean,
): Promise<string> {
  const input = {
    id: person.id,
    jobTitle,
    ifVersion: person.version, // refused when somebody else has written since
    idempotencyKey: crypto.randomUUID(), // safe to send again when no answer came
  }

  const plan = await request(url, UpdatePersonDocument, { input: { ...input, dryRun: true, idempotencyKey: null } })
  if (plan.updatePerson.userErrors.length > 0) return explain(plan.updatePerson)
  if (!confirm(plan.updatePerson.receipts)) return 'not sent'

  const { updatePerson } = await request(url, UpdatePersonDocument, { input })
  return explain(updatePerson)
}

/** What the user can mend is in `userErrors`, with the place in the input; what was done is in `receipts`. */
function explain({ userErrors, receipts }: Outcome): string {
  const problems = userErrors.map(
    ({ code, message, path }) => `${code} at ${path?.join('.') ?? 'all of it'}: ${message}`,
  )
  const done = receipts.flatMap(({ source, outcome, changes, sideEffects }) => [
    `${source.name}: ${outcome}`,
    ...changes.map(({ path, before, after }) => `${path}: ${before ?? 'nothing'} is now ${after ?? 'nothing'}`),
    ...sideEffects.map(({ path, repaired }) => `${path} changed besides${repaired ? ', and was put right' : ''}`),
  ])
  return [...problems, ...done].join('\n')
}
