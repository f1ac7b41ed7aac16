import { CONTACT_TYPES, INDIVIDUAL_CUSTOM_FIELDS, TAGS } from './lists.ts'
import { createRandom, type Random } from './random.ts'
import { emptyState, type IndividualRecord, type State, takeId, type Value } from './state.ts'

const FIRST_NAMES =
  'Ada Bruno Clara Dmitri Elena Farid Greta Hugo Ines Jonas Kira Luis Mona Nils Olga Pablo Quinn Rosa Sven Tara'.split(
    ' ',
  )
const LAST_NAMES =
  'Abbott Bianchi Castillo Dubois Eriksen Farrow Gruber Hollis Ivarsson Jansen Keller Lindqvist Moreau Novak Ortega'.split(
    ' ',
  )
const STREETS = 'Sample Lane|Invented Road|Orchard Way|Mill Street|Harbour Row|Station Square'.split('|')
const CITIES = ['Springfield,VA,00000', 'Fairview,TX,00001', 'Riverton,OH,00002', 'Greenville,ME,00003'] as const
const COMPANIES = 'Bright Harbour|North Mill|Clearwater|Old Quarry|Sunfield|Stonebridge|Blue Heron|Three Oaks'.split(
  '|',
)
const PASSIONS = ['clean water', 'music schools', 'wild bees', 'libraries', null, null]
const DAY_MS = 86_400_000
const FIRST_DAY = Date.UTC(2021, 0, 4, 9, 30, 12, 277)

/** Invented households, companies and foundations with `people` individuals in them; the same at every start. */
export function seedState(people: number, now: () => number): State {
  const state = emptyState(now)
  const random = createRandom(20231130)
  TAGS.forEach((name, index) => {
    state.tags.set(index + 21, name)
  })
  for (let contacts = 0; state.individuals.size < people; contacts += 1) {
    const left = people - state.individuals.size
    addContact(state, random, contacts, Math.min(left, contacts % 15 === 14 ? 0 : 1 + random.below(3)))
  }
  return state
}

function addContact(state: State, random: Random, index: number, members: number): void {
  const id = takeId(state)
  // Ids have gaps, as where records were deleted or merged.
  if (index % 9 === 4) takeId(state)
  const type = index % 7 === 3 ? CONTACT_TYPES[1 + (index % 4)] : CONTACT_TYPES[0]
  const isHousehold = type?.parentType === 'Household'
  const lastName = random.pick(LAST_NAMES)
  const name = isHousehold
    ? `${lastName} Household`
    : `${random.pick(COMPANIES)} ${type?.type === 'Foundation' ? 'Foundation' : 'Ltd'}`
  const audit = auditAt(random, index)
  state.contacts.set(id, {
    id,
    ...audit,
    isArchived: index % 29 === 28,
    references: index % 8 === 0 ? [{ source: 'Import 2019', id: `L-${4000 + index}` }] : [],
    fields: {
      contactType: type?.type ?? 'Household',
      name,
      informalName: isHousehold ? `The ${lastName}s` : null,
      formalContactName: index % 5 === 0 ? `${name} (formal)` : null,
      alternateContactName: null,
      preferredSalutationName: index % 6 === 0 ? `Dear friends at ${name}` : null,
      preferredAddresseeName: null,
      description: index % 4 === 0 ? 'Met at the spring fair.' : null,
      website: isHousehold ? null : `https://${name.toLowerCase().replace(/[^a-z]+/g, '-')}.example`,
      maritalStatus: isHousehold && index % 2 === 0 ? 'Married' : null,
      anniversaryMonth: index % 2 === 0 ? 6 : null,
      anniversaryDay: index % 2 === 0 ? 14 : null,
      anniversaryYear: index % 4 === 0 ? 1998 : null,
      originSegmentId: index % 10 === 0 ? 17 : null,
      isPrivate: index % 11 === 10,
    },
    customFields: index % 3 === 0 ? [{ name: 'Segment', value: random.pick(['Major', 'Mid', 'General']) }] : [],
    customCollections: [],
  })
  for (let member = 0; member < members; member += 1) addIndividual(state, random, id, lastName, member, index)
  addAddresses(state, random, id, index)
  for (const tagId of state.tags.keys()) {
    if (!random.chance(0.15)) continue
    const linkId = takeId(state)
    state.contactTags.set(linkId, { id: linkId, contactId: id, tagId })
  }
}

