import { GraphQLSchema } from 'graphql'
import './scalars.ts'
import './node.ts'
import './contactable.ts'
import './person.ts'
import './people.ts'
import './user.ts'
import './users.ts'
import './organization.ts'
import './organization-people.ts'
import './organizations.ts'
import './source.ts'
import './viewer.ts'
import './mutations/create-person.ts'
import './mutations/update-person.ts'
import './mutations/delete-person.ts'
import './mutations/create-user.ts'
import './mutations/update-user.ts'
import './mutations/delete-user.ts'
import './mutations/create-organization.ts'
import './mutations/update-organization.ts'
import './mutations/delete-organization.ts'
import './mutations/upsert-contact-item.ts'
import './mutations/upsert-contact-items.ts'
import './mutations/remove-contact-item.ts'
import './mutations/upload-avatar.ts'
import './mutations/remove-avatar.ts'
import { builder } from './builder.ts'
import { placeFailures } from './place-failures.ts'

builder.queryType({ description: 'What can be read. A source that fails costs only its own fields.' })
builder.mutationType({
  description:
    'What can be changed. Every write is all or nothing as far as its input goes, and says what it did in `receipts` and what stood against it in `userErrors`. Several writes in one operation are carried out one after another; one that fails stops none of the others.',
})

const DESCRIPTION = `The people an organisation knows, wherever they are kept: in a donor CRM, an office suite, a sales tool, a door-access system, a database of its own. Each such place is a *source*.

- Read lists with \`people\`, \`users\` and \`organizations\`, over all sources or some; read one record, or several, by id with \`node\` and \`nodes\`.
- A *person* is somebody a source knows of, a *user* somebody with an account there. Both, and organizations, are *contactable*: they have a name, a picture and contact items.
- Write with the mutations. \`dryRun: true\` plans and sends nothing; the receipt of a write says what changed, what the source changed besides, and which requests were sent.
- Begin with \`sources\`: it says what there is, and what may be done there.`

/** The unified schema. Importing this file defines every type. */
export const schema = placeFailures(new GraphQLSchema({ ...builder.toSchema().toConfig(), description: DESCRIPTION }))
