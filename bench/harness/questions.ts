import { ask, type Question, refresh, toRequest } from './load.ts'
import { preparePictures } from './pictures.ts'
import type { QueryRow, Row } from './rows.ts'
import { VARIATIONS } from './sizes.ts'
import type { Target } from './target.ts'

/** What asks one server for a row. */
export async function prepareQuestions(
  row: Row,
  target: Target,
  measured: { readonly kith: Target; readonly floor: Target },
): Promise<readonly Question[]> {
  if ('query' in row) return (await prepareBodies(row, target.url)).map((body) => ({ body }))
  return (await preparePictures(measured, target)).map((path) => ({ path }))
}

/** The bodies that ask a row's query of one server: its cursors are its own, so they are walked to. */
async function prepareBodies({ name, query, variables }: QueryRow, url: string): Promise<readonly string[]> {
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

/** The answers, cursors and written numbers aside, so that they can be compared between servers. */
export async function sampleAnswer(questions: readonly Question[], url: string): Promise<string> {
  const question = questions.at(-1)!
  if ('path' in question) return samplePicture(new URL(question.path, url), question)
  const { data } = await ask(url, JSON.parse(refresh(question.body)) as object)
  const text = JSON.stringify(data, (key, value: unknown) => (key === 'endCursor' ? undefined : value))
  return text.replace(/"before":"[^"]*"/g, '"before":""').replace(/\bfresh\d+@/g, 'fresh@')
}

/** Headers of the connection and of the very request aside. */
async function samplePicture(url: URL, question: Question): Promise<string> {
  const { headers } = toRequest(question, url.pathname)
  const answer = await fetch(url, { headers })
  const shown = [...answer.headers].filter(([name]) => !/^(date|connection|keep-alive|x-request-id)$/.test(name))
  return JSON.stringify([answer.status, shown.sort(), Buffer.from(await answer.arrayBuffer()).toString('base64')])
}
