import type {
  CustomFieldInput,
  PartialDateInput,
  RecordFragment,
  UpdateOrganizationInput,
  UpdatePersonInput,
  UpdateUserInput,
} from '../generated/graphql.ts'

/** A field of a record that can be changed here. */
export interface Field {
  /** Its name in the schema, both in the record and in the input. */
  readonly name: string
  readonly label: string
  readonly input: 'text' | 'lines' | 'date' | 'choice' | 'heading'
  readonly options?: readonly (readonly [value: string, label: string])[]
}

const text = (name: string, label: string): Field => ({ name, label, input: 'text' })
const lines = (name: string, label: string): Field => ({ name, label, input: 'lines' })

const STATUSES = [
  ['ACTIVE', 'Active'],
  ['ON_LEAVE', 'On leave'],
  ['PENDING', 'Invited'],
  ['TERMINATED', 'Left'],
] as const

const ORGANIZATION_KINDS = [
  ['COMPANY', 'Company'],
  ['HOUSEHOLD', 'Household'],
  ['OTHER', 'Other'],
] as const

/** In the order in which they are shown. */
export const FIELDS: Readonly<Record<RecordFragment['__typename'], readonly Field[]>> = {
  Person: [
    text('prefix', 'Prefix'),
    text('firstName', 'First name'),
    text('middleName', 'Middle name'),
    text('lastName', 'Last name'),
    text('suffix', 'Suffix'),
    text('nickname', 'Nickname'),
    text('jobTitle', 'Job title'),
    { name: 'birthDate', label: 'Birthday', input: 'date' },
    text('gender', 'Gender'),
    lines('about', 'About'),
    lines('interests', 'Interests'),
  ],
  User: [
    text('firstName', 'First name'),
    text('middleName', 'Middle name'),
    text('lastName', 'Last name'),
    text('nickname', 'Nickname'),
    text('email', 'E-mail of the account'),
    { name: 'status', label: 'Status', input: 'choice', options: STATUSES },
    text('jobTitle', 'Job title'),
    text('department', 'Department'),
    text('location', 'Location'),
    { name: 'birthDate', label: 'Birthday', input: 'date' },
    text('gender', 'Gender'),
    lines('about', 'About'),
  ],
  Organization: [
    text('name', 'Name'),
    { name: 'kind', label: 'Kind', input: 'choice', options: ORGANIZATION_KINDS },
    text('website', 'Website'),
    lines('about', 'About'),
  ],
}

/** What the form holds: texts, by the names of its inputs. An empty one is no value. */
export type Values = Readonly<Record<string, string>>

export const DATE_PARTS = ['day', 'month', 'year'] as const
const CUSTOM = 'customFields.'

export function customName(key: string): string {
  return CUSTOM + key
}

/** The values that a record's form begins with. */
export function valuesOf(record: RecordFragment): Values {
  const values: Record<string, string> = {}
  for (const { name, input } of FIELDS[record.__typename]) {
    const value = (record as unknown as Readonly<Record<string, unknown>>)[name === 'kind' ? 'organizationKind' : name]
    if (input === 'date') {
      const date = value as PartialDateInput | null
      for (const part of DATE_PARTS) values[`${name}.${part}`] = String(date?.[part] ?? '')
    } else {
      values[name] = typeof value === 'string' ? value : ''
    }
  }
  for (const { key, value } of record.customFields ?? []) values[customName(key)] = value ?? ''
  return values
}

/** Of every type of record, what changing it takes apart from `id`. */
export type Patch = Omit<UpdatePersonInput, 'id'> & Omit<UpdateUserInput, 'id'> & Omit<UpdateOrganizationInput, 'id'>

/** What has to be asked for to make one into the other: nothing of what is the same. */
export function patchOf(record: RecordFragment, before: Values, after: Values): Patch {
  const differs = (name: string): boolean => before[name] !== after[name]
  const patch: Record<string, unknown> = {}
  for (const { name, input } of FIELDS[record.__typename]) {
    if (input !== 'date') {
      if (differs(name)) patch[name] = after[name] === '' ? null : after[name]
    } else if (DATE_PARTS.some((part) => differs(`${name}.${part}`))) {
      patch[name] = dateOf(name, after)
    }
  }
  const customFields: CustomFieldInput[] = (record.customFields ?? [])
    .filter(({ key }) => differs(customName(key)))
    .map(({ key }) => ({ key, value: after[customName(key)] || null }))
  if (customFields.length > 0) patch.customFields = customFields
  return patch
}

function dateOf(name: string, values: Values): PartialDateInput | null {
  const parts = DATE_PARTS.map((part) => [part, values[`${name}.${part}`] ?? ''] as const)
  if (parts.every(([, value]) => value === '')) return null
  return Object.fromEntries(parts.map(([part, value]) => [part, value === '' ? null : Number(value)]))
}
