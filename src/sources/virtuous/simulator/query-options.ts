import {
  addressesOf,
  type ContactRecord,
  type IndividualRecord,
  individualsOf,
  methodGroup,
  methodsOf,
  type State,
  tagNamesOf,
  type Value,
} from './state.ts'

export type ParameterType = 'Int' | 'String' | 'Date' | 'Boolean'

/** One thing a query can ask for. `read` gives every value a record has of it. */
export interface Parameter<Record> {
  readonly parameter: string
  readonly type: ParameterType
  readonly operators: readonly string[]
  read(state: State, record: Record): readonly Value[]
}

const NUMBER = ['Is', 'LessThan', 'LessThanOrEqual', 'GreaterThan', 'GreaterThanOrEqual', 'Between']
const DATE = ['Is', 'Before', 'After', 'OnOrBefore', 'OnOrAfter', 'Between']
const TEXT = ['Is', 'Contains', 'StartsWith', 'EndsWith']
const OPTIONAL_TEXT = ['Is', 'IsKnown', 'IsNotKnown', 'Contains', 'StartsWith', 'EndsWith']
const MULTIPLE = new Set(['In', 'NotIn', 'IsAnyOf', 'IsNoneOf'])
const WITHOUT_VALUE = new Set(['IsKnown', 'IsNotKnown', 'IsTrue', 'IsFalse', 'IsSet', 'IsNotSet'])

const methodValues = (state: State, individual: IndividualRecord, group: string) =>
  methodsOf(state, individual.id)
    .filter((method) => methodGroup(method.type) === group)
    .map((method) => method.value)

const primaryAddress = (state: State, contact: ContactRecord, field: string) =>
  addressesOf(state, contact.id)
    .filter((address) => address.isPrimary)
    .map((address) => address.fields[field] ?? null)

const ofMembers =
  (read: (state: State, individual: IndividualRecord) => readonly Value[]) => (state: State, contact: ContactRecord) =>
    individualsOf(state, contact.id).flatMap((individual) => read(state, individual))

export function contactParameters(): readonly Parameter<ContactRecord>[] {
  return [
    { parameter: 'Contact Id', type: 'Int', operators: NUMBER, read: (_, contact) => [contact.id] },
    {
      parameter: 'Legacy Contact Id',
      type: 'String',
      operators: OPTIONAL_TEXT,
      read: (_, contact) => contact.references.map((reference) => reference.id),
    },
    { parameter: 'Contact Name', type: 'String', operators: TEXT, read: (_, { fields }) => [fields.name ?? null] },
    {
      parameter: 'Contact Type',
      type: 'String',
      operators: ['Is', 'IsNot'],
      read: (_, { fields }) => [fields.contactType ?? null],
    },
    { parameter: 'Create Date', type: 'Date', operators: DATE, read: (_, contact) => [contact.createdAt] },
    { parameter: 'Last Modified Date', type: 'Date', operators: DATE, read: (_, contact) => [contact.modifiedAt] },
    {
      parameter: 'Private',
      type: 'Boolean',
      operators: ['IsTrue', 'IsFalse'],
      read: (_, { fields }) => [fields.isPrivate ?? false],
    },
    {
      parameter: 'First Name',
      type: 'String',
      operators: TEXT,
      read: ofMembers((_, { fields }) => [fields.firstName ?? null]),
    },
    {
      parameter: 'Last Name',
      type: 'String',
      operators: TEXT,
      read: ofMembers((_, { fields }) => [fields.lastName ?? null]),
    },
    {
      parameter: 'Phone Number',
      type: 'String',
      operators: OPTIONAL_TEXT,
      read: ofMembers((state, individual) => methodValues(state, individual, 'phone')),
    },
    {
      parameter: 'Email Address',
      type: 'String',
      operators: OPTIONAL_TEXT,
      read: ofMembers((state, individual) => methodValues(state, individual, 'email')),
    },
    {
      parameter: 'City',
      type: 'String',
      operators: OPTIONAL_TEXT,
      read: (state, contact) => primaryAddress(state, contact, 'city'),
    },
    {
      parameter: 'State',
      type: 'String',
      operators: ['Is', 'IsNot', 'IsKnown', 'IsNotKnown', 'In', 'NotIn'],
      read: (state, contact) => primaryAddress(state, contact, 'state'),
    },
    {
      parameter: 'Postal',
      type: 'String',
      operators: OPTIONAL_TEXT,
      read: (state, contact) => primaryAddress(state, contact, 'postal'),
    },
    {
      parameter: 'Tag',
      type: 'String',
      operators: ['IsAnyOf', 'IsNoneOf'],
      read: (state, contact) => tagNamesOf(state, contact.id),
    },
  ]
}

/** `id`: the name of the parameter that individuals can be asked by their own id with, and its operators; `null`: none. */
export function individualParameters(
  id: { readonly parameter: string; readonly operators: readonly string[] } | null,
): readonly Parameter<IndividualRecord>[] {
  const own: Parameter<IndividualRecord>[] =
    id === null
      ? []
      : [{ parameter: id.parameter, type: 'Int', operators: id.operators, read: (_, individual) => [individual.id] }]
  return [
    ...own,
    { parameter: 'Contact Id', type: 'Int', operators: NUMBER, read: (_, individual) => [individual.contactId] },
    { parameter: 'First Name', type: 'String', operators: TEXT, read: (_, { fields }) => [fields.firstName ?? null] },
    { parameter: 'Last Name', type: 'String', operators: TEXT, read: (_, { fields }) => [fields.lastName ?? null] },
    {
      parameter: 'Phone Number',
      type: 'String',
      operators: OPTIONAL_TEXT,
      read: (state, individual) => methodValues(state, individual, 'phone'),
    },
    {
      parameter: 'Email Address',
      type: 'String',
      operators: OPTIONAL_TEXT,
      read: (state, individual) => methodValues(state, individual, 'email'),
    },
    {
      parameter: 'Last Modified Date',
      type: 'Date',
      operators: DATE,
      read: (_, individual) => [individual.modifiedAt],
    },
  ]
}

/** The body of `GET …/QueryOptions`. */
export function queryOptionsView<Record>(parameters: readonly Parameter<Record>[]) {
  const operatorView = (operator: string) => ({
    operator,
    multipleValuesAllowed: MULTIPLE.has(operator),
    valueRequired: !WITHOUT_VALUE.has(operator),
  })
  const options = parameters.map(({ parameter, type, operators }) => ({
    parameter,
    type,
    operatorOptions: operators.map(operatorView),
    valueOptions: [],
  }))
  const operators = new Set(parameters.flatMap((parameter) => parameter.operators))
  return { options, operatorOptions: [...operators].map(operatorView) }
}
