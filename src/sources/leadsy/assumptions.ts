import type { Assumption } from '../definition.ts'

/** What is not published of this vendor: see "Not proven" in readme.md. */
export const LEADSY_ASSUMPTIONS: readonly Assumption[] = [
  { setting: 'authorizationScheme', fact: 'the word before the token in the Authorization header' },
  { setting: 'loginPath', fact: 'where one signs in' },
  { setting: 'loginFields.username', fact: "where the login's body holds the user name" },
  { setting: 'loginFields.password', fact: "where the login's body holds the password" },
  { setting: 'tokenAt', fact: "where the login's answer holds the token" },
  { setting: 'paths.validate', fact: 'what tells whether a token is good' },
  { setting: 'paths.users', fact: 'where users are listed' },
  { setting: 'paths.user', fact: 'where one user is read and updated' },
  { setting: 'paths.findByEmail', fact: 'where a user is found by e-mail address' },
  { setting: 'paths.userAvatar', fact: "where a user's picture is removed" },
  { setting: 'paths.companies', fact: 'where companies are listed' },
  { setting: 'paths.company', fact: 'where one company is read' },
  { setting: 'paths.companyUsers', fact: 'where the users of a company are listed' },
  { setting: 'paths.companyAvatar', fact: "where a company's picture is set" },
  { setting: 'pageSize', fact: 'whether lists come in pages' },
  { setting: 'avatarEncoding', fact: 'how a picture is written in JSON' },
  { setting: 'avatarBaseUrl', fact: "what a picture's path is resolved against" },
  { setting: 'avatarRemovalBy', fact: 'where the request that removes a picture names the user' },
  { setting: 'maxAvatarBytes', fact: 'the largest picture that is taken' },
  { setting: 'avatarTypes', fact: 'the types of pictures that are taken' },
  { setting: 'maxRequestBytes', fact: 'the largest request that is taken' },
  { setting: 'accessesOnUpdate', fact: 'what an update does to accesses' },
  { setting: 'statuses', fact: 'the words for the state of a user' },
]
