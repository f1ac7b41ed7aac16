/** `mixed`: the older shape for 400, 401 and 404, the documented one for 409, 422 and 429. */
export type ErrorFamily = 'mixed' | 'legacy' | 'canonical'

export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** JSON; `undefined` for an empty body. */
  readonly json?: unknown
  readonly bytes?: Uint8Array
}

export interface FieldProblem {
  readonly field: string
  readonly code: string
  readonly message: string
}

/** What a handler throws to refuse. */
export class Refusal extends Error {
  readonly status: number
  readonly problems: readonly FieldProblem[]
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: number,
    message: string,
    problems: readonly FieldProblem[] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message)
    this.status = status
    this.problems = problems
    this.headers = headers
  }
}

export const ok = (json?: unknown): Answer => ({ status: 200, json })

export const notFound = (): Refusal => new Refusal(404, 'The requested resource was not found.')

export const badRequest = (message: string, ...fields: string[]): Refusal =>
  new Refusal(
    400,
    message,
    fields.map((field) => ({ field, code: 'INVALID', message: 'An error has occurred.' })),
  )

export const invalid = (field: string, message: string): Refusal =>
  new Refusal(422, 'The request body contains invalid values.', [{ field, code: 'INVALID', message }])

const CODES: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  422: 'VALIDATION_FAILED',
  429: 'RATE_LIMITED',
  503: 'SERVICE_UNAVAILABLE',
}

export function toAnswer(refusal: Refusal, family: ErrorFamily): Answer {
  const { status, message, problems, headers } = refusal
  const isLegacy = family === 'legacy' || (family === 'mixed' && [400, 401, 404].includes(status))
  if (!isLegacy) {
    const code = CODES[status] ?? 'INTERNAL_ERROR'
    return { status, headers, json: { error: { code, message, details: problems } } }
  }
  if (status === 404) return { status, headers }
  const modelState = Object.fromEntries(problems.map((problem) => [`model.${problem.field}`, [problem.message]]))
  return { status, headers, json: problems.length === 0 ? { message } : { message, modelState } }
}
