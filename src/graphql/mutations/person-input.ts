import type { InputFields } from '../builder.ts'
import { CustomFieldInputType } from '../custom-field.ts'
import { PartialDateInputType } from '../partial-date.ts'
import { SharingType } from '../person.ts'

/** What may be said of a person in a write. */
export function personFields(t: InputFields) {
  return {
    prefix: t.string({ description: 'What stands before the name: “Dr.”.' }),
    firstName: t.string({ description: 'Given name.' }),
    middleName: t.string({ description: 'Further given names.' }),
    lastName: t.string({ description: 'Family name.' }),
    suffix: t.string({ description: 'What stands after the name: “Jr.”.' }),
    nickname: t.string({ description: 'What they are called by those who know them.' }),
    gender: t.string({ description: 'A lower-case word that the source knows: `"female"`.' }),
    birthDate: t.field({ type: PartialDateInputType, description: 'Birthday, set as a whole.' }),
    isDeceased: t.boolean({ description: 'Whether they are known to have died.' }),
    jobTitle: t.string({ description: 'What they are in their organization: “Treasurer”.' }),
    about: t.string({ description: 'Notes about them, in free text.' }),
    interests: t.string({ description: 'What they care for, in free text.' }),
    organizationId: t.id({
      description: 'Id of the organization they belong to; one of another source is `INVALID_INPUT`.',
    }),
    sharing: t.field({ type: SharingType, description: 'Who else may use the record at the source.' }),
    managerIds: t.idList({
      description:
        'Ids of the users who look after them, in place of all that are set now. An empty list or null: nobody.',
    }),
    stage: t.string({
      description: 'Where they stand in the source’s process, by a title that the source knows: “Qualified”.',
    }),
    addTags: t.stringList({ description: 'Tags to put on the record; those it has already stay.' }),
    removeTags: t.stringList({ description: 'Tags to take off the record; those it has not are passed over.' }),
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
