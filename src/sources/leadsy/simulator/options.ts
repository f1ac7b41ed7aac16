/** Where the pretended LeadsyGroup keeps its endpoints. `{id}` stands for a user's or a company's id. */
export interface LeadsyPaths {
  readonly login: string
  readonly validate: string
  readonly users: string
  readonly user: string
  readonly findByEmail: string
  readonly userAccesses: string
  readonly userAvatar: string
  readonly companies: string
  readonly company: string
  readonly companyUsers: string
  readonly companyAvatar: string
}

/** What the published reference leaves open, each with the answers that are plausible. */
export interface LeadsyOptions {
  /** The word before the token in `Authorization`; empty: the token alone. */
  readonly authorizationScheme: string
  /** Where the login's answer holds the token. */
  readonly tokenIn: 'token' | 'jwt' | 'data.token' | 'header'
  readonly listShape: 'array' | 'users' | 'counted'
  /** How many users one list answer holds at most, by `page` and `per_page`; `null`: all of them. */
  readonly listPageSize: number | null
  readonly avatarEncoding: 'raw' | 'data-uri' | 'either'
  readonly avatarRoute: 'absolute' | 'relative' | 'key'
  /** Whether a new picture lies under the old one's route. */
  readonly avatarRouteReused: boolean
  readonly avatarRemovalBy: 'query' | 'body' | 'either'
  readonly errorShape: 'error' | 'errors-list' | 'errors-by-field' | 'message' | 'bare-fields' | 'text'
  /** What an unknown id or address is answered with. */
  readonly unknown: '404' | 'null'
  readonly duplicateEmailStatus: 422 | 409
  /** What PUT does to fields that were not sent. */
  readonly updateOmitted: 'keeps' | 'clears'
  /**
   * What PUT does with accesses: the list as sent, Rails' nested attributes (by id), told apart by company and access, or everything
   * sent is added.
   */
  readonly updateAccesses: 'replaces' | 'nested' | 'keyed' | 'appends'
  readonly accessesShape: 'array' | 'wrapped'
  /** Whether a company's answer is `{"company": {…}}` or bare. */
  readonly companyWrapped: boolean
  /** Whether first and last names may be empty. */
  readonly blankNames: boolean
  /** Largest picture taken, decoded. */
  readonly maxAvatarBytes: number
  readonly paths: LeadsyPaths
}

export const DEFAULT_OPTIONS: LeadsyOptions = {
  authorizationScheme: 'Bearer',
  tokenIn: 'token',
  listShape: 'array',
  listPageSize: null,
  avatarEncoding: 'raw',
  avatarRoute: 'absolute',
  avatarRouteReused: false,
  avatarRemovalBy: 'either',
  errorShape: 'errors-by-field',
  unknown: '404',
  duplicateEmailStatus: 422,
  updateOmitted: 'clears',
  updateAccesses: 'replaces',
  accessesShape: 'array',
  companyWrapped: true,
  blankNames: false,
  maxAvatarBytes: 5 * 1024 * 1024,
  paths: {
    login: '/api/v1/users/login',
    validate: '/api/v1/users/validate_jwt',
    users: '/api/v1/users',
    user: '/api/v1/users/{id}',
    findByEmail: '/api/v1/users/find_by_email',
    userAccesses: '/api/v1/users/{id}/user_access',
    userAvatar: '/api/v1/users/avatar',
    companies: '/api/v1/companies',
    company: '/api/v1/companies/{id}',
    companyUsers: '/api/v1/companies/{id}/users',
    companyAvatar: '/api/v1/companies/avatar',
  },
}
