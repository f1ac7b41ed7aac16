import { cacheExchange } from '@urql/exchange-graphcache'
import { Client, fetchExchange } from 'urql'

/** Relative to the page, so that it is found below any path. */
export const ENDPOINT = new URL('graphql', document.baseURI).href

const partOfItsOwner = (): null => null

/**
 * Keeps every record once, by its id: an answer to a write changes it wherever it is shown. What has no id belongs to the record
 * it was read with.
 */
export const client = new Client({
  url: ENDPOINT,
  preferGetMethod: false,
  exchanges: [
    cacheExchange({
      possibleTypes: {
        Node: ['Person', 'User', 'Organization', 'ContactItem'],
        Contactable: ['Person', 'User', 'Organization'],
        UserError: ['InvalidInputError', 'NotFoundError', 'ConflictError', 'UnsupportedError', 'SourceFailedError'],
      },
      keys: {
        Source: ({ name }) => String(name),
        Author: partOfItsOwner,
        Avatar: partOfItsOwner,
        CustomField: partOfItsOwner,
        FieldChange: partOfItsOwner,
        PartialDate: partOfItsOwner,
        PersonConnection: partOfItsOwner,
        PostalAddress: partOfItsOwner,
        SourceError: partOfItsOwner,
        SourceHealth: partOfItsOwner,
        SourceRequest: partOfItsOwner,
        SourceSlice: partOfItsOwner,
        UserConnection: partOfItsOwner,
        OrganizationConnection: partOfItsOwner,
        WriteReceipt: partOfItsOwner,
      },
    }),
    fetchExchange,
  ],
})
