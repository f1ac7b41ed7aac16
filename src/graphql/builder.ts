import SchemaBuilder from '@pothos/core'
import RelayPlugin from '@pothos/plugin-relay'
import type { Ready, Slice, UploadedFile } from '../directory/directory.ts'
import type { Json } from '../model/json.ts'
import type { Context } from './context.ts'

interface KithTypes {
  Context: Context
  Scalars: {
    ID: { Input: string; Output: string }
    DateTime: { Input: string; Output: string }
    Date: { Input: string; Output: string }
    JSON: { Input: Json; Output: Json }
    URL: { Input: string; Output: string }
    Upload: { Input: UploadedFile; Output: never }
  }
  /** What every connection holds besides edges and page. */
  Connection: { readonly totalCount: Ready<number | null>; readonly slices: readonly Slice[] }
  DefaultEdgesNullability: { list: false; items: false }
  DefaultNodeNullability: false
}

/** The types that all files about the schema share; names what helpers take and give. */
export type SchemaTypes = PothosSchemaTypes.ExtendDefaultTypes<KithTypes>
/** Builds the fields of an object type whose resolvers are given a `Parent`. */
export type ObjectFields<Parent> = PothosSchemaTypes.ObjectFieldBuilder<SchemaTypes, Parent>
/** Builds the fields of an input type. */
export type InputFields = PothosSchemaTypes.InputFieldBuilder<SchemaTypes, 'InputObject'>

/**
 * Makes the schema. The relay plugin gives connections and page info alone: its global ids are decoded and encoded by resolvers
 * that always wait, while ours (`model/ref.ts`) are known at once and name a source besides a type.
 */
export const builder = new SchemaBuilder<KithTypes>({
  plugins: [RelayPlugin],
  relay: {
    cursorType: 'String',
    edgesFieldOptions: {
      nullable: { list: false, items: false },
      description: 'The records of this page in order, each with the cursor that names its place.',
    },
    nodeFieldOptions: { nullable: false, description: 'The record.' },
    cursorFieldOptions: {
      description: 'Opaque name of this place in the list: give it as `after` or `before` to go on from here.',
    },
    nodesOnConnection: { description: 'The records of this page in order: `edges` without the cursors.' },
    pageInfoFieldOptions: { description: 'Where this page lies in the list.' },
    pageInfoTypeOptions: {
      description: 'Where a page lies in its list, after the Relay cursor connections specification.',
    },
    hasNextPageFieldOptions: { description: 'Whether records follow the last one of this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether records precede the first one of this page.' },
    startCursorFieldOptions: { description: 'Cursor of the first record here; null on an empty page.' },
    endCursorFieldOptions: {
      description: 'Cursor of the last record here, to be given as `after` for the next page; null on an empty page.',
    },
    firstArgOptions: {
      description: 'How many records at most, from the front: 1 to 100. Either this or `last` is to be given.',
    },
    afterArgOptions: { description: 'Only what follows this cursor, which a former page of the same list gave.' },
    lastArgOptions: {
      description: 'How many records at most, from the back: 1 to 100. Not every source can be read backward.',
    },
    beforeArgOptions: { description: 'Only what precedes this cursor, which a former page of the same list gave.' },
  },
})
