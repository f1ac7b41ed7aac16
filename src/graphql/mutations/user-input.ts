import type { InputFields } from '../builder.ts'
import { CustomFieldInputType } from '../custom-field.ts'
import { PartialDateInputType } from '../partial-date.ts'
import { UserStatusType } from '../user.ts'

/** What may be said of a user in a write. */
export function userFields(t: InputFields) {
  return {
    firstName: t.string({ description: 'Given name.' }),
    middleName: t.string({ description: 'Further given names.' }),
    lastName: t.string({ description: 'Family name.' }),
    nickname: t.string({ description: 'What they are called by those who know them.' }),
    gender: t.string({ description: 'A lower-case word that the source knows: `"female"`.' }),
    birthDate: t.field({ type: PartialDateInputType, description: 'Birthday, set as a whole.' }),
    jobTitle: t.string({ description: 'What they are in their organization: “Treasurer”.' }),
    department: t.string({ description: 'The part of the organization they work in.' }),
    location: t.string({ description: 'Where they work: an office, a town.' }),
    about: t.string({ description: 'Notes about them, in free text.' }),
    email: t.string({ description: 'The e-mail address of the account: `"ada@example.org"`.' }),
    status: t.field({
      type: UserStatusType,
      description: 'Whether the account can be used. `UNKNOWN` can not be set.',
    }),
    managerId: t.id({ description: 'Id of the user they report to, in the same source.' }),
    locale: t.string({ description: 'Their language and region as a BCP 47 tag: `"de-CH"`.' }),
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
