/** Letters that Unicode does not decompose although readers take them for a plain one with something added. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  þ: 'th',
  ŧ: 't',
}
const NOT_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g')

/**
 * The text as it is compared when names are put in order or looked for: without case, accents, ligatures and half or full width
 * (NFKD), so that `Łukasz`, `lukasz` and `ＬＵＫＡＳＺ` are one. Code point order of two folded texts is the order of names.
 * Folding what is folded changes nothing.
 */
export function foldText(text: string): string {
  // ASCII, which most names are, needs none of the tables.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(NOT_PLAIN, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
}
