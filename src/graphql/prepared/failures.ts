import { type FieldNode, locatedError } from 'graphql'
import type { Path, Run } from './run.ts'

/** A failure where something may be missing: noted, with null in its place. Elsewhere it goes on to what is around. */
export function handleFailure(
  run: Run,
  error: unknown,
  nodes: readonly FieldNode[],
  path: Path,
  isNonNull: boolean,
): null {
  if (error instanceof AggregateError) {
    // Each is told by itself.
    for (const one of error.errors) handleFailure(run, one, nodes, path, isNonNull)
    return null
  }
  const located = locatedError(asError(error), [...nodes], toArray(path))
  if (isNonNull) throw located
  run.errors.push(located)
  return null
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(`Unexpected error value: ${String(error)}`)
}

function toArray(path: Path): readonly (string | number)[] {
  const keys: (string | number)[] = []
  for (let step: Path | undefined = path; step; step = step.prev) keys.push(step.key)
  return keys.reverse()
}
