import { type ReactNode, useEffect, useRef } from 'react'
import { Icon } from '../parts/icon.tsx'
import { Dialog } from './dialog.tsx'
import { Problems } from './problems.tsx'
import { Receipt } from './receipt.tsx'
import type { Writing } from './use-write.ts'

/** The plan of a write before it is saved, and its receipt after it. */
export function WritePanel({ writing }: { readonly writing: Writing }) {
  const { state, cancel } = writing
  if (state.step === 'planned' || state.step === 'saving') {
    const { title, plan, save } = state
    const nothing = plan.receipts.every(({ requests }) => requests.length === 0)
    return (
      <Dialog title={title} onClose={cancel}>
        <div className="dialog-body">
          {plan.receipts.map((receipt) => (
            <Receipt key={receipt.source.name} receipt={receipt} />
          ))}
        </div>
        <footer>
          <button type="button" className="quiet" onClick={cancel}>
            {nothing ? 'Close' : 'Go back'}
          </button>
          {nothing ? null : (
            <button type="button" className="primary" disabled={state.step === 'saving'} onClick={save}>
              {state.step === 'saving' ? 'Saving…' : 'Save'}
            </button>
          )}
        </footer>
      </Dialog>
    )
  }
  if (state.step === 'done') {
    const { receipts, userErrors } = state.answer
    return (
      <Panel
        tone={userErrors.length > 0 ? 'error' : 'done'}
        title={userErrors.length > 0 ? 'Not done' : 'Receipt'}
        onClose={cancel}
      >
        <Problems problems={userErrors} />
        {receipts.map((receipt) => (
          <Receipt key={receipt.source.name} receipt={receipt} />
        ))}
      </Panel>
    )
  }
  return null
}

interface PanelProps {
  readonly tone: 'done' | 'error'
  readonly title: string
  readonly children: ReactNode
  readonly onClose: () => void
}

/** Takes the focus when it comes, so that it is read out, and seen. */
function Panel({ tone, title, children, onClose }: PanelProps) {
  const panel = useRef<HTMLElement>(null)
  useEffect(() => panel.current?.focus(), [])
  return (
    <section ref={panel} className="panel" data-tone={tone} aria-label={title} tabIndex={-1}>
      <header>
        <Icon name={tone === 'done' ? 'check' : 'warning'} />
        <h3>{title}</h3>
        <button type="button" className="bare" aria-label={`Dismiss ${title.toLowerCase()}`} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {children}
    </section>
  )
}
