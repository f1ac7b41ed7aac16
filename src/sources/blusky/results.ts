import type { VendorError } from '../../http/client.ts'
import { type ErrorCode, GatewayError } from '../../model/errors.ts'
import type { BluskySettings } from './settings.ts'
import { isObject, type WireResult, wireResult } from './wire.ts'

type Codes = Pick<BluskySettings, 'successCodes' | 'resultCodes'>

/** The system's names of fields, as inputs call them. */
const FIELDS: Readonly<Record<string, string>> = {
  FirstName: 'firstName',
  LastName: 'lastName',
  MiddleInitial: 'middleName',
  Nickname: 'nickname',
  sGenderId: 'gender',
  ContactSubType: 'typeId',
  ContactType: 'typeId',
  Value: 'value',
  IsDefault: 'isDefault',
  ImageData: 'file',
}

/**
 * Refuses an answer of 200 whose `ResultCode` says that it failed, with its `Description`. What the codes mean is not published:
 * `otherwise` is the code of those that neither the settings nor the description explain. An answer that is no result passes.
 */
export function checkResult(body: unknown, source: string, codes: Codes, otherwise: ErrorCode): void {
  const result = wireResult.safeParse(body)
  if (!result.success || codes.successCodes.includes(result.data.ResultCode)) return
  const { message, code = otherwise, path } = explain(result.data, codes)
  throw new GatewayError(code, `${source} answered with result code ${result.data.ResultCode}${message}`, {
    source,
    ...(path && (code === 'INVALID_INPUT' || code === 'CONFLICT') && { path }),
  })
}

/** What the body of another status says: a result, or ASP.NET's own `Message` and `ModelState`. */
export function readError(status: number, body: unknown, codes: Codes): VendorError | null {
  const result = wireResult.safeParse(body)
  if (result.success) {
    const { message, code, path } = explain(result.data, codes)
    return {
      message: `result code ${result.data.ResultCode}${message}`,
      // A result that means success can't come with a status that does not.
      ...(code !== undefined && { code }),
      ...(path && { path }),
    }
  }
  if (!isObject(body)) return null
  const message = typeof body.Message === 'string' ? body.Message : undefined
  if (status === 404 && message !== undefined && /no http resource/i.test(message)) {
    return { message: 'it has no such endpoint; see its settings paths and generation', code: 'BAD_SOURCE_RESPONSE' }
  }
  const wrong = isObject(body.ModelState) ? Object.entries(body.ModelState) : []
  const field = wrong.map(([name]) => FIELDS[name.replace(/^.*\./, '')]).find((found) => found !== undefined)
  const texts = wrong.flatMap(([, value]) => (Array.isArray(value) ? value : [value])).filter(isText)
  const words = [message, ...texts].filter(isText).join(' ')
  return words === '' ? null : { message: withoutPersonalData(words), ...(field !== undefined && { path: [field] }) }
}

interface Explanation {
  /** To follow the code, with its colon. */
  readonly message: string
  readonly code?: ErrorCode
  readonly path?: readonly string[]
}

function explain({ ResultCode, Description }: WireResult, { resultCodes }: Codes): Explanation {
  const words = withoutPersonalData(Description ?? '')
  const field = Object.keys(FIELDS).find((name) => new RegExp(`\\b${name}\\b`).test(words))
  const code = resultCodes[String(ResultCode)] ?? codeOf(words, field !== undefined)
  return {
    message: words === '' ? '' : `: ${words}`,
    ...(code !== undefined && { code }),
    ...(field !== undefined && { path: [FIELDS[field] as string] }),
  }
}

function codeOf(description: string, namesField: boolean): ErrorCode | undefined {
  if (namesField) return 'INVALID_INPUT'
  if (/not found|does not exist|no such|unknown/i.test(description)) return 'NOT_FOUND'
  if (/permission|not authori[sz]ed|access denied|forbidden/i.test(description)) return 'FORBIDDEN'
  return undefined
}

function withoutPersonalData(text: string): string {
  return text.replace(/[^\s"'<>]+@[^\s"'<>]+/g, '(an address)').replace(/\+?\d[\d\s().-]{6,}\d/g, '(a number)')
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
