import type { ContactItemChange, PostalAddress } from '../../model/contact-item.ts'
import type { InputFields } from '../builder.ts'
import { ContactItemKindType } from '../contact-item.ts'
import { PostalAddressInputType } from '../postal-address.ts'
import { type Given, given } from './write-input.ts'

/** What may be said of a contact item in a write. */
export function contactItemFields(t: InputFields) {
  return {
    id: t.id({
      description:
        'Id of the very item to change. Left out: the owner’s item of the same type and value, or else a new one.',
    }),
    typeId: t.id({
      description: 'Id of the source’s own type, from `Source.contactItemTypes`. Either this or `kind` for a new item.',
    }),
    kind: t.field({
      type: ContactItemKindType,
      description: 'In place of `typeId`: the source’s usual type of this kind.',
    }),
    value: t.string({
      description: 'The e-mail address, telephone number, … itself. For a postal address give `address` instead.',
    }),
    address: t.field({ type: PostalAddressInputType, description: 'The parts of a postal address.' }),
    label: t.string({ description: 'What to write beside it: “after 6 pm”.' }),
    isDefault: t.boolean({
      description:
        'True: make it the one to use among its owner’s items of the same kind, in place of the present one.',
    }),
    isOptedIn: t.boolean({ description: 'Whether its owner agreed to be reached this way.' }),
  }
}

interface ItemInput {
  readonly address?: { readonly [Part in keyof PostalAddress]?: string | null | undefined } | null | undefined
}

/** A contact item's input as the directory takes it: what was left out stays out, in the address too. */
export function toContactItemChange<Input extends ItemInput>(
  input: Input,
): Given<Omit<Input, 'address'>> & Pick<ContactItemChange, 'address'> {
  const { address, ...rest } = input
  return { ...given(rest), ...(address !== undefined && { address: address && given(address) }) }
}
