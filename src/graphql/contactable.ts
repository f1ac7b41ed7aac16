import type { AnyRecord } from '../directory/directory.ts'
import { GatewayError } from '../model/errors.ts'
import { encodeRecordId } from '../model/ref.ts'
import { AvatarType, loadAvatar } from './avatar.ts'
import { builder } from './builder.ts'
import { ContactItemKindType, ContactItemType } from './contact-item.ts'
import type { Context } from './context.ts'
import { CustomFieldType } from './custom-field.ts'
import { NodeType } from './node.ts'
import { readPart } from './ready.ts'
import { requireSource, SourceType } from './source.ts'

/** Lets its holder read `raw`: what a source holds of somebody beyond the unified schema. */
const RAW_SCOPE = 'raw:read'

export const ContactableType = builder.interfaceRef<AnyRecord>('Contactable')

ContactableType.implement({
  description:
    'What people, users and organizations have in common: a source that holds them, a name, a picture and ways to reach them. A field is null where the source holds nothing for it or has no such field.',
  interfaces: [NodeType],
  resolveType: (record) => record.type,
  fields: (t) => ({
    id: t.id({
      nullable: false,
      description:
        'Opaque, the same for ever, and unique over all types and sources. It names the source and the id there; do not take it apart: give it back as it is.',
      resolve: ({ type, ref }) => encodeRecordId({ type, source: ref.source, id: ref.id }),
    }),
    source: t.field({
      type: SourceType,
      nullable: false,
      description: 'The source that holds this record.',
      resolve: ({ ref }, _args, context) => requireSource(ref.source, context),
    }),
    sourceId: t.string({
      nullable: false,
      description:
        'The id this record has in its source, as the source writes it: for links and for looking it up there.',
      resolve: ({ ref }) => ref.id,
    }),
    displayName: t.exposeString('displayName', {
      nullable: false,
      description:
        'The name to show, as the source puts it together; never empty. To sort or to greet somebody use the parts of the name.',
    }),
    avatar: t.field({
      type: AvatarType,
      description: 'The picture. Null: none is set.',
      resolve: (record, _args, context) => loadAvatar(record, context),
    }),
    contactItems: t.field({
      type: [ContactItemType],
      description:
        'Ways to reach them (e-mail addresses, telephone numbers, postal addresses, …) in the order the source keeps them. Null: this source keeps none for this type of record.',
      args: {
        kind: t.arg({ type: ContactItemKindType, description: 'Only those of this kind. Left out: all of them.' }),
      },
      resolve: (record, { kind }, context) =>
        readPart(record, 'contactItems', context, (owner) => {
          const items = owner.contactItems ?? null
          const wanted = kind ? (items?.filter((item) => item.kind === kind) ?? null) : items
          return wanted?.map((item) => ({ owner, item })) ?? null
        }),
    }),
    customFields: t.field({
      type: [CustomFieldType],
      description:
        'Fields that the organisation defined for itself at the source, in the source’s order, those without a value included where the source tells of them. Null: this source has none for this type of record.',
      args: {
        keys: t.arg.stringList({
          description:
            'Only the fields with these keys; a key that the record does not have is passed over. Left out: all.',
        }),
      },
      resolve: (record, { keys }, context) =>
        readPart(record, 'customFields', context, ({ customFields }) =>
          keys ? (customFields?.filter(({ key }) => keys.includes(key)) ?? null) : (customFields ?? null),
        ),
    }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'When the source made the record. Null: the source does not tell.',
    }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: 'When the source last changed the record, by anybody’s hand. Null: the source does not tell.',
    }),
    version: t.exposeString('version', {
      description:
        'Opaque; changes whenever the record does, and is the same however the record was read. Give it as `ifVersion` to write only if nobody else has written since. Null: the source can not tell.',
    }),
    raw: t.field({
      type: 'JSON',
      description:
        'The source’s own record, in its own words and shape, which may change at any time. For looking closer, not for building on. Needs the scope `raw:read`: without it, null and the error `FORBIDDEN`. Null without an error: the source gives none.',
      resolve: ({ raw }, _args, context) => {
        requireScope(RAW_SCOPE, 'raw', context)
        return raw
      },
    }),
  }),
})

function requireScope(scope: string, field: string, { viewer }: Context): void {
  if (!viewer.scopes.includes(scope)) throw new GatewayError('FORBIDDEN', `Reading ${field} needs the scope ${scope}`)
}
