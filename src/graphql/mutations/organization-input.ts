import type { InputFields } from '../builder.ts'
import { CustomFieldInputType } from '../custom-field.ts'
import { OrganizationKindType } from '../organization.ts'

/** What may be said of an organization in a write, its name aside: a new one must have it. */
export function organizationFields(t: InputFields) {
  return {
    kind: t.field({ type: OrganizationKindType, description: 'What it is: a company, a household.' }),
    about: t.string({ description: 'Notes about it, in free text.' }),
    website: t.field({ type: 'URL', description: 'Its web site.' }),
    parentId: t.id({ description: 'Id of the organization it is a part of, in the same source.' }),
    customFields: t.field({
      type: [CustomFieldInputType],
      description: 'New values for the custom fields named here; all others stay.',
    }),
    avatar: t.field({
      type: 'Upload',
      description: 'A picture to set, as `uploadAvatar` does, in the same request. Null takes the present one away.',
    }),
  }
}
