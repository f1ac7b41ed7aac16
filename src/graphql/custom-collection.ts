import type { CustomCollection } from '../model/record.ts'
import { encodeId } from '../model/ref.ts'
import { builder } from './builder.ts'
import { CustomFieldType } from './custom-field.ts'

/** A collection together with the source whose it is. */
interface SourcedCollection {
  readonly source: string
  readonly collection: CustomCollection
}

export const CustomCollectionType = builder.objectRef<SourcedCollection>('CustomCollection')

CustomCollectionType.implement({
  description:
    'A group of custom fields that belongs together and that one record may have several times: one for each membership, say.',
  fields: (t) => ({
    id: t.id({
      nullable: false,
      description: 'Opaque; names this very instance of the collection.',
      resolve: ({ source, collection }) => encodeId('CustomCollection', source, collection.id),
    }),
    name: t.string({
      nullable: false,
      description: 'What the collection is called at the source: “Membership”.',
      resolve: ({ collection }) => collection.name,
    }),
    fields: t.field({
      type: [CustomFieldType],
      nullable: false,
      description: 'The fields of this instance, in the source’s order.',
      resolve: ({ collection }) => collection.fields,
    }),
  }),
})
