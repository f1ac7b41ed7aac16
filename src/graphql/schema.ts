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

/** The unified schema. Importing this file defines every type. */
export const schema = placeFailures(builder.toSchema())
