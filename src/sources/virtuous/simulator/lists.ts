/** The lists an organization configures for itself, as the pretended one has them. */
export const METHOD_TYPES = [
  'Home Email',
  'Work Email',
  'Other Email',
  'Home Phone',
  'Mobile Phone',
  'Work Phone',
  'Other Phone',
  'Fax',
  'Facebook',
  'Instagram',
  'Twitter',
  'LinkedIn',
  'Skype',
  'Zoom',
  'YouTube',
  'Web',
  'RSS',
  'Other',
  'Parish Register',
] as const

export const CONTACT_TYPES = [
  { parentType: 'Household', type: 'Household' },
  { parentType: 'Foundation', type: 'Foundation' },
  { parentType: 'Organization', type: 'Organization' },
  { parentType: 'Organization', type: 'Church' },
  { parentType: 'Organization', type: 'Company' },
] as const

/** "Hon" stands there twice, as recorded. */
export const PREFIXES = ['Ms', 'Miss', 'Mrs', 'Mr', 'Rev', 'Fr', 'Dr', 'Hon', 'Prof', 'Hon', 'Sr', 'Capt'] as const

export const INDIVIDUAL_CUSTOM_FIELDS = [
  { dataType: 'Text', name: 'Employer', displayName: 'Employer', options: [] },
  { dataType: 'List', name: 'Region', displayName: 'Region', options: ['North', 'East', 'South', 'West'] },
  { dataType: 'Number', name: 'Volunteer Hours', displayName: 'Volunteer hours', options: [] },
  { dataType: 'Boolean', name: 'Newsletter', displayName: 'Receives the newsletter', options: [] },
  { dataType: 'Date', name: 'First Visit', displayName: 'First visit', options: [] },
] as const

export const CONTACT_CUSTOM_FIELDS = [
  { dataType: 'Text', name: 'Account Manager', displayName: 'Account manager', options: [] },
  { dataType: 'List', name: 'Segment', displayName: 'Segment', options: ['Major', 'Mid', 'General'] },
] as const

export const INDIVIDUAL_COLLECTIONS = [
  { customCollectionId: 71, name: 'Education', fields: ['School', 'Degree', 'Year'] },
] as const

export const CONTACT_COLLECTIONS = [{ customCollectionId: 72, name: 'Pledge Drive', fields: ['Year', 'Team'] }] as const

export const TAGS = ['Board Member', 'Volunteer', 'Major Donor', 'Newsletter', 'Lapsed', 'Gala 2025'] as const

export const ORGANIZATION = {
  organizationUserId: 67890,
  organizationName: 'Example Org',
  organizationTimeZone: 'US/Arizona',
  organizationCulture: 'en-US',
  currentUserTimeZone: 'US/Arizona',
  isAdministrator: true,
  isEnabled: true,
} as const
