import { badRequest } from './answers.ts'
import type { Parameter } from './query-options.ts'
import type { State, Value } from './state.ts'

export interface QueryRules<Record> {
  readonly parameters: readonly Parameter<Record>[]
  readonly maxGroups: number
  readonly sortKeys: { readonly [name: string]: (record: Record) => Value }
  isArchived(record: Record): boolean
}

/** Groups are combined with OR, the conditions in a group with AND; no groups: everything. */
export function runQuery<Item>(
  state: State,
  records: readonly Item[],
  body: unknown,
  page: { readonly skip: number; readonly take: number },
  rules: QueryRules<Item>,
): { readonly list: readonly Item[]; readonly total: number } {
  if (!isObject(body)) throw badRequest('The argument cannot be null')
  const groups = Array.isArray(body.groups) ? body.groups : []
  if (groups.length > rules.maxGroups) throw badRequest('The request is invalid.', 'query.groups')
  const tests = groups.map((group) => readGroup(group, rules.parameters))
  const found = records.filter(
    (record) =>
      (isTrue(body.includeArchived) || !rules.isArchived(record)) &&
      (tests.length === 0 || tests.some((test) => test(state, record))),
  )
  const sortBy = typeof body.sortBy === 'string' && body.sortBy !== '' ? body.sortBy : 'Id'
  const key = Object.hasOwn(rules.sortKeys, sortBy) ? rules.sortKeys[sortBy] : undefined
  if (key === undefined) throw badRequest('The request is invalid.', 'query.sortBy')
  const direction = isTrue(body.descending) ? -1 : 1
  const sorted = found.sort((a, b) => direction * compare(key(a), key(b)))
  return { list: sorted.slice(page.skip, page.skip + page.take), total: found.length }
}

type Test<Item> = (state: State, record: Item) => boolean

function readGroup<Item>(group: unknown, parameters: readonly Parameter<Item>[]): Test<Item> {
  const conditions = isObject(group) && Array.isArray(group.conditions) ? group.conditions : []
  const tests = conditions.map((condition) => readCondition(condition, parameters))
  return (state, record) => tests.every((test) => test(state, record))
}

function readCondition<Item>(condition: unknown, parameters: readonly Parameter<Item>[]): Test<Item> {
  if (!isObject(condition)) throw badRequest('The argument cannot be null')
  const parameter = parameters.find((one) => one.parameter === condition.parameter)
  if (parameter === undefined) throw badRequest('The request is invalid.', 'query.parameter')
  // Parameter names are case-sensitive; running clients write the operators in lower case.
  const operator = parameter.operators.find((one) => one.toLowerCase() === String(condition.operator).toLowerCase())
  if (operator === undefined) throw badRequest('The request is invalid.', 'query.operator')
  const read = (value: unknown) => readValue(value, parameter)
  const test = testOf(operator, condition, read)
  return (state, record) => test(parameter.read(state, record))
}

function testOf(
  operator: string,
  condition: Record<string, unknown>,
  read: (value: unknown) => string | number,
): (held: readonly Value[]) => boolean {
  const some = (matches: (held: string | number) => boolean) => (values: readonly Value[]) =>
    values.some((value) => value !== null && matches(typeof value === 'string' ? value.toLowerCase() : Number(value)))
  const known = (values: readonly Value[]) => values.some((value) => value !== null && value !== '')
  switch (operator) {
    case 'IsKnown':
    case 'IsSet':
      return known
    case 'IsNotKnown':
    case 'IsNotSet':
      return (values) => !known(values)
    case 'IsTrue':
      return (values) => values.includes(true)
    case 'IsFalse':
      return (values) => !values.includes(true)
    case 'In':
    case 'IsAnyOf':
    case 'NotIn':
    case 'IsNoneOf': {
      if (!Array.isArray(condition.values)) throw badRequest('The request is invalid.', 'query.values')
      const wanted = new Set(condition.values.map(read))
      const isIn = some((held) => wanted.has(held))
      return operator === 'In' || operator === 'IsAnyOf' ? isIn : (values) => !isIn(values)
    }
    case 'Between': {
      const [low, high] = [read(condition.value), read(condition.secondaryValue)]
      return some((held) => held >= low && held <= high)
    }
  }
  const wanted = read(condition.value)
  switch (operator) {
    case 'Is':
      return some((held) => held === wanted)
    case 'IsNot':
      return (values) => !some((held) => held === wanted)(values)
    case 'LessThan':
    case 'Before':
      return some((held) => held < wanted)
    case 'LessThanOrEqual':
    case 'OnOrBefore':
      return some((held) => held <= wanted)
    case 'GreaterThan':
    case 'After':
      return some((held) => held > wanted)
    case 'GreaterThanOrEqual':
    case 'OnOrAfter':
      return some((held) => held >= wanted)
    case 'Contains':
      return some((held) => String(held).includes(String(wanted)))
    case 'StartsWith':
      return some((held) => String(held).startsWith(String(wanted)))
    case 'EndsWith':
      return some((held) => String(held).endsWith(String(wanted)))
    default:
      throw badRequest('The request is invalid.', 'query.operator')
  }
}

/** Values are texts, for numbers and dates too. */
function readValue<Item>(value: unknown, parameter: Parameter<Item>): string | number {
  if (value === null || value === undefined) throw badRequest('The argument cannot be null')
  const text = String(value)
  if (parameter.type === 'String') return text.toLowerCase()
  const number = parameter.type === 'Date' ? Date.parse(text) : Number(text)
  const isInt = parameter.type === 'Date' || (Number.isInteger(number) && Math.abs(number) < 2 ** 31)
  if (Number.isNaN(number) || !isInt) throw badRequest('The request is invalid.', 'query.value')
  return number
}

function compare(a: Value, b: Value): number {
  if (a === b) return 0
  if (a === null) return -1
  if (b === null) return 1
  return a < b ? -1 : 1
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true'
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
