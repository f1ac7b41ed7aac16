import { z } from 'zod'

// BluSKY's help pages print the beginning of each model; what follows is cut off. Fields not read here are kept, for `raw` and to
// be written back. https://api.blub0x.com/Help

const text = z.string().nullish()
const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
const guid = z.string().regex(GUID)
const optionalGuid = z.string().nullish()

export const ZERO_GUID = '00000000-0000-0000-0000-000000000000'

/** The GUID in the form the vendor prints it; `null` for what is none, and for the zero GUID, which names nothing. */
export function guidOf(id: string): string | null {
  const lower = id.toLowerCase()
  return GUID.test(id) && lower !== ZERO_GUID ? lower : null
}

export const wireUser = z.looseObject({
  PersonId: guid,
  FirstName: text,
  LastName: text,
  MiddleInitial: text,
  Nickname: text,
  /** 1 female, 2 male, 3 unspecified. The one name that does not begin with a capital. */
  sGenderId: z.int().nullish(),
  DefaultEmail: text,
  DefaultPhone: text,
  FacilityId: optionalGuid,
  FacilityName: text,
  /** 1 occupancy, 2 vendor, 3 system owner, 4 integrator. */
  CompanyInstanceType: z.int().nullish(),
  CompanyInstanceId: optionalGuid,
  CompanyName: text,
})
export type WireUser = z.output<typeof wireUser>

export const wireOccupancy = z.looseObject({
  OccupantId: guid,
  Name: text,
  FacilityId: optionalGuid,
  FacilityName: text,
  StreetAddress1: text,
  StreetAddress2: text,
  City: text,
  RegionName: text,
  CountryName: text,
  PostalCode: text,
  Website: text,
})
export type WireOccupancy = z.output<typeof wireOccupancy>

export const wireFacility = z.looseObject({ FacilityId: guid, FacilityName: text, Name: text })
export type WireFacility = z.output<typeof wireFacility>

/** `Result` and `ResultWithGuid`. */
export const wireResult = z.looseObject({ ResultCode: z.int(), Description: text })
export type WireResult = z.output<typeof wireResult>

export const wireLogin = z.looseObject({ IsAuthenticated: z.boolean().nullish(), Token: text })

/** `UpsertContactItemViewModel`, and the plural form's `AddUserContactItemViewModel`. */
export interface WireItemBody {
  readonly UserId: string
  readonly ContactSubType: string
  readonly Value: string
  readonly IsDefault: boolean
}

/** The list of an answer: bare, or as the `Value` of a result. Anything else is given back, for decoding to refuse. */
export function unwrapList(body: unknown): unknown {
  return isObject(body) && Array.isArray(body.Value) ? body.Value : body
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
