import type { OwnedContactItem } from '../directory/directory.ts'
import type { ContactItemType as TypeOfItem } from '../model/contact-item.ts'
import { encodeContactItemId, encodeId } from '../model/ref.ts'
import { builder } from './builder.ts'
import { ContactableType } from './contactable.ts'
import { defineEnum } from './define-enum.ts'
import { NodeType } from './node.ts'
import { PostalAddressType } from './postal-address.ts'
import { requireSource, SourceType } from './source.ts'

/** A type of contact item together with the source whose it is. */
interface SourcedItemType {
  readonly source: string
  readonly type: TypeOfItem
}

export const ContactItemType = builder.objectRef<OwnedContactItem>('ContactItem')
export const ContactItemTypeType = builder.objectRef<SourcedItemType>('ContactItemType')

export const ContactItemKindType = defineEnum(
  'ContactItemKind',
  'What a contact item is, in words that all sources share.',
  {
    EMAIL: 'An e-mail address.',
    PHONE: 'A telephone number, mobile and fax included.',
    ADDRESS: 'A postal address; its parts are in `address`.',
    URL: 'A web page.',
    MESSAGING: 'A name or number at a messenger.',
    SOCIAL: 'A profile at a social network.',
    OTHER: 'Anything else; `type` says what.',
  },
)

ContactItemType.implement({
  description: 'One way to reach somebody: an e-mail address, a telephone number, a postal address and the like.',
  interfaces: [NodeType],
  fields: (t) => ({
    id: t.id({
      nullable: false,
      description:
        'Opaque; names the owner and the item. Lasts as long as the source keeps the item apart: where a source gives items no id of their own, a changed value makes it another item.',
      resolve: ({ owner, item }) =>
        encodeContactItemId({
          owner: { type: owner.type, source: owner.ref.source, id: owner.ref.id },
          itemId: item.id,
        }),
    }),
    owner: t.field({
      type: ContactableType,
      description: 'Whom it reaches: the person, user or organization it belongs to.',
      resolve: ({ owner }) => owner,
    }),
    kind: t.field({
      type: ContactItemKindType,
      nullable: false,
      description: 'What it is, in words that all sources share.',
      resolve: ({ item }) => item.kind,
    }),
    type: t.field({
      type: ContactItemTypeType,
      description: 'The source’s own, finer type: “Work Email”. Null: the source has no types.',
      resolve: ({ owner, item }) => item.type && { source: owner.ref.source, type: item.type },
    }),
    value: t.string({
      nullable: false,
      description: 'The value as the source holds it: `"(555) 010-0199"`. Of a postal address: its parts on one line.',
      resolve: ({ item }) => item.value,
    }),
    normalizedValue: t.string({
      description:
        'The value in the form that two equal ones share, for comparing: a telephone number in E.164 (`"+15550100199"`), an e-mail address in lower case. Null where it can not be told: a telephone number without its country, say.',
      resolve: ({ item }) => item.normalizedValue,
    }),
    address: t.field({
      type: PostalAddressType,
      description: 'The parts of a postal address, with kind `ADDRESS`; else null.',
      resolve: ({ item }) => item.address,
    }),
    label: t.string({
      description: 'What somebody wrote beside it: “after 6 pm”. Null: nothing, or the source keeps no labels.',
      resolve: ({ item }) => item.label,
    }),
    isDefault: t.boolean({
      description:
        'Whether it is the one to use among its owner’s items of the same kind; at most one of a kind is. Null: the source does not tell.',
      resolve: ({ item }) => item.isDefault,
    }),
    isOptedIn: t.boolean({
      description: 'Whether its owner agreed to be reached this way. Null: the source does not tell.',
      resolve: ({ item }) => item.isOptedIn,
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When the source made it. Null: the source does not tell.',
      resolve: ({ item }) => item.createdAt,
    }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When the source last changed it. Null: the source does not tell.',
      resolve: ({ item }) => item.updatedAt,
    }),
  }),
})

ContactItemTypeType.implement({
  description: 'A type of contact item as one source has it: finer than a kind, and its own.',
  fields: (t) => ({
    id: t.id({
      nullable: false,
      description: 'To be given as `typeId` when a contact item of this type is written.',
      resolve: ({ source, type }) => encodeId('ContactItemType', source, type.id),
    }),
    name: t.string({
      nullable: false,
      description: 'What people call it at the source: “Work Email”.',
      resolve: ({ type }) => type.name,
    }),
    kind: t.field({
      type: ContactItemKindType,
      nullable: false,
      description: 'The kind that items of this type have.',
      resolve: ({ type }) => type.kind,
    }),
    category: t.string({
      description: 'The group it stands in at the source: “Work”. Null: in none.',
      resolve: ({ type }) => type.category,
    }),
    source: t.field({
      type: SourceType,
      nullable: false,
      description: 'The source that has this type.',
      resolve: ({ source }, _args, context) => requireSource(source, context),
    }),
  }),
})
