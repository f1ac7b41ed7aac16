import type { ReactNode } from 'react'
import type { CombinedError } from 'urql'
import { Icon } from './icon.tsx'

/** What went wrong, in sentences for people. */
export function sentencesOf(error: CombinedError): readonly string[] {
  if (error.networkError) return ['kith does not answer. Is it running?']
  return [...new Set(error.graphQLErrors.map(({ message }) => message))]
}

interface NoticeProps {
  readonly tone?: 'warning' | 'error' | 'calm'
  readonly children: ReactNode
  readonly onRetry?: (() => void) | undefined
}

/** A line that says what is missing and why, and lets one try again where that may help. */
export function Notice({ tone = 'warning', children, onRetry }: NoticeProps) {
  return (
    <div className="notice" data-tone={tone} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon name="warning" />
      <div>{children}</div>
      {onRetry ? (
        <button type="button" className="quiet" onClick={onRetry}>
          Try again
        </button>
      ) : null}
    </div>
  )
}
