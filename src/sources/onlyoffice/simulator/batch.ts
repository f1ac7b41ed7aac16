import type { Result } from './envelope.ts'
import type { Incoming, Outgoing } from './http.ts'

interface Element {
  readonly method: string
  readonly relativeUrl: string
  readonly body: string
  readonly bodyContentType: string
  readonly order: number
  readonly name: string | null
}

/** The parameter `batch` of query or form; a raw JSON body is not looked at. `null`: there is none. */
export function readBatch(request: Incoming): readonly Element[] | null {
  const type = request.headers['content-type'] ?? ''
  const isForm = type.startsWith('application/x-www-form-urlencoded')
  const form = isForm ? new URLSearchParams(request.body.toString('utf8')) : null
  const text = form?.get('batch') ?? request.query.get('batch')
  if (!text) return null
  const parsed: unknown = JSON.parse(text)
  return Array.isArray(parsed) ? parsed.map(toElement) : null
}

function toElement(item: unknown): Element {
  const members = new Map(Object.entries(item ?? {}).map(([name, of]) => [name.toLowerCase(), of]))
  const text = (name: string, fallback: string) => String(members.get(name) ?? fallback)
  return {
    method: text('method', 'GET').toUpperCase(),
    relativeUrl: text('relativeurl', ''),
    body: text('body', ''),
    bodyContentType: text('bodycontenttype', 'application/x-www-form-urlencoded; charset=utf-8'),
    order: Number(members.get('order') ?? 0),
    name: members.has('name') ? text('name', '') : null,
  }
}

/** One after another, by `order`, with the outer request's headers. What has no route gives `null`. */
export async function runBatch(
  request: Incoming,
  elements: readonly Element[],
  callOne: (request: Incoming) => Promise<Outgoing | null>,
): Promise<Result> {
  const answers: unknown[] = []
  for (const element of elements.toSorted((a, b) => a.order - b.order)) {
    const target = new URL(element.relativeUrl, `${request.origin}/`)
    // A JSON body without a charset in its type is not read.
    const isRead = !element.bodyContentType.includes('json') || element.bodyContentType.includes('charset')
    const answer = await callOne({
      ...request,
      method: element.method,
      path: decodeURIComponent(target.pathname),
      query: target.searchParams,
      headers: { ...request.headers, 'content-type': element.bodyContentType },
      body: Buffer.from(isRead ? element.body : '', 'utf8'),
    })
    answers.push(
      answer && {
        ...(element.name !== null && { name: element.name }),
        status: answer.status,
        headers: Object.fromEntries(
          Object.entries(answer.headers ?? {}).map(([name, of]) => [name.charAt(0).toLowerCase() + name.slice(1), of]),
        ),
        data: Buffer.from(answer.body as string).toString('utf8'),
      },
    )
  }
  return { kind: 'list', items: answers, startIndex: 0, count: answers.length }
}
