import type { ContactItemKind, ContactItemType } from '../model/contact-item.ts'

/** Words of address books for the same use; `null`: says nothing. */
const WORDS: Readonly<Record<string, string | null>> = {
  cell: 'mobile',
  cellular: 'mobile',
  iphone: 'mobile',
  handy: 'mobile',
  private: 'home',
  personal: 'home',
  business: 'work',
  office: 'work',
  company: 'work',
  job: 'work',
  homepage: null,
  page: null,
  web: null,
  site: null,
  url: null,
  internet: null,
  email: null,
  mail: null,
  e: null,
  voice: null,
  phone: null,
  address: null,
  website: null,
  pref: null,
  primary: null,
  main: null,
  msg: null,
  text: null,
  video: null,
  isdn: null,
  dom: null,
  intl: null,
  parcel: null,
}

/** How much a word tells: a fax at work is a fax before it is at work. */
const WEIGHTS: Readonly<Record<string, number>> = { home: 2, work: 2, other: 1 }
const STRONG = 4

/** Words that address books use as labels of their own accord; anything else somebody has written. */
const USUAL = /^(?:home|work|mobile|fax|pager|other|car|postal|billing|profile|custom|default)$/

/** What words such as `CELL`, `HomePhone` or `Work Email` say an item is used for, in lower case. */
export function readUsage(words: readonly string[]): readonly string[] {
  const found = words
    .flatMap((word) =>
      word
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u),
    )
    .flatMap((word) => (word in WORDS ? (WORDS[word] ?? []) : word === '' ? [] : word))
  return [...new Set(found)]
}

/** The label that somebody has given, or `null` where it is a word for the use that every address book has. */
export function readLabel(text: string): string | null {
  const trimmed = text.trim()
  return trimmed === '' || readUsage([trimmed]).every((word) => USUAL.test(word)) ? null : trimmed
}

/** What an item of this type is used for. */
export function usageOf({ name, category }: ContactItemType): readonly string[] {
  return readUsage([category ?? '', name])
}

/** The source's type that fits best; `null` where none does, so that the source's usual one is taken. */
export function chooseType(
  kind: ContactItemKind,
  usage: readonly string[],
  types: readonly ContactItemType[],
): ContactItemType | null {
  let best: ContactItemType | null = null
  let bestScore = 0
  for (const type of types) {
    if (type.kind !== kind) continue
    const score = scoreOf(usage, readUsage([type.category ?? '', type.name, type.id]))
    if (score > bestScore) [best, bestScore] = [type, score]
  }
  return best
}

function scoreOf(wanted: readonly string[], words: readonly string[]): number {
  const weigh = (word: string) => WEIGHTS[word] ?? STRONG
  const fitting = words.filter((word) => wanted.includes(word)).reduce((sum, word) => sum + weigh(word), 0)
  // A fax number is no good where a telephone at work is meant.
  const foreign = words.filter((word) => /^(?:fax|pager|mobile)$/.test(word) && !wanted.includes(word))
  return fitting - foreign.length * STRONG
}
