import { type FormEvent, useEffect, useRef, useState } from 'react'
import {
  type RecordFragment,
  UpdateOrganizationDocument,
  UpdatePersonDocument,
  UpdateUserDocument,
} from '../generated/graphql.ts'
import { Problems, problemAt } from '../write/problems.tsx'
import { sendWrite, type Write, type Writing } from '../write/use-write.ts'
import { FieldInput } from './field-input.tsx'
import { customName, DATE_PARTS, FIELDS, type Field, type Patch, patchOf, type Values, valuesOf } from './fields.ts'

interface EditFormProps {
  readonly record: RecordFragment
  readonly writing: Writing
  readonly onSaved: () => void
  readonly onCancel: () => void
}

/** The record's fields as a form. Nothing is saved before its plan was seen. */
export function EditForm({ record, writing, onSaved, onCancel }: EditFormProps) {
  const [before] = useState(() => valuesOf(record))
  const [values, setValues] = useState<Values>(before)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])

  const changed = Object.keys(values).filter((name) => values[name] !== before[name])
  const { state } = writing
  const problems = state.step === 'refused' ? state.problems : []
  const customFields = (record.customFields ?? []).map(toField)
  const review = (event: FormEvent): void => {
    event.preventDefault()
    writing.begin(`Save ${record.displayName}?`, updateOf(record, patchOf(record, before, values)), onSaved)
  }
  const inputOf = (field: Field) => (
    <FieldInput
      key={field.name}
      field={field}
      values={values}
      changed={(field.input === 'date' ? DATE_PARTS.map((part) => `${field.name}.${part}`) : [field.name]).some(
        (name) => changed.includes(name),
      )}
      problem={problemAt(problems, field.name)}
      onChange={(name, value) => setValues({ ...values, [name]: value })}
    />
  )
  return (
    <form ref={form} className="card edit" aria-label={`Edit ${record.displayName}`} onSubmit={review}>
      <h3>Edit</h3>
      <div className="inputs">{FIELDS[record.__typename].map(inputOf)}</div>
      {customFields.length > 0 ? (
        <fieldset>
          <legend>Custom fields</legend>
          <div className="inputs">{customFields.map(inputOf)}</div>
        </fieldset>
      ) : null}
      <Problems problems={problems} />
      <footer>
        <button type="button" className="quiet" onClick={onCancel}>
          Cancel
        </button>
        <button type="submit" className="primary" disabled={changed.length === 0 || state.step === 'planning'}>
          {state.step === 'planning' ? 'Planning…' : 'Review changes'}
        </button>
      </footer>
    </form>
  )
}

type CustomField = NonNullable<RecordFragment['customFields']>[number]

const YES_NO = [
  ['true', 'Yes'],
  ['false', 'No'],
] as const

function toField({ key, label, type, options }: CustomField): Field {
  const name = customName(key)
  if (type === 'BOOLEAN') return { name, label: label ?? key, input: 'choice', options: YES_NO }
  if (type === 'CHOICE' && options) {
    return { name, label: label ?? key, input: 'choice', options: options.map((option) => [option, option] as const) }
  }
  return { name, label: label ?? key, input: type === 'HEADING' ? 'heading' : 'text' }
}

/** The write for this type of record, refused where somebody else has written since it was read. */
function updateOf(record: RecordFragment, patch: Patch): Write {
  const target = { id: record.id, ifVersion: record.version, ...patch }
  if (record.__typename === 'Person')
    return (options) => sendWrite(UpdatePersonDocument, { input: { ...target, ...options } })
  if (record.__typename === 'User')
    return (options) => sendWrite(UpdateUserDocument, { input: { ...target, ...options } })
  return (options) => sendWrite(UpdateOrganizationDocument, { input: { ...target, ...options } })
}
