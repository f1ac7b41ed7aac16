import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
} from 'graphql'
import { GatewayError } from '../../../src/model/errors.ts'

const later = <T>(value: T): Promise<T> => new Promise((resolve) => setImmediate(() => resolve(value)))
const refuse = (words: string) => new GatewayError('FORBIDDEN', words, { source: 'own' })

const Colour = new GraphQLEnumType({ name: 'Colour', values: { RED: { value: 1 }, BLUE: { value: 2 } } })
const Picky = new GraphQLScalarType({
  name: 'Picky',
  serialize: (value) => {
    if (value === 'bad') throw new Error('Picky takes no such thing')
    return value
  },
})
const Named = new GraphQLInterfaceType({
  name: 'Named',
  fields: { name: { type: GraphQLString } },
  resolveType: (value) => (value as { kind: string }).kind,
})

const nonNull = (type: GraphQLOutputType) => new GraphQLNonNull(type as never)
const listOf = (type: GraphQLOutputType) => new GraphQLList(type)

/** Resolvers of every shape that GraphQL allows: at once and later, failing at every place where something may be missing or not. */
const fields = {
  text: { type: GraphQLString, resolve: () => 'text' },
  number: { type: GraphQLString, resolve: () => 17 },
  yes: { type: GraphQLBoolean, resolve: () => true },
  colour: { type: Colour, resolve: () => 2 },
  noColour: { type: Colour, resolve: () => 3 },
  badInt: { type: GraphQLInt, resolve: () => 'many' },
  picky: { type: Picky, resolve: () => 'bad' },
  nothing: { type: GraphQLString, resolve: () => undefined },
  returned: { type: GraphQLString, resolve: () => refuse('returned, not thrown') },
  thrown: {
    type: GraphQLString,
    resolve: () => {
      throw refuse('thrown')
    },
  },
  bug: {
    type: GraphQLString,
    resolve: () => {
      throw new Error('a secret')
    },
  },
  odd: {
    type: GraphQLString,
    resolve: () => {
      throw 'a text'
    },
  },
  several: {
    type: GraphQLString,
    resolve: () => {
      throw new AggregateError([refuse('first'), refuse('second')])
    },
  },
  rejected: { type: GraphQLString, resolve: () => Promise.reject(refuse('rejected')) },
  soon: { type: GraphQLString, resolve: () => later('soon') },
  needed: { type: nonNull(GraphQLString), resolve: () => null },
  neededLater: { type: nonNull(GraphQLString), resolve: () => later(null) },
  neededRefused: { type: nonNull(GraphQLString), resolve: () => Promise.reject(refuse('needed')) },
  words: {
    type: listOf(GraphQLString),
    resolve: () => ['a', null, later('c'), refuse('d'), Promise.reject(refuse('e'))],
  },
  neededWords: { type: listOf(nonNull(GraphQLString)), resolve: () => ['a', null, 'c'] },
  setOfWords: { type: listOf(GraphQLString), resolve: () => new Set(['x', 'y']) },
  noList: { type: listOf(GraphQLString), resolve: () => 'letters' },
  lists: { type: listOf(listOf(GraphQLInt)), resolve: () => [[1, 2], null, [later(3)]] },
  member: { type: GraphQLString },
  withDefault: {
    type: GraphQLString,
    args: { size: { type: GraphQLInt, defaultValue: 3 }, words: { type: listOf(GraphQLString) as never } },
    resolve: (_root: unknown, given: unknown) => JSON.stringify(given),
  },
  needsSize: {
    type: GraphQLString,
    args: { size: { type: nonNull(GraphQLInt) as never } },
    resolve: (_root: unknown, given: unknown) => JSON.stringify(given),
  },
  place: {
    type: GraphQLString,
    resolve: (_root: unknown, _given: unknown, _context: unknown, info: { fieldName: string }) => info.fieldName,
  },
}

const Thing: GraphQLObjectType = new GraphQLObjectType({
  name: 'Thing',
  interfaces: [Named],
  fields: () => ({ ...fields, name: { type: GraphQLString }, ...nested() }),
})
const Other = new GraphQLObjectType({ name: 'Other', interfaces: [Named], fields: { name: { type: GraphQLString } } })
const Either = new GraphQLUnionType({
  name: 'Either',
  types: [Thing, Other],
  resolveType: (value) => (value as { kind: string }).kind,
})

function nested() {
  const thing = { kind: 'Thing', name: 'thing', member: 'a member' }
  const other = { kind: 'Other', name: 'other' }
  return {
    thing: { type: Thing, resolve: () => thing },
    thingLater: { type: Thing, resolve: () => later(thing) },
    neededThing: { type: nonNull(Thing), resolve: () => thing },
    things: { type: listOf(Thing), resolve: () => [thing, null, later(thing)] },
    neededThings: { type: nonNull(listOf(nonNull(Thing))), resolve: () => [thing, thing] },
    named: {
      type: listOf(Named),
      resolve: () => [thing, other, { kind: 'Nobody' }, { kind: 'Colour' }, { kind: 'Query' }, {}],
    },
    either: { type: listOf(Either), resolve: () => [other, thing] },
  }
}

export const oddSchema = new GraphQLSchema({
  query: new GraphQLObjectType({ name: 'Query', fields: () => ({ ...fields, ...nested() }) }),
  mutation: new GraphQLObjectType({
    name: 'Mutation',
    fields: { write: { type: GraphQLString, resolve: () => 'written' } },
  }),
  types: [Thing, Other],
})
export const ODD_FIELDS: readonly string[] = Object.keys(fields)
