import type { ProblemFragment } from '../generated/graphql.ts'
import { Notice } from '../parts/failure.tsx'

/** Why a write was refused; those that belong to a field stand there as well. */
export function Problems({ problems }: { readonly problems: readonly ProblemFragment[] }) {
  if (problems.length === 0) return null
  return (
    <Notice tone="error">
      {problems.map(({ message, path }) => (
        <p key={`${path?.join('.')} ${message}`}>{message}</p>
      ))}
    </Notice>
  )
}

/** The message for a field of the input, if one begins there. */
export function problemAt(problems: readonly ProblemFragment[], field: string): string | undefined {
  return problems.find(({ path }) => path?.[0] === field)?.message
}
