import type { Assumption } from '../definition.ts'

/** What is not published of this vendor: see "Not proven" in readme.md. */
export const BLUSKY_ASSUMPTIONS: readonly Assumption[] = [
  { setting: 'successCodes', fact: 'which values of ResultCode mean success' },
  { setting: 'resultCodes', fact: 'what other values of ResultCode mean' },
  { setting: 'authorizationHeader', fact: 'the header the token goes in' },
  { setting: 'authorizationScheme', fact: 'the word before the token in it' },
  { setting: 'loginPath', fact: 'where one signs in' },
  { setting: 'generation', fact: 'which endpoints read and update one user' },
  { setting: 'paths.types', fact: 'where the types of contact items are listed' },
  { setting: 'paths.users', fact: 'where users are listed' },
  { setting: 'paths.occupancies', fact: 'where occupancies are listed' },
  { setting: 'paths.facilities', fact: 'where buildings are listed' },
  { setting: 'contactItemFields', fact: 'what a user calls the contact items and their members' },
  { setting: 'typeFields', fact: 'what the list of types calls their members' },
  { setting: 'typeKinds', fact: 'the kinds of types whose names do not tell' },
  { setting: 'usualTypes', fact: 'the usual type of a kind' },
  { setting: 'upsertKey', fact: "what tells a user's contact items apart" },
  { setting: 'takenType', fact: 'what naming a type does whose item has another value' },
  { setting: 'demotesDefault', fact: 'whether the system takes the default from its former holder' },
  { setting: 'maxAvatarBytes', fact: 'the largest photo that is taken' },
  { setting: 'avatarTypes', fact: 'the types of photos that are taken' },
  { setting: 'maxRequestBytes', fact: 'the largest request that is taken' },
]
