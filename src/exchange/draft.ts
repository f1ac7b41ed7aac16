import { isEmail } from '../model/contact-item.ts'
import { BadCard, CARD_FIELDS, type Card, type CardFields } from './card.ts'

/** A card as it is read, before blank texts are taken out of it. */
export interface Draft extends Omit<Card, 'fields'> {
  readonly fields: { readonly [Field in keyof CardFields]?: CardFields[Field] | null | undefined }
  /** The whole name in one text, where the file has that. */
  readonly fullName: string | null
}

/** The card without what is blank. */
export function toCard({ fullName: _fullName, ...draft }: Draft): Card {
  const fields = Object.fromEntries(
    CARD_FIELDS.flatMap((field) => {
      const value = draft.fields[field]
      const isBlank = value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
      return isBlank ? [] : [[field, value]]
    }),
  ) as CardFields
  const tags = [...new Set(draft.tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))]
  const organization = draft.organization?.trim() || null
  const uid = draft.uid?.trim() || null
  return {
    ...draft,
    uid,
    fields,
    tags,
    organization,
    customFields: draft.customFields.filter(({ value }) => value !== ''),
  }
}

/**
 * The draft with a name for the person, taken from the whole name or the e-mail address where the parts are not given. Throws a
 * `BadCard` where there is nothing to call anybody by, or only an organization's name.
 */
export function namedBy(draft: Draft, line: number): Draft {
  const { fields, contactItems, organization } = draft
  if ([fields.firstName, fields.lastName, fields.nickname].some((name) => name?.trim())) return draft
  const fullName = draft.fullName?.trim() ?? ''
  if (fullName !== '' && fullName === organization?.trim())
    throw new BadCard('the card is of an organization, not of a person', line)
  const email = contactItems.find(({ kind }) => kind === 'EMAIL')?.value ?? ''
  if (fullName === '' && email === '') throw new BadCard('the card has no name', line)
  if (fullName === '' || isEmail(fullName)) return { ...draft, fields: { ...fields, firstName: fullName || email } }
  const cut = fullName.lastIndexOf(' ')
  const [firstName, lastName] = cut < 0 ? [fullName, null] : [fullName.slice(0, cut), fullName.slice(cut + 1)]
  return { ...draft, fields: { ...fields, firstName, lastName } }
}
