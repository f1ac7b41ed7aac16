import { ask } from './load.ts'
import type { Row } from './rows.ts'
import { VARIATIONS } from './sizes.ts'

/** The bodies that ask a row's query of one server: its cursors are its own, so they are walked to. */
export async function prepareBodies({ name, query, variables }: Row, url: string): Promise<readonly string[]> {
  const body = (given: unknown) => JSON.stringify({ operationName: name, query, variables: given })
  if (variables === 'none') return [body({})]
  if (variables !== 'cursors') return Array.from({ length: VARIATIONS }, (_, number) => body(variables(number)))
  const bodies = [body({})]
  for (let after: unknown = null; bodies.length < VARIATIONS; ) {
    const { data } = await ask(url, { operationName: name, query, variables: { after } })
    const { endCursor } = (data.people as { pageInfo: { endCursor: unknown } }).pageInfo
    after = endCursor
    bodies.push(body({ after }))
  }
  return bodies
}

/** The answers, cursors aside, so that they can be compared between servers. */
export async function sampleAnswer(bodies: readonly string[], url: string): Promise<string> {
  const { data } = await ask(url, JSON.parse(bodies.at(-1)!) as object)
  return JSON.stringify(data, (key, value: unknown) => (key === 'endCursor' ? undefined : value))
}
