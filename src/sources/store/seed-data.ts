import type { OrganizationKind } from '../../model/organization.ts'

/** Invented people, for demonstrations. No name, number or address is anybody's: domains and numbers are those kept for examples. */
export interface SeedOrganization {
  readonly name: string
  readonly kind: OrganizationKind
  readonly city: string
  readonly country: string
  readonly website: string | null
}

export const ORGANIZATIONS: readonly SeedOrganization[] = [
  {
    name: 'Lighthouse Trust',
    kind: 'COMPANY',
    city: 'Bristol',
    country: 'United Kingdom',
    website: 'https://lighthouse.example',
  },
  {
    name: 'Northwind Orchards',
    kind: 'COMPANY',
    city: 'Malmö',
    country: 'Sweden',
    website: 'https://northwind.example',
  },
  { name: 'Čerpadla Moravia', kind: 'COMPANY', city: 'Brno', country: 'Czechia', website: 'https://cerpadla.example' },
  { name: 'Casa Verde Cooperativa', kind: 'COMPANY', city: 'Valencia', country: 'Spain', website: null },
  { name: 'The Okafor Household', kind: 'HOUSEHOLD', city: 'Lagos', country: 'Nigeria', website: null },
  { name: 'The Lindqvist Household', kind: 'HOUSEHOLD', city: 'Uppsala', country: 'Sweden', website: null },
  { name: 'The Tanaka Household', kind: 'HOUSEHOLD', city: 'Sendai', country: 'Japan', website: null },
  { name: 'Riverside Choir', kind: 'OTHER', city: 'Cork', country: 'Ireland', website: 'https://choir.example' },
]

/** First name, last name, gender, birth date (year-month-day, parts may be missing), job title, index of the organization, tags. */
export type SeedPerson = readonly [
  firstName: string,
  lastName: string,
  gender: string | null,
  birthDate: string | null,
  jobTitle: string | null,
  organization: number | null,
  tags: readonly string[],
]

