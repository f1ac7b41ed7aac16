import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import {
  type ContactItemKind,
  type ItemFragment,
  type RecordFragment,
  UpsertContactItemDocument,
  type UpsertContactItemInput,
} from '../generated/graphql.ts'
import { Problems, problemAt } from '../write/problems.tsx'
import { sendWrite, type Writing } from '../write/use-write.ts'
import type { SourceDetails } from './use-record.ts'

interface ContactItemFormProps {
  readonly owner: RecordFragment
  /** `null`: a new one. */
  readonly item: ItemFragment | null
  /** The source's own types; none where it has none. */
  readonly types: SourceDetails['contactItemTypes']
  readonly writing: Writing
  readonly onClose: () => void
  readonly onCancel: () => void
}

const KINDS: readonly (readonly [ContactItemKind, string])[] = [
  ['EMAIL', 'E-mail'],
  ['PHONE', 'Telephone'],
  ['ADDRESS', 'Postal address'],
  ['URL', 'Web page'],
  ['MESSAGING', 'Messenger'],
  ['SOCIAL', 'Social network'],
  ['OTHER', 'Other'],
]

const ADDRESS_PARTS = [
  ['street', 'Street'],
  ['city', 'City'],
  ['region', 'Region'],
  ['postalCode', 'Postal code'],
  ['country', 'Country'],
] as const

type Address = Readonly<Record<(typeof ADDRESS_PARTS)[number][0], string>>

/** Adds a contact item, or changes one. */
export function ContactItemForm({ owner, item, types, writing, onClose, onCancel }: ContactItemFormProps) {
  const choices =
    types.length > 0
      ? types.map(({ id, name, kind }) => [id, name, kind] as const)
      : KINDS.map(([kind, name]) => [kind, name, kind] as const)
  const [choice, setChoice] = useState(item?.type?.id ?? item?.kind ?? choices[0]?.[0] ?? '')
  const [value, setValue] = useState(item?.value ?? '')
  const [address, setAddress] = useState<Address>(() => addressOf(item))
  const [isDefault, setDefault] = useState(item?.isDefault ?? false)
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input[type=text]')?.focus(), [])

  const kind = choices.find(([key]) => key === choice)?.[2] ?? item?.kind ?? 'OTHER'
  const problems = writing.state.step === 'refused' ? writing.state.problems : []
  const problem = problemAt(problems, 'value') ?? problemAt(problems, 'address')
  const review = (event: FormEvent): void => {
    event.preventDefault()
    const input: UpsertContactItemInput = {
      ownerId: owner.id,
      ifVersion: owner.version,
      ...(item && { id: item.id }),
      ...(types.length > 0 ? choice !== item?.type?.id && { typeId: choice } : !item && { kind }),
      ...(kind === 'ADDRESS' ? { address: emptied(address) } : { value }),
      ...(isDefault !== (item?.isDefault ?? false) && { isDefault }),
    }
    const title = item ? `Change ${item.value}?` : 'Add this?'
    writing.begin(
      title,
      (options) => sendWrite(UpsertContactItemDocument, { input: { ...input, ...options } }),
      onClose,
    )
  }
  return (
    <form
      ref={form}
      className="item-form"
      aria-label={item ? `Change ${item.value}` : 'Add a contact item'}
      onSubmit={review}
    >
      <div className="inputs">
        <div className="input">
          <label htmlFor={`${id}-type`}>Type</label>
          <select id={`${id}-type`} value={choice} onChange={({ target }) => setChoice(target.value)}>
            {choices.map(([key, name]) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </div>
        {kind === 'ADDRESS' ? (
          ADDRESS_PARTS.map(([part, label]) => (
            <div key={part} className="input">
              <label htmlFor={`${id}-${part}`}>{label}</label>
              <input
                id={`${id}-${part}`}
                type="text"
                value={address[part]}
                onChange={({ target }) => setAddress({ ...address, [part]: target.value })}
              />
            </div>
          ))
        ) : (
          <div className="input">
            <label htmlFor={`${id}-value`}>{KINDS.find(([one]) => one === kind)?.[1] ?? 'Value'}</label>
            <input
              id={`${id}-value`}
              type="text"
              required
              value={value}
              aria-invalid={problem !== undefined || undefined}
              onChange={({ target }) => setValue(target.value)}
            />
          </div>
        )}
      </div>
      <label className="check">
        <input type="checkbox" checked={isDefault} onChange={({ target }) => setDefault(target.checked)} />
        The one to use first
      </label>
      <Problems problems={problems} />
      <footer>
        <button type="button" className="quiet" onClick={onCancel}>
          Cancel
        </button>
        <button type="submit" className="primary" disabled={writing.state.step === 'planning'}>
          {writing.state.step === 'planning' ? 'Planning…' : 'Review'}
        </button>
      </footer>
    </form>
  )
}

function addressOf(item: ItemFragment | null): Address {
  const of = (part: keyof Address): string => item?.address?.[part] ?? ''
  return {
    street: of('street'),
    city: of('city'),
    region: of('region'),
    postalCode: of('postalCode'),
    country: of('country'),
  }
}

/** An empty part is none. */
function emptied(address: Address): Record<keyof Address, string | null> {
  return Object.fromEntries(ADDRESS_PARTS.map(([part]) => [part, address[part].trim() || null])) as Record<
    keyof Address,
    string | null
  >
}
