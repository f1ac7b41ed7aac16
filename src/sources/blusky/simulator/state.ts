import { createHash } from 'node:crypto'

export interface StoredItem {
  readonly ContactInfoId: string
  ContactSubType: string
  Value: string
  IsDefault: boolean
}

/** The fields of a user as they are written; what the view computes is not among them. */
export interface StoredFields {
  FirstName: string
  LastName: string
  MiddleInitial: string | null
  Nickname: string | null
  sGenderId: number | null
  DefaultFloorId: string | null
  DefaultFloorStopId: number | null
  FacilityId: string
  CompanyInstanceType: number
  CompanyInstanceId: string
  ACSystemId: string
  StartDatetime: string | null
  EndDatetime: string | null
  AccessRightsSuspended: boolean
}

export interface StoredPhoto {
  readonly bytes: Buffer
  readonly fileName: string
  readonly thumbFileName: string
  readonly isDefault: boolean
}

export interface StoredUser {
  readonly PersonId: string
  fields: StoredFields
  items: StoredItem[]
  photos: StoredPhoto[]
}

export interface StoredType {
  readonly id: string
  readonly name: string
  readonly category: 'Email' | 'Phone' | 'Other'
}

export interface StoredOccupancy {
  readonly OccupantId: string
  readonly Name: string
  readonly FacilityId: string
  readonly StreetAddress1: string
  readonly City: string
  readonly PostalCode: string
  readonly Website: string | null
  /** Belongs to another customer: refused with 403 and never listed. */
  readonly foreign: boolean
}

/** Everything the pretended vendor holds. Tests may look at it and change it. */
export interface BluskyState {
  readonly users: Map<string, StoredUser>
  readonly occupancies: Map<string, StoredOccupancy>
  /** Names by id. */
  readonly facilities: ReadonlyMap<string, string>
  readonly types: readonly StoredType[]
  readonly tokens: Set<string>
  nextItem: number
}

export const ACCOUNT = { email: 'integration@blusky.example', password: 'turnstile-and-lift-7' }
export const AC_SYSTEM = { id: guid('system'), name: 'Tower controllers' }
export const ZERO_GUID = '00000000-0000-0000-0000-000000000000'

const FIRST = ['Noor', 'Piotr', 'Quentin', 'Rosa', 'Søren', 'Tomoko', 'Ugo', 'Valérie', 'Wanjiku', 'Xochitl']
const LAST = ['Achterberg', 'Brânză', 'Castellano', 'Duarte', 'Eriksen', 'Fujita', "O'Neill"]

/** Fifty-two invented users in four occupancies of two buildings; the last two belong to another customer. */
export function createState(): BluskyState {
  const [tower, wharf] = [guid('facility tower'), guid('facility wharf')]
  const occupancies: StoredOccupancy[] = [
    occupancy('Meridian Partners', tower, 'https://meridian.example', false),
    occupancy('Atlas Optics', tower, null, false),
    occupancy('Quay Street Studio', wharf, null, false),
    occupancy('Somebody Else Ltd', wharf, null, true),
  ]
  const types: StoredType[] = (
    [
      ['Work Email', 'Email'],
      ['Home Email', 'Email'],
      ['Other Email', 'Email'],
      ['Work Phone', 'Phone'],
      ['Mobile Phone', 'Phone'],
      ['Home Phone', 'Phone'],
      ['Fax', 'Phone'],
      ['Radio Call Sign', 'Other'],
    ] as const
  ).map(([name, category]) => ({ id: guid(`type ${name}`), name, category }))
  const state: BluskyState = {
    users: new Map(),
    occupancies: new Map(occupancies.map((entry) => [entry.OccupantId, entry])),
    facilities: new Map([
      [tower, 'Meridian Tower'],
      [wharf, 'Old Wharf'],
    ]),
    types,
    tokens: new Set(),
    nextItem: 1,
  }
  for (let index = 0; index < 52; index++) {
    const company = occupancies[index >= 50 ? 3 : index % 3] as StoredOccupancy
    const user: StoredUser = {
      PersonId: guid(`user ${index}`),
      fields: {
        FirstName: FIRST[index % FIRST.length] as string,
        LastName: LAST[index % LAST.length] as string,
        MiddleInitial: index % 4 === 0 ? 'J' : null,
        Nickname: index % 5 === 0 ? `Nick${index}` : null,
        sGenderId: (index % 3) + 1,
        DefaultFloorId: index % 2 === 0 ? guid(`floor ${index % 8}`) : null,
        DefaultFloorStopId: index % 2 === 0 ? (index % 8) + 1 : null,
        FacilityId: company.FacilityId,
        CompanyInstanceType: 1,
        CompanyInstanceId: company.OccupantId,
        ACSystemId: AC_SYSTEM.id,
        StartDatetime: '2024-03-01T08:00:00',
        EndDatetime: index % 7 === 0 ? '2031-12-31T23:59:59' : null,
        AccessRightsSuspended: index % 13 === 0,
      },
      items: [],
      photos: [],
    }
    const seed: readonly (readonly [number, string, boolean])[] = [
      [0, `user${index + 1}@blusky.example`, true],
      ...(index % 3 === 0 ? ([[1, `home${index + 1}@private.example`, false]] as const) : []),
      [3, `+1212555${String(1000 + index)}`, true],
      ...(index % 2 === 0 ? ([[4, `+1646555${String(2000 + index)}`, false]] as const) : []),
    ]
    for (const [type, Value, IsDefault] of seed) {
      user.items.push({ ContactInfoId: nextItemId(state), ContactSubType: types[type]!.id, Value, IsDefault })
    }
    state.users.set(user.PersonId, user)
  }
  return state
}

export function nextItemId(state: BluskyState): string {
  return guid(`item ${state.nextItem++}`)
}

/** A GUID in the vendor's form, the same for the same text. */
export function guid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function occupancy(Name: string, FacilityId: string, Website: string | null, foreign: boolean): StoredOccupancy {
  return {
    OccupantId: guid(`occupancy ${Name}`),
    Name,
    FacilityId,
    StreetAddress1: '1 Invented Street',
    City: 'New York',
    PostalCode: '10001',
    Website,
    foreign,
  }
}
