import { connect } from 'node:net'

export interface GraphqlAnswer {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: the tests say what they expect of it
  readonly data: any
  readonly errors: readonly {
    readonly message: string
    readonly path?: readonly unknown[]
    readonly extensions: Record<string, unknown>
  }[]
  readonly text: string
}

export async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<GraphqlAnswer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return readAnswer(
    await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: text }),
  )
}

export async function readAnswer(response: Response): Promise<GraphqlAnswer> {
  const text = await response.text()
  const { data, errors = [] } = JSON.parse(text) as Pick<GraphqlAnswer, 'data' | 'errors'>
  return { status: response.status, headers: response.headers, data, errors, text }
}

/** Sends these very characters over a connection of their own, and resolves with all that came back until it was closed, read as `encoding`. */
export function sendRaw(port: number, text: string, encoding: BufferEncoding = 'utf8'): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text)).setEncoding(encoding)
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('close', () => resolve(answer)).on('error', reject)
  })
}
