/** What a field of a model must be. `?` marks the ones that may be null or left out. */
export type FieldRule = 'guid' | 'string' | 'boolean' | 'int' | 'base64' | 'guid?' | 'string?' | 'int?' | 'time?'
export type Model = Readonly<Record<string, FieldRule>>

export const UPSERT_ITEM: Model = { UserId: 'guid', ContactSubType: 'guid', Value: 'string', IsDefault: 'boolean' }
export const PHOTO: Model = {
  PersonId: 'guid',
  ImageData: 'base64',
  FileName: 'string',
  ThumbFileName: 'string',
  SetAsDefault: 'boolean',
}
export const LOGIN: Model = { Email: 'string', Password: 'string' }
export const UPDATE_USER: Model = {
  UserId: 'guid',
  FirstName: 'string',
  LastName: 'string',
  MiddleInitial: 'string?',
  Nickname: 'string?',
  sGenderId: 'int?',
  DefaultFloorId: 'guid?',
  DefaultFloorStopId: 'int?',
  FacilityId: 'guid',
  CompanyInstanceType: 'int',
  CompanyInstanceId: 'guid',
  ACSystemId: 'guid',
  StartDatetime: 'time?',
  EndDatetime: 'time?',
  AccessRightsSuspended: 'boolean',
}
/** Longest texts. */
const MAX_LENGTHS: Readonly<Record<string, number>> = { FirstName: 60, LastName: 60, MiddleInitial: 2 }

/** ASP.NET's `ModelState`: what is wrong, by field. Members a model does not have are ignored, but wrong casing is not. */
export function checkModel(body: unknown, model: Model, exact: boolean): Record<string, string[]> {
  const wrong: Record<string, string[]> = {}
  if (!isObject(body)) return { model: ['The body is required.'] }
  const names = new Map(Object.keys(model).map((name) => [name.toLowerCase(), name]))
  for (const key of Object.keys(body)) {
    const name = names.get(key.toLowerCase())
    if ((exact && name === undefined) || (name !== undefined && name !== key)) {
      wrong[`model.${key}`] = ['There is no such member.']
    }
  }
  for (const [name, rule] of Object.entries(model)) {
    const value = body[name]
    if (value === undefined || value === null) {
      if (!rule.endsWith('?')) wrong[`model.${name}`] = [`The ${name} field is required.`]
      continue
    }
    if (!fits(value, rule)) wrong[`model.${name}`] = [`The value of ${name} is not valid.`]
    const max = MAX_LENGTHS[name]
    if (max !== undefined && typeof value === 'string' && value.length > max) {
      wrong[`model.${name}`] = [`The field ${name} must be a string with a maximum length of ${max}.`]
    }
  }
  return wrong
}

export function isGuid(value: unknown): value is string {
  return typeof value === 'string' && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fits(value: unknown, rule: FieldRule): boolean {
  const kind = rule.replace('?', '')
  if (kind === 'guid') return isGuid(value)
  if (kind === 'int') return Number.isInteger(value)
  if (kind === 'boolean') return typeof value === 'boolean'
  if (typeof value !== 'string') return false
  if (kind === 'time') return !Number.isNaN(Date.parse(value))
  if (kind === 'base64') return value !== '' && Buffer.from(value, 'base64').toString('base64') === value
  return true
}
