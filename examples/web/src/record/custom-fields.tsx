import type { RecordFragment } from '../generated/graphql.ts'

type CustomField = NonNullable<RecordFragment['customFields']>[number]

/** Fields that the organisation defined for itself, those with a value. */
export function CustomFields({ fields }: { readonly fields: readonly CustomField[] }) {
  if (!fields.some(({ value }) => value)) return null
  return (
    <section className="card" aria-label="Custom fields">
      <h3>Custom fields</h3>
      <FieldList fields={fields} />
    </section>
  )
}

type Collection = NonNullable<Extract<RecordFragment, { readonly __typename: 'Person' }>['customCollections']>[number]

export function CustomCollections({ collections }: { readonly collections: readonly Collection[] }) {
  return collections.map(({ id, name, fields }) => (
    <section key={id} className="card" aria-label={name}>
      <h3>{name}</h3>
      <FieldList fields={fields} />
    </section>
  ))
}

function FieldList({ fields }: { readonly fields: readonly CustomField[] }) {
  return (
    <dl className="facts">
      {fields
        .filter(({ value, type }) => value || type === 'HEADING')
        .map(({ key, label, type, value }) => (
          <div key={key} data-heading={type === 'HEADING' || undefined}>
            <dt>{label ?? key}</dt>
            {type === 'HEADING' ? <dd /> : <dd>{type === 'BOOLEAN' ? (value === 'true' ? 'Yes' : 'No') : value}</dd>}
          </div>
        ))}
    </dl>
  )
}
