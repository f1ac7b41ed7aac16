import type { PostalAddress } from '../model/contact-item.ts'
import { builder } from './builder.ts'

export const PostalAddressType = builder.objectRef<PostalAddress>('PostalAddress')

PostalAddressType.implement({
  description: 'The parts of a postal address, as far as the source tells them apart.',
  fields: (t) => ({
    street: t.exposeString('street', {
      description: 'Street and number; several lines are separated by line breaks. Null: not known.',
    }),
    city: t.exposeString('city', { description: 'Town or city. Null: not known.' }),
    region: t.exposeString('region', { description: 'State, province or county: `"CA"`. Null: not known.' }),
    postalCode: t.exposeString('postalCode', { description: 'Postal or ZIP code. Null: not known.' }),
    country: t.exposeString('country', {
      description: 'Country, as the source writes it: a name or an ISO 3166 code. Null: not known.',
    }),
  }),
})

export const PostalAddressInputType = builder.inputType('PostalAddressInput', {
  description:
    'The parts of a postal address. When an address is changed, a part that is left out stays as it is and null clears it.',
  fields: (t) => ({
    street: t.string({ description: 'Street and number; several lines are separated by line breaks.' }),
    city: t.string({ description: 'Town or city.' }),
    region: t.string({ description: 'State, province or county: `"CA"`.' }),
    postalCode: t.string({ description: 'Postal or ZIP code.' }),
    country: t.string({ description: 'Country: a name or an ISO 3166 code, whichever the source uses.' }),
  }),
})
