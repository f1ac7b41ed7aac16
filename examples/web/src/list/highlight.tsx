/** A text in which every word searched for is marked where a word of it begins so. */
export function Highlight({ text, search }: { readonly text: string; readonly search: string }) {
  const words = search.trim().split(/\s+/).filter(Boolean).map(escapePattern)
  if (words.length === 0) return text
  const parts = text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${words.join('|')})`, 'giu'))
  return parts.map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have nothing else
    index % 2 === 1 ? <mark key={index}>{part}</mark> : part,
  )
}

function escapePattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
