/**
 * What checking an answer costs beside parsing it: a page of 100 contacts with two people each, as a donor CRM answers them. Run with
 * `node bench/decode.ts`; prints the median times of one page and their ratio.
 */
import { z } from 'zod'
import { decode } from '../src/http/decode.ts'

const RECORDS = 100
const ROUNDS = 400

const text = z.string().nullish()
const count = z.number().nullish()
const flag = z.boolean().nullish()

const contactMethod = z.object({
  id: z.number(),
  type: z.string(),
  value: z.string(),
  isOptedIn: flag,
  isPrimary: flag,
})
const customField = z.object({ name: z.string(), value: text, displayName: text })
const individual = z.object({
  id: z.number(),
  contactId: count,
  prefix: text,
  firstName: text,
  middleName: text,
  lastName: text,
  suffix: text,
  gender: text,
  isPrimary: flag,
  isSecondary: flag,
  birthMonth: count,
  birthDay: count,
  birthYear: count,
  birthDate: text,
  approximateAge: count,
  isDeceased: flag,
  passion: text,
  avatarUrl: text,
  contactMethods: z.array(contactMethod).nullish(),
  createDateTimeUtc: text,
  createdByUser: text,
  modifiedDateTimeUtc: text,
  modifiedByUser: text,
  customFields: z.array(customField).nullish(),
})
const contact = z.object({
  id: z.number(),
  contactType: z.string(),
  name: z.string(),
  description: text,
  website: text,
  address: z.object({ id: z.number(), address1: text, city: text, state: text, postal: text, country: text }).nullish(),
  contactIndividuals: z.array(individual),
  tags: z.array(z.string()).nullish(),
  customFields: z.array(customField).nullish(),
  createDateTimeUtc: text,
  modifiedDateTimeUtc: text,
})
const page = z.object({ list: z.array(contact), total: z.number() })

function inventContact(number: number): z.input<typeof contact> & Record<string, unknown> {
  const audit = {
    createDateTimeUtc: '2024-02-29T14:20:56.293',
    createdByUser: 'Import',
    modifiedDateTimeUtc: '2025-11-30T08:00:01',
    modifiedByUser: 'Robin Example',
  }
  const customFields = ['Region', 'Newsletter', 'Source of contact'].map((name) => ({
    name,
    value: `${name} ${number}`,
    displayName: name,
  }))
  const person = (index: number) => ({
    id: number * 10 + index,
    contactId: number,
    prefix: 'Dr.',
    prefix2: null,
    firstName: `Given${index}`,
    middleName: null,
    lastName: `Family${number}`,
    preMarriageName: null,
    suffix: null,
    gender: 'Female',
    isPrimary: index === 0,
    canBePrimary: true,
    isSecondary: index === 1,
    canBeSecondary: true,
    birthMonth: 9,
    birthDay: 4,
    birthYear: 1970 + (number % 30),
    birthDate: `9/4/${1970 + (number % 30)}`,
    approximateAge: 40,
    isDeceased: false,
    deceasedDate: '',
    passion: 'Rivers and what lives in them',
    avatarUrl: `https://pictures.example/${number}/${index}.png`,
    contactMethods: ['Home Email', 'Work Email', 'Mobile Phone'].map((type, place) => ({
      id: number * 100 + index * 10 + place,
      type,
      value: type.endsWith('Email') ? `person${number}.${index}@example.org` : `+1202555${1000 + number}`,
      isOptedIn: true,
      isPrimary: place === 0,
      canBePrimary: true,
      ...audit,
    })),
    customFields,
    customCollections: [],
    ...audit,
  })
  return {
    id: number,
    contactType: 'Household',
    isPrivate: false,
    name: `Family${number} Household`,
    informalName: 'Given0 and Given1',
    description: null,
    website: '',
    maritalStatus: 'Married',
    address: {
      id: number,
      address1: `${number} Long Road`,
      city: 'Springfield',
      state: 'OR',
      postal: '97477',
      country: 'US',
    },
    giftAskAmount: '$0',
    lifeToDateGiving: '$1,200',
    lastGiftDate: 'Unavailable',
    contactIndividuals: [person(0), person(1)],
    contactNotesUrl: `/api/ContactNote/ByContact/${number}`,
    contactGiftsUrl: `/api/Gift/ByContact/${number}`,
    tags: ['Volunteer', 'Board'],
    customFields,
    ...audit,
  }
}

/** Median milliseconds of one run. */
function measure(run: () => unknown): number {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = performance.now()
    run()
    times.push(performance.now() - startedAt)
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] as number
}

const json = JSON.stringify({
  list: Array.from({ length: RECORDS }, (_, index) => inventContact(index + 1)),
  total: RECORDS,
})
const parsed: unknown = JSON.parse(json)
const context = { source: 'donors', what: 'a page of contacts' }

// Both warm before either is measured.
for (let round = 0; round < 100; round++) decode(page, JSON.parse(json), context)

const parseMs = measure(() => JSON.parse(json))
const decodeMs = measure(() => decode(page, parsed, context))
console.log(`page      ${RECORDS} contacts, ${(json.length / 1024).toFixed(0)} KiB`)
console.log(`JSON.parse ${parseMs.toFixed(3)} ms`)
console.log(`decode     ${decodeMs.toFixed(3)} ms, ${(decodeMs / parseMs).toFixed(2)} of parsing`)
