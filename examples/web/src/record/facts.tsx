import type { ReactNode } from 'react'
import type { RecordFragment } from '../generated/graphql.ts'
import { ViewLink } from '../parts/link.tsx'
import { formatDate, formatDay, formatMoment } from './dates.ts'

/** `null`, and it is not shown: nothing is known. */
type Fact = readonly [label: string, value: ReactNode]

/** What is known of a record, apart from ways to reach it. */
export function Facts({ record }: { readonly record: RecordFragment }) {
  const facts = [...FACTS[record.__typename](record as never), ...originOf(record)]
  return (
    <section className="card" aria-label="Details">
      <h3>Details</h3>
      <dl className="facts">
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

type Of<Type extends RecordFragment['__typename']> = Extract<RecordFragment, { readonly __typename: Type }>

const FACTS: { readonly [Type in RecordFragment['__typename']]: (record: Of<Type>) => readonly Fact[] } = {
  Person: (person) => [
    ['Prefix', person.prefix],
    ...namesOf(person),
    ['Suffix', person.suffix],
    ['Birthday', formatDate(person.birthDate)],
    ['Age', person.birthDate?.year || !person.approximateAge ? null : `about ${person.approximateAge}`],
    ['Gender', person.gender],
    ['Role there', person.organizationRole && ROLES[person.organizationRole]],
    ['Seen by', person.sharing && SHARING[person.sharing]],
    [
      'Looked after by',
      person.managers?.length ? person.managers.map((user) => <ToRecord key={user.id} to={user} />) : null,
    ],
    ['Interests', person.interests],
    ['About', person.about],
  ],
  User: (user) => [
    ...namesOf(user),
    ['Signs in as', user.username],
    ['Department', user.department],
    ['Location', user.location],
    ['Reports to', user.manager && <ToRecord to={user.manager} />],
    ['Groups', user.groups?.map(({ name }) => name).join(', ')],
    [
      'May do',
      user.accesses
        ?.map((access) => [access.name, access.organization?.displayName].filter(Boolean).join(' at '))
        .join(', '),
    ],
    ['Birthday', formatDate(user.birthDate)],
    ['Gender', user.gender],
    ['Language', user.locale],
    ['With us since', user.hiredOn && formatDay(user.hiredOn)],
    ['Left on', user.terminatedOn && formatDay(user.terminatedOn)],
    ['About', user.about],
  ],
  Organization: ({ website, parent, about }) => [
    ['Website', website && <WebLink url={website} />],
    ['Part of', parent && <ToRecord to={parent} />],
    ['About', about],
  ],
}

const ROLES = { PRIMARY: 'First to turn to', SECONDARY: 'Second to turn to', MEMBER: 'Member' } as const
const SHARING = {
  PRIVATE: 'Nobody else',
  READ: 'Everybody there',
  READ_WRITE: 'Everybody there, who may change it',
} as const

function namesOf(record: Of<'Person'> | Of<'User'>): readonly Fact[] {
  return [
    ['First name', record.firstName],
    ['Middle name', record.middleName],
    ['Last name', record.lastName],
    ['Nickname', record.nickname],
  ]
}

function originOf(record: RecordFragment): readonly Fact[] {
  const by = record.__typename === 'Person' ? record : null
  const at = (moment: string | null, author: string | undefined) =>
    moment && `${formatMoment(moment)}${author ? ` by ${author}` : ''}`
  return [
    ['Created', at(record.createdAt, by?.createdBy?.displayName)],
    ['Last changed', at(record.updatedAt, by?.updatedBy?.displayName)],
    [`Id at ${record.source.name}`, <code key="id">{record.sourceId}</code>],
  ]
}

function ToRecord({ to }: { readonly to: { readonly id: string; readonly displayName: string } }) {
  return <ViewLink to={{ record: to.id }}>{to.displayName}</ViewLink>
}

/** Some sources keep addresses without the scheme; one that is no web address is text. */
export function WebLink({ url }: { readonly url: string }) {
  const address = /^https?:\/\//i.test(url) ? url : `https://${url}`
  if (!URL.canParse(address)) return url
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {url.replace(/^https?:\/\//i, '').replace(/\/$/, '')}
    </a>
  )
}
