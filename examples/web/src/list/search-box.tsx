import { useEffect, useRef, useState } from 'react'
import { useView } from '../location.ts'
import { Icon } from '../parts/icon.tsx'

/** Long enough not to ask for every letter of fast typing, short enough to feel like an answer. */
const PAUSE_MS = 120

/** Searches as one types. The key `/` goes here from anywhere, Escape empties it. */
export function SearchBox() {
  const { view, go } = useView()
  const [text, setText] = useState(view.search)
  const [applied, setApplied] = useState(view.search)
  const input = useRef<HTMLInputElement>(null)

  // Going back changes the search as well.
  if (view.search !== applied) {
    setApplied(view.search)
    setText(view.search)
  }
  useEffect(() => {
    if (text === applied) return
    const timer = setTimeout(() => {
      setApplied(text)
      go({ search: text }, { replace: applied !== '' })
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text, applied, go])
  useEffect(() => {
    const focus = (event: KeyboardEvent): void => {
      const { target } = event
      const isTyping = target instanceof HTMLElement && target.closest('input, textarea, select, dialog')
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return
      event.preventDefault()
      input.current?.select()
    }
    window.addEventListener('keydown', focus)
    return () => window.removeEventListener('keydown', focus)
  }, [])

  return (
    <search className="search">
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        aria-label={`Search ${view.kind}`}
        aria-keyshortcuts="/"
        placeholder={`Search ${view.kind}`}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setText('')
        }}
      />
      <span className="key" aria-hidden="true">
        /
      </span>
    </search>
  )
}