export const PEOPLE: readonly SeedPerson[] = [
  ['Ada', 'Okafor', 'female', '1984-03-17', 'Programme Director', 4, ['Board', 'Donor']],
  ['Chidi', 'Okafor', 'male', '1981-11-02', 'Architect', 4, ['Donor']],
  ['Ngozi', 'Okafor', 'female', '2012-07-30', null, 4, []],
  ['Åsa', 'Lindqvist', 'female', '1976-01-09', 'Orchard Manager', 5, ['Volunteer']],
  ['Björn', 'Lindqvist', 'male', '1974-05-21', 'Carpenter', 5, ['Volunteer', 'Donor']],
  ['Elin', 'Lindqvist', 'female', '2004-02-29', 'Student', 5, []],
  ['Haruka', 'Tanaka', 'female', '1990-10-10', 'Illustrator', 6, ['Press']],
  ['Kenji', 'Tanaka', 'male', '1988-04-01', 'Nurse', 6, ['Volunteer']],
  ['Jiří', 'Dvořák', 'male', '1969-08-14', 'Engineer', 2, ['Supplier']],
  ['Žofie', 'Nováková', 'female', '1995-12-05', 'Accountant', 2, ['Supplier']],
  ['Łukasz', 'Wiśniewski', 'male', '1987-06-18', 'Pump Designer', 2, ['Supplier', 'Donor']],
  ['Lucía', 'Ferrer', 'female', '1979-09-23', 'Chair', 3, ['Board']],
  ['Íñigo', 'Montalbán', 'male', '1992-02-11', 'Gardener', 3, ['Volunteer']],
  ['Carmen', 'Ortiz', 'female', '1966-07-07', 'Treasurer', 3, ['Board']],
  ['Maeve', "O'Sullivan", 'female', '1983-03-03', 'Conductor', 7, ['Choir']],
  ['Seán', 'Byrne', 'male', '1958-10-31', 'Bass', 7, ['Choir', 'Donor']],
  ['Aoife', 'Nolan', 'female', '1999-05-15', 'Soprano', 7, ['Choir']],
  ['Tariq', 'Haddad', 'male', '1985-01-25', 'Librarian', 0, ['Volunteer']],
  ['Leila', 'Haddad', 'female', '1986-12-12', 'Paediatrician', null, ['Donor']],
  ['Priya', 'Raman', 'female', '1993-04-27', 'Data Analyst', 0, ['Staff']],
  ['Anjali', 'Deshpande', 'female', '1972--', 'Curator', 0, ['Board']],
  ['Tomás', 'Silva', 'male', '1980-06-06', 'Baker', null, ['Donor']],
  ['Beatriz', 'Silva', 'female', '-06-19', 'Ceramicist', null, []],
  ['Oluwaseun', 'Adeyemi', 'male', '1997-08-08', 'Reporter', null, ['Press']],
  ['Giulia', 'Bianchi', 'female', '1989-11-29', 'Translator', 1, ['Volunteer']],
  ['Matteo', 'Conti', 'male', '1978-02-02', 'Cidermaker', 1, ['Supplier']],
  ['Freya', 'Nilsson', 'female', '2001-09-09', 'Apprentice', 1, []],
  ['Magnus', 'Østergård', 'male', '1963-03-28', 'Surveyor', 1, ['Donor']],
  ['Nadia', 'Petrova', 'female', '1991-07-16', 'Violinist', null, ['Choir']],
  ['Wei', 'Chen', null, '1994-10-04', 'Mathematician', null, ['Donor']],
  ['Mei-Ling', 'Chen', 'female', '1996-01-01', 'Bookbinder', null, []],
  ['Samuel', 'Weiß', 'male', '1955-05-05', 'Clockmaker', null, ['Donor', 'Board']],
  ['Esther', 'Großmann', 'female', '1948-12-24', null, null, ['Donor']],
  ['Robin', 'Ashby', null, '1998-04-12', 'Game Designer', 0, ['Volunteer']],
  ['Harriet', 'Ashby', 'female', '1970-10-20', 'Solicitor', 0, ['Board', 'Donor']],
  ['Kofi', 'Mensah', 'male', '1982-08-19', 'Teacher', null, ['Volunteer']],
  ['Ama', 'Mensah', 'female', '1984--', 'Pharmacist', null, ['Donor']],
  ['Ewan', 'MacLeod', 'male', '1973-11-11', 'Ferry Pilot', null, []],
  ['Ýmir', 'Jónsson', 'male', '2000-06-17', 'Glaciologist', null, ['Press']],
  ['Zoë', 'van der Berg', 'female', '1987-09-14', 'Baritone Saxophonist', 7, ['Choir', 'Volunteer']],
]

/** First name, last name, job title, department, status, index of the manager, indexes of groups. */
export type SeedUser = readonly [
  firstName: string,
  lastName: string,
  jobTitle: string,
  department: string,
  status: 'ACTIVE' | 'ON_LEAVE' | 'TERMINATED' | 'PENDING',
  manager: number | null,
  groups: readonly number[],
]

export const GROUPS = ['Everyone', 'Fundraising', 'Operations'] as const

export const USERS: readonly SeedUser[] = [
  ['Imani', 'Clarke', 'Director', 'Office', 'ACTIVE', null, [0]],
  ['Rafael', 'Costa', 'Head of Fundraising', 'Fundraising', 'ACTIVE', 0, [0, 1]],
  ['Saoirse', 'Kelly', 'Head of Operations', 'Operations', 'ACTIVE', 0, [0, 2]],
  ['Yusuf', 'Demir', 'Campaigns', 'Fundraising', 'ACTIVE', 1, [0, 1]],
  ['Hanna', 'Virtanen', 'Major Gifts', 'Fundraising', 'ON_LEAVE', 1, [0, 1]],
  ['Théo', 'Lefèvre', 'Events', 'Fundraising', 'ACTIVE', 1, [0, 1]],
  ['Noor', 'Ismail', 'Volunteers', 'Operations', 'ACTIVE', 2, [0, 2]],
  ['Dylan', 'Price', 'Facilities', 'Operations', 'ACTIVE', 2, [0, 2]],
  ['Agnieszka', 'Król', 'Accounts', 'Operations', 'ACTIVE', 2, [0, 2]],
  ['Mateus', 'Oliveira', 'IT', 'Operations', 'ACTIVE', 2, [0, 2]],
  ['Greta', 'Hofer', 'Archivist', 'Office', 'TERMINATED', 0, []],
  ['Ibrahim', 'Sesay', 'Trainee', 'Office', 'PENDING', 0, [0]],
]