function addIndividual(
  state: State,
  random: Random,
  contactId: number,
  lastName: string,
  member: number,
  index: number,
): void {
  const id = takeId(state)
  const firstName = random.pick(FIRST_NAMES)
  const female = /a$|Ines|Quinn/.test(firstName)
  const isFull = state.individuals.size === 0
  // Of each third person the day but not the year is known; of each fifth, nothing.
  const born = state.individuals.size % 5 !== 4
  const year = born && state.individuals.size % 3 !== 2 ? 1940 + random.below(65) : null
  const isDeceased = isFull || random.chance(0.05)
  const fields: Record<string, Value> = {
    prefix: isFull || random.chance(0.4) ? (female ? 'Ms' : 'Mr') : null,
    prefix2: isFull ? 'Dr' : null,
    firstName,
    middleName: isFull || random.chance(0.3) ? random.pick(FIRST_NAMES) : null,
    lastName,
    preMarriageName: isFull || (female && random.chance(0.4)) ? random.pick(LAST_NAMES) : null,
    suffix: isFull || random.chance(0.08) ? 'Jr' : null,
    nickname: isFull || random.chance(0.3) ? firstName.slice(0, 3) : null,
    gender: random.chance(0.85) ? (female ? 'Female' : 'Male') : null,
    birthMonth: born ? 1 + random.below(12) : null,
    birthDay: born ? 1 + random.below(28) : null,
    birthYear: year,
    approximateAge: year === null && random.chance(0.5) ? 30 + random.below(50) : null,
    isDeceased,
    deceasedDate: isDeceased ? '3/9/2024' : '',
    passion: isFull ? 'clean water' : random.pick(PASSIONS),
    avatarUrl: null,
  }
  const individual: IndividualRecord = {
    id,
    contactId,
    ...auditAt(random, index * 3 + member),
    fields,
    isPrimary: member === 0,
    isSecondary: member === 1,
    customFields: customFields(random, isFull),
    customCollections:
      isFull || random.chance(0.1)
        ? [
            {
              customCollectionId: 71,
              customCollectionName: 'Education',
              collectionInstanceId: takeId(state),
              fields: [
                { name: 'School', value: 'Invented College' },
                { name: 'Degree', value: 'BA' },
                { name: 'Year', value: '1984' },
              ],
            },
          ]
        : [],
  }
  state.individuals.set(id, individual)
  addMethods(state, random, individual, `${firstName}.${lastName}.${id}`.toLowerCase())
}

function customFields(random: Random, all: boolean): { name: string; value: string | null }[] {
  const values: Record<string, string> = {
    Employer: 'Invented Works',
    Region: random.pick(['North', 'East', 'South', 'West']),
    'Volunteer Hours': String(random.below(200)),
    Newsletter: 'true',
    'First Visit': '5/17/2019',
  }
  return INDIVIDUAL_CUSTOM_FIELDS.filter(() => all || random.chance(0.4)).map(({ name }) => ({
    name,
    value: values[name] ?? null,
  }))
}

function addMethods(state: State, random: Random, individual: IndividualRecord, mailbox: string): void {
  const number = String(100 + random.below(100)).padStart(4, '0')
  const candidates: [type: string, value: string, isPrimary: boolean, probability: number][] = [
    ['Home Email', `${mailbox}@example.org`, true, 0.9],
    ['Work Email', `${mailbox}@work.example`, false, 0.3],
    ['Mobile Phone', `+1 202 555 ${number}`, true, 0.7],
    // What a spreadsheet made of a number on its way in.
    ['Other Phone', '4.91577e+12', false, 0.06],
    ['Fax', `202-555-${number}`, false, 0.05],
    ['LinkedIn', `https://linkedin.example/in/${mailbox}`, false, 0.15],
    ['Skype', mailbox, false, 0.1],
    ['Web', `https://${mailbox}.example/`, false, 0.1],
    ['Parish Register', `Folio ${individual.id}`, false, 0.05],
  ]
  for (const [type, value, isPrimary, probability] of candidates) {
    if (individual.id % 10 !== 2 && !random.chance(probability)) continue
    const id = takeId(state)
    const { createdAt, createdBy, modifiedAt, modifiedBy } = individual
    const isOptedIn = random.chance(0.6)
    state.methods.set(id, {
      id,
      individualId: individual.id,
      type,
      value,
      isOptedIn,
      isPrimary,
      createdAt,
      createdBy,
      modifiedAt,
      modifiedBy,
    })
  }
}

function addAddresses(state: State, random: Random, contactId: number, index: number): void {
  for (let count = 0; count < index % 3; count += 1) {
    const id = takeId(state)
    const [city, region, postal] = random.pick(CITIES).split(',') as [string, string, string]
    state.addresses.set(id, {
      id,
      contactId,
      ...auditAt(random, index),
      isPrimary: count === 0,
      fields: {
        label: count === 0 ? 'Home' : 'Summer house',
        address1: `${1 + random.below(90)} ${random.pick(STREETS)}`,
        // Nothing is null here and the empty text there, as recorded.
        address2: random.chance(0.3) ? 'Apt 2' : random.pick([null, '']),
        city,
        state: region,
        postal,
        country: random.pick(['United States', '']),
        startMonth: count === 0 ? 1 : 6,
        startDay: 1,
        endMonth: count === 0 ? 12 : 8,
        endDay: 31,
      },
    })
  }
}

function auditAt(random: Random, index: number) {
  const createdAt = FIRST_DAY + index * DAY_MS + random.below(DAY_MS)
  const modifiedAt = createdAt + random.below(200 * DAY_MS)
  return {
    createdAt,
    createdBy: 'Sam Seeder',
    modifiedAt,
    modifiedBy: random.pick(['Sam Seeder', 'Robin Reviser', null]),
  }
}
