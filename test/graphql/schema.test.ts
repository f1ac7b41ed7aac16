import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  validateSchema,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { printKithSchema } from '../../src/graphql/print.ts'
import { schema } from '../../src/graphql/schema.ts'
import { CAPABILITIES } from '../../src/model/capability.ts'
import { ERROR_CODES } from '../../src/model/errors.ts'
import { WRITE_OUTCOMES } from '../../src/model/receipt.ts'
import { SETTLED_NAMES } from './support/settled-names.ts'

const COMMITTED = join(import.meta.dirname, '../../schema.graphql')

describe('the schema', () => {
  it('is sound', () => {
    const errors = validateSchema(schema)

    expect(errors).toEqual([])
  })

  it('is what schema.graphql holds', () => {
    const committed = readFileSync(COMMITTED, 'utf8')

    expect(printKithSchema(), 'run: npm run codegen').toBe(committed)
  })

  it('describes every type, field, argument and value', () => {
    const elements = ownTypes().flatMap(elementsOf)

    const undescribed = elements.filter(({ description }) => !/\S.{8,}/.test(description ?? '')).map(({ name }) => name)

    expect(elements.length).toBeGreaterThan(500)
    expect(undescribed).toEqual([])
  })

  it('ends every description as a sentence ends', () => {
    const unfinished = ownTypes()
      .flatMap(elementsOf)
      .filter(({ description }) => !/[.)]$/.test(description ?? ''))
      .map(({ name, description }) => `${name}: ${description}`)

    expect(unfinished).toEqual([])
  })

  it('keeps every name that clients rely on', () => {
    const present = new Set(ownTypes().flatMap((type) => [type.name, ...elementsOf(type).map(({ name }) => name)]))

    const missing = Object.entries(SETTLED_NAMES).flatMap(([type, names]) =>
      settledElements(type, names).filter((name) => !present.has(name)),
    )

    expect(missing).toEqual([])
  })

  it('speaks no vendor’s language', () => {
    const words = /virtuous|only\s*office|doc\s*space|leadsy|blusky|blub0x/i

    expect(printKithSchema().match(words)).toBeNull()
  })

  it.each([
    ['Capability', CAPABILITIES],
    ['ErrorCode', ERROR_CODES],
    ['WriteOutcome', WRITE_OUTCOMES],
  ])('has in %s what the model has', (name, values) => {
    const type = schema.getType(name)

    const names = isEnumType(type) ? type.getValues().map((value) => value.name) : []

    expect(names.toSorted()).toEqual([...values].toSorted())
  })

  it('has no list whose items may be null, but for nodes', () => {
    const loose = ownTypes().flatMap((type) =>
      'getFields' in type
        ? Object.values(type.getFields())
            .filter((field) => /\[\w+\]/.test(String(field.type)))
            .map((field) => `${type.name}.${field.name}`)
        : [],
    )

    expect(loose).toEqual(['Query.nodes'])
  })
})

interface Element {
  readonly name: string
  readonly description: string | null | undefined
}

function ownTypes(): readonly GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
}

/** The type, and what it is made of: `Person.contactItems`, `Person.contactItems(kind)`, `Sharing.READ`. */
function elementsOf(type: GraphQLNamedType): readonly Element[] {
  const inner: Element[] = []
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      inner.push({ ...field, name: `${type.name}.${field.name}` })
      for (const arg of field.args) inner.push({ ...arg, name: `${type.name}.${field.name}(${arg.name})` })
    }
  } else if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) inner.push({ ...field, name: `${type.name}.${field.name}` })
  } else if (isEnumType(type)) {
    for (const value of type.getValues()) inner.push({ ...value, name: `${type.name}.${value.name}` })
  }
  return [{ name: type.name, description: type.description }, ...inner]
}

function settledElements(type: string, names: string): readonly string[] {
  const elements = names
    .split(' ')
    .filter(Boolean)
    .flatMap((entry) => {
      const [, name = '', args = ''] = /^(\w+)(?:\((.*)\))?$/.exec(entry) ?? []
      return [
        `${type}.${name}`,
        ...args
          .split(',')
          .filter(Boolean)
          .map((arg) => `${type}.${name}(${arg})`),
      ]
    })
  return [type, ...elements]
}
