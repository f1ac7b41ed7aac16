/** The forms that an answer of one piece may have, that which Yoga prefers last. */
const TYPES = ['application/graphql-response+json', 'application/json'] as const
export type AnswerType = (typeof TYPES)[number]

/**
 * Which of them a request's `Accept` header asks for, in the order that Yoga goes by: the first it names that fits. `null`: none, or
 * what only Yoga can tell.
 */
export function readAcceptedType(accept: string | undefined): AnswerType | null {
  if (accept === undefined || accept === '*/*' || accept === 'application/json') return 'application/json'
  let accepted: AnswerType | null = null
  for (const asked of accept.replace(/\s/g, '').toLowerCase().split(',').reverse()) {
    const [type = '', ...parameters] = asked.split(';')
    const charset = parameters.find((parameter) => parameter.includes('charset='))
    if (charset !== undefined && charset !== 'charset=utf-8') continue
    for (const known of TYPES) if (fits(known, type)) accepted = known
  }
  return accepted
}

function fits(known: AnswerType, asked: string): boolean {
  return asked === '*/*' || asked === 'application/*' || asked === known
}
