import { z } from 'zod'

// Only what is read is named; all else is kept as it came, because a write has to send the whole record back.
// Origin: https://docs.virtuous.org/api-reference (contact, contact-individual, contact-method) and recorded answers.

const id = z.int()
const text = z.string().nullish()
const number = z.int().nullish()
const flag = z.boolean().nullish()

/** Times have no zone as a rule and 0 to 7 digits of fraction. */
const audit = {
  createDateTimeUtc: text,
  createdByUser: text,
  modifiedDateTimeUtc: text,
  modifiedByUser: text,
}

/** `displayName` in newer answers, `dataType` in older ones. */
const customField = z.looseObject({ name: z.string(), value: text, displayName: text, dataType: text })

const customCollection = z.looseObject({
  customCollectionId: number,
  customCollectionName: text,
  collectionInstanceId: z.union([z.int(), z.string()]),
  fields: z.array(z.looseObject({ name: z.string(), value: text })).nullish(),
})

export const contactMethod = z.looseObject({
  id,
  type: z.string(),
  value: text,
  isOptedIn: flag,
  isPrimary: flag,
  ...audit,
})

export const individual = z.looseObject({
  id,
  contactId: number,
  prefix: text,
  firstName: text,
  middleName: text,
  lastName: text,
  suffix: text,
  nickname: text,
  gender: text,
  isPrimary: flag,
  isSecondary: flag,
  birthMonth: number,
  birthDay: number,
  birthYear: number,
  /** `M/D/YYYY` without padding; the empty text when unknown. */
  birthDate: text,
  approximateAge: number,
  isDeceased: flag,
  passion: text,
  avatarUrl: text,
  contactMethods: z.array(contactMethod).nullish(),
  ...audit,
  customFields: z.array(customField).nullish(),
  customCollections: z.array(customCollection).nullish(),
})

export const contactAddress = z.looseObject({
  id,
  label: text,
  address1: text,
  address2: text,
  city: text,
  state: text,
  postal: text,
  country: text,
  isPrimary: flag,
  ...audit,
})

export const contact = z.looseObject({
  id,
  contactType: text,
  name: text,
  description: text,
  website: text,
  /** The primary one only. */
  address: contactAddress.nullish(),
  contactIndividuals: z.array(individual).nullish(),
  primaryAvatarUrl: text,
  /** Their names. Anything else here is not understood and asked for elsewhere. */
  tags: z.array(z.unknown()).nullish(),
  ...audit,
  customFields: z.array(customField).nullish(),
})

/** The items are read one by one, so that one which is broken spoils itself only. */
export const listEnvelope = z.looseObject({ list: z.array(z.unknown()), total: z.int() })

export const withId = z.looseObject({ id })

/** An item of `POST /api/Contact/Search`: a contact, and the individual that was found in it. */
export const searchHit = z.looseObject({ id, individualId: number })

/** Of `/api/Tag` and `/api/ContactTag/ByContact`. No page prints their shape: the name is looked for under each likely key. */
export const tag = z.looseObject({ id, tagName: text, name: text, tag: text })

export const contactTypes = z.array(z.looseObject({ parentType: z.string(), type: z.string() }))
export const texts = z.array(z.string())
export const customFieldDefinitions = z.array(
  z.looseObject({ name: z.string(), displayName: text, dataType: text, options: z.array(z.string()).nullish() }),
)

export const queryOptions = z.looseObject({
  options: z.array(
    z.looseObject({
      parameter: z.string(),
      operatorOptions: z.array(z.looseObject({ operator: z.string(), multipleValuesAllowed: flag })),
    }),
  ),
})

export const organizationCurrent = z.looseObject({ organizationName: text, isEnabled: flag })

export const tokenAnswer = z.looseObject({
  access_token: z.string().min(1),
  expires_in: z.number().nullish(),
  refresh_token: text,
})

export type WireIndividual = z.infer<typeof individual>
export type WireMethod = z.infer<typeof contactMethod>
export type WireAddress = z.infer<typeof contactAddress>
export type WireContact = z.infer<typeof contact>
export type WireCustomField = z.infer<typeof customField>
export type QueryOptions = z.infer<typeof queryOptions>
export type ContactTypes = z.infer<typeof contactTypes>
export interface Tag {
  readonly id: number
  readonly name: string
}
