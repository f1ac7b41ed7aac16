/** Types of the five contact methods that everybody has. */
export const METHOD_TYPES = ['Home Email', 'Work Email', 'Mobile Phone', 'Home Phone', 'Facebook'] as const

/** Times of every day and month, with a fraction and without. */
function audit(id: number) {
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${two(1 + (id % 12))}-${two(1 + (id % 28))}`
  return {
    createDateTimeUtc: `2024-${day}T14:20:56.293`,
    createdByUser: 'Import',
    modifiedDateTimeUtc: `2025-${day}T08:00:01`,
    modifiedByUser: 'Robin Example',
  }
}

/** An individual with five contact methods, as the vendor's pages print one. */
export function individualText(contactId: number, id: number): string {
  const values = [
    `person${id}@example.org`,
    `p.${id}@work.example`,
    `(555) 010-${String(id % 10_000).padStart(4, '0')}`,
    `+1555010${String(id % 10_000).padStart(4, '0')}`,
    `https://social.example/person${id}`,
  ]
  return JSON.stringify({
    id,
    contactId,
    prefix: 'Dr.',
    prefix2: null,
    firstName: `Given${id}`,
    middleName: null,
    lastName: `Family${contactId}`,
    preMarriageName: null,
    suffix: null,
    nickname: null,
    gender: 'Female',
    isPrimary: true,
    canBePrimary: false,
    isSecondary: false,
    canBeSecondary: true,
    birthMonth: 9,
    birthDay: 4,
    birthYear: 1950 + (id % 50),
    birthDate: `9/4/${1950 + (id % 50)}`,
    approximateAge: 40,
    isDeceased: false,
    deceasedDate: '',
    passion: 'Rivers and what lives in them',
    avatarUrl: null,
    contactMethods: METHOD_TYPES.map((type, place) => ({
      id: id * 10 + place,
      type,
      value: values[place],
      isOptedIn: true,
      isPrimary: place === 0,
      canBePrimary: place !== 0,
      ...audit(id + place),
    })),
    ...audit(id),
    customFields: [],
    customCollections: [],
  })
}

/** A household of one person. */
export function contactText(id: number, individual: string): string {
  const contact = JSON.stringify({
    id,
    contactType: 'Household',
    isPrivate: false,
    name: `Family${id} Household`,
    informalName: `Given${id}`,
    description: null,
    website: '',
    address: { id, address1: `${id} Long Road`, city: 'Springfield', state: 'OR', postal: '97477', country: 'US' },
    contactNotesUrl: `/api/ContactNote/ByContact/${id}`,
    contactGiftsUrl: `/api/Gift/ByContact/${id}`,
    tags: ['Volunteer', 'Board'],
    customFields: [],
    ...audit(id),
  })
  return `${contact.slice(0, -1)},"contactIndividuals":[${individual}]}`
}
