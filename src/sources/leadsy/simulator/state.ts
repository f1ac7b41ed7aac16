/** A picture as the pretended vendor stores it. */
export interface StoredAvatar {
  readonly bytes: Buffer
  readonly type: string
  readonly name: string
  /** Counts the owner's pictures. */
  readonly serial: number
}

export interface StoredAccess {
  readonly id: number
  readonly company_id: number
  readonly access_id: number
  readonly primary: boolean
}

export interface StoredUser {
  readonly id: number
  first_name: string
  last_name: string
  email: string
  status: string
  accesses: StoredAccess[]
  avatar: StoredAvatar | null
}

export interface StoredCompany {
  readonly id: number
  name: string
  readonly default: boolean
  readonly parent_company_id: number | null
  avatar: StoredAvatar | null
}

/** Everything the pretended vendor holds. Tests may look at it and change it. */
export interface LeadsyState {
  readonly users: Map<number, StoredUser>
  readonly companies: Map<number, StoredCompany>
  /** Tokens that let in. */
  readonly tokens: Set<string>
  /** The company of another customer: its users are refused with 403 and never listed. */
  readonly foreignCompanyId: number
  nextUserId: number
  nextAccessId: number
}

export const ACCOUNT = { email: 'integration@leadsy.example', password: 'correct horse battery staple' }
export const STATIC_TOKEN = 'leadsy-static-token'
export const ACCESS_NAMES: Readonly<Record<number, string>> = { 1: 'Owner', 2: 'Manager', 3: 'Agent', 4: 'Viewer' }

const FIRST = ['Adaeze', 'Bram', 'Chiara', 'Dmitri', 'Elif', 'Fionn', 'Greta', 'Hiroshi', 'Inés', 'Jamal']
const LAST = ['Okonkwo', 'van Dijk', 'Ferri', 'Sokolov', 'Yıldız', "O'Shea", 'Lindqvist']
const STATUSES = ['active', 'active', 'active', 'pending', 'inactive']

/** Fifty-two invented users in five companies: the last two users belong to another customer's company. */
export function createState(): LeadsyState {
  const companies: StoredCompany[] = [
    { id: 1, name: 'Northwind Homes', default: true, parent_company_id: null, avatar: null },
    { id: 2, name: 'Northwind Lettings', default: false, parent_company_id: 1, avatar: null },
    { id: 3, name: 'Harbour & Sons', default: false, parent_company_id: null, avatar: null },
    { id: 4, name: 'Empty Quarter Realty', default: false, parent_company_id: 1, avatar: null },
    { id: 90, name: 'Somebody Else Inc.', default: false, parent_company_id: null, avatar: null },
  ]
  const state: LeadsyState = {
    users: new Map(),
    companies: new Map(companies.map((company) => [company.id, company])),
    tokens: new Set([STATIC_TOKEN]),
    foreignCompanyId: 90,
    nextUserId: 1,
    nextAccessId: 1,
  }
  for (let index = 0; index < 52; index++) {
    const first = FIRST[index % FIRST.length] as string
    const last = LAST[index % LAST.length] as string
    const companyIds =
      index >= 50 ? [90] : index % 11 === 0 ? [] : index % 3 === 0 ? [(index % 3) + 1, 3] : [(index % 3) + 1]
    addUser(state, {
      first_name: first,
      last_name: last,
      email: `${plain(first)}.${plain(last)}.${index + 1}@leadsy.example`,
      status: STATUSES[index % STATUSES.length] as string,
      accesses: companyIds.map((company_id, position) => ({
        company_id,
        access_id: (index % 4) + 1,
        primary: position === 0,
      })),
    })
  }
  return state
}

export function addUser(
  state: LeadsyState,
  user: Pick<StoredUser, 'first_name' | 'last_name' | 'email' | 'status'> & {
    readonly accesses: readonly Omit<StoredAccess, 'id'>[]
  },
): StoredUser {
  const stored: StoredUser = {
    id: state.nextUserId++,
    first_name: user.first_name,
    last_name: user.last_name,
    email: user.email,
    status: user.status,
    accesses: user.accesses.map((access) => ({ id: state.nextAccessId++, ...access })),
    avatar: null,
  }
  state.users.set(stored.id, stored)
  return stored
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/ı/g, 'i')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()
}
