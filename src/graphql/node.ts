import type { AnyRecord, OwnedContactItem, Ready } from '../directory/directory.ts'
import { invalidInput } from '../model/errors.ts'
import { decodeId } from '../model/ref.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { placing } from './place-failures.ts'

type NodeValue = AnyRecord | OwnedContactItem

/** Ids `nodes` takes at once: as many as the largest page has. */
const MAX_NODES = 100

export const NodeType = builder.interfaceRef<NodeValue>('Node')

NodeType.implement({
  description: 'Anything that has an id of its own and can be asked for by it alone.',
  resolveType: (value) => ('type' in value ? value.type : 'ContactItem'),
  fields: (t) => ({
    id: t.id({
      nullable: false,
      description:
        'Opaque, the same for ever, and unique over all types and sources. Do not take it apart: give it back as it is.',
    }),
  }),
})

builder.queryFields((t) => ({
  node: t.field({
    type: NodeType,
    description:
      'The person, user, organization or contact item with this id. Null where nobody has it any more, its source is no longer configured, or the id names something that can not be asked for alone. `INVALID_INPUT` for what is no id.',
    args: { id: t.arg.id({ required: true, description: 'An id, as an earlier answer gave it.' }) },
    resolve: (_root, { id }, context) => loadNode(id, context),
  }),
  nodes: t.field({
    type: [NodeType],
    nullable: { list: false, items: true },
    description:
      'What `node` gives for each id, in the order of the ids. One that is unknown is null; one that can not be read is null with an error of its own, and the others stand.',
    args: {
      ids: t.arg.idList({ required: true, description: 'At most 100 ids. One may occur more than once.' }),
    },
    resolve: (_root, { ids }, context) => {
      if (ids.length > MAX_NODES) {
        throw invalidInput(['ids'], `At most ${MAX_NODES} ids are taken at once; ${ids.length} were given.`)
      }
      return ids.map((id) => loadNodeAlone(id, context))
    },
  }),
}))

function loadNode(id: string, context: Context): Ready<NodeValue | null> {
  return decodeId(id)?.type === 'ContactItem' ? context.directory.loadContactItem(id) : context.directory.loadRecord(id)
}

/** As `loadNode`, but what is thrown at once becomes this node's failure and not the whole list's. */
function loadNodeAlone(id: string, context: Context): Ready<NodeValue | null> {
  try {
    return placing(() => loadNode(id, context))
  } catch (error) {
    return Promise.reject(error)
  }
}
