/**
 * The function, which gives for one text always the same, with what it gave remembered: of at least `count` texts, those used last,
 * and never of more than twice as many.
 */
export function remembering<T extends object | string>(count: number, tell: (text: string) => T): (text: string) => T {
  let recent = new Map<string, T>()
  let earlier: ReadonlyMap<string, T> = recent

  function remember(text: string, told: T): T {
    if (recent.size >= count) {
      earlier = recent
      recent = new Map()
    }
    recent.set(text, told)
    return told
  }

  return (text) => {
    const known = recent.get(text)
    if (known !== undefined) return known
    return remember(text, earlier.get(text) ?? tell(text))
  }
}
