import { useState } from 'react'
import { type ItemFragment, type RecordFragment, RemoveContactItemDocument } from '../generated/graphql.ts'
import { Icon } from '../parts/icon.tsx'
import { Problems } from '../write/problems.tsx'
import { sendWrite, type Writing } from '../write/use-write.ts'
import { ContactItemForm } from './contact-item-form.tsx'
import { WebLink } from './facts.tsx'
import type { SourceDetails } from './use-record.ts'

interface ContactItemsProps {
  readonly record: RecordFragment
  readonly source: SourceDetails
  readonly writing: Writing
}

/** Ways to reach somebody; each can be changed or removed, and others added. */
export function ContactItems({ record, source, writing }: ContactItemsProps) {
  const [open, setOpen] = useState<string | 'new' | null>(null)
  const items = record.contactItems ?? []
  const mayUpsert = source.can('CONTACT_ITEM_UPSERT')
  const mayRemove = source.can('CONTACT_ITEM_REMOVE')
  if (record.contactItems === null && !mayUpsert) return null

  const show = (which: string | null): void => {
    writing.cancel()
    setOpen(which)
  }
  const remove = (item: ItemFragment): void => {
    setOpen(null)
    const input = { id: item.id, ifVersion: record.version }
    writing.begin(
      `Remove ${item.value}?`,
      (options) => sendWrite(RemoveContactItemDocument, { input: { ...input, ...options } }),
      () => undefined,
    )
  }
  const form = (item: ItemFragment | null) => (
    <ContactItemForm
      owner={record}
      item={item}
      types={source.contactItemTypes}
      writing={writing}
      onClose={() => setOpen(null)}
      onCancel={() => show(null)}
    />
  )
  return (
    <section className="card" aria-label="Contact">
      <header>
        <h3>Contact</h3>
        {mayUpsert && open !== 'new' ? (
          <button type="button" className="bare" onClick={() => show('new')}>
            <Icon name="plus" />
            Add
          </button>
        ) : null}
      </header>
      {open === 'new' ? form(null) : null}
      {open === null && writing.state.step === 'refused' ? <Problems problems={writing.state.problems} /> : null}
      {items.length === 0 && open !== 'new' ? <p className="hint">No way to reach them is known.</p> : null}
      <ul className="items">
        {items.map((item) =>
          open === item.id ? (
            <li key={item.id}>{form(item)}</li>
          ) : (
            <li key={item.id} className="item">
              <Icon name={item.kind} />
              <span className="item-text">
                <span className="item-value">
                  <ItemValue item={item} />
                </span>
                <span className="item-line">
                  {[item.type?.name, item.label].filter(Boolean).join(' · ')}
                  {item.isDefault ? <span className="tag">Default</span> : null}
                  {item.isOptedIn === false ? <span className="tag">Opted out</span> : null}
                </span>
              </span>
              <span className="item-actions">
                {mayUpsert ? (
                  <button
                    type="button"
                    className="bare"
                    aria-label={`Change ${item.value}`}
                    onClick={() => show(item.id)}
                  >
                    <Icon name="edit" />
                  </button>
                ) : null}
                {mayRemove ? (
                  <button
                    type="button"
                    className="bare"
                    aria-label={`Remove ${item.value}`}
                    onClick={() => remove(item)}
                  >
                    <Icon name="remove" />
                  </button>
                ) : null}
              </span>
            </li>
          ),
        )}
      </ul>
    </section>
  )
}

function ItemValue({ item: { kind, value } }: { readonly item: ItemFragment }) {
  if (kind === 'EMAIL') return <a href={`mailto:${value}`}>{value}</a>
  if (kind === 'PHONE') return <a href={`tel:${value.replace(/[^+\d]/g, '')}`}>{value}</a>
  if (kind === 'URL' || (kind === 'SOCIAL' && /^https?:/i.test(value))) return <WebLink url={value} />
  return value
}
