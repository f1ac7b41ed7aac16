import { type ReactNode, useId } from 'react'
import { DATE_PARTS, type Field, type Values } from './fields.ts'

interface FieldInputProps {
  readonly field: Field
  readonly values: Values
  readonly changed: boolean
  /** What the gateway has against the value. */
  readonly problem: string | undefined
  readonly onChange: (name: string, value: string) => void
}

/** A labelled input for one field, with what is wrong with it. */
export function FieldInput({ field, values, changed, problem, onChange }: FieldInputProps) {
  const id = useId()
  const { name, label, input } = field
  if (input === 'heading') return <h4 className="wide">{label}</h4>
  const attributes = {
    id,
    'aria-invalid': problem !== undefined || undefined,
    'aria-describedby': problem === undefined ? undefined : `${id}-problem`,
    value: values[name] ?? '',
    onChange: ({ target }: { readonly target: { readonly value: string } }) => onChange(name, target.value),
  }
  return (
    <div className="input" data-wide={input === 'lines' || undefined} data-changed={changed || undefined}>
      {input === 'date' ? null : <label htmlFor={id}>{label}</label>}
      {input === 'text' ? <input type="text" autoComplete="off" {...attributes} /> : null}
      {input === 'lines' ? <textarea rows={3} {...attributes} /> : null}
      {input === 'choice' ? (
        <select {...attributes}>
          <option value="">–</option>
          {field.options?.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      ) : null}
      {input === 'date' ? <DateInput field={field} values={values} onChange={onChange} /> : null}
      {problem === undefined ? null : (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  )
}

const PLACEHOLDERS = { day: 'Day', month: 'Month', year: 'Year' } as const

/** Day, month and year apart, since each may be unknown. */
function DateInput({ field, values, onChange }: Pick<FieldInputProps, 'field' | 'values' | 'onChange'>): ReactNode {
  return (
    <fieldset className="date">
      <legend>{field.label}</legend>
      {DATE_PARTS.map((part) => {
        const name = `${field.name}.${part}`
        return (
          <input
            key={part}
            type="text"
            inputMode="numeric"
            pattern="[0-9]*"
            maxLength={part === 'year' ? 4 : 2}
            aria-label={PLACEHOLDERS[part]}
            placeholder={PLACEHOLDERS[part]}
            autoComplete="off"
            value={values[name] ?? ''}
            onChange={({ target }) => onChange(name, target.value)}
          />
        )
      })}
    </fieldset>
  )
}
