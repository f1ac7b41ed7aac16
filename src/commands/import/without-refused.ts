import type { GatewayError } from '../../model/errors.ts'
import type { WriteReceipt, WriteResult } from '../../model/receipt.ts'

/** How many parts of one card a source may refuse before the card is given up. */
const MAX_REFUSED = 30
/** Without these nobody is left to be brought. */
const NEEDED: ReadonlySet<string> = new Set(['firstName', 'lastName', 'nickname', 'id', 'source'])

/** Writes, and writes again without the part that is refused, as long as there is one and nothing has been sent; tells in `leftOut` which. */
export async function withoutRefused<Input extends object>(
  input: Input,
  write: (input: Input) => Promise<WriteResult<unknown>>,
  leftOut: string[],
): Promise<WriteResult<unknown>> {
  let [left, refused] = [input, 0]
  for (;;) {
    const result = await write(left)
    const [error] = result.userErrors
    if (error === undefined) return result
    const lesser =
      refused++ < MAX_REFUSED && isOfInput(error) && wasNotSent(result.receipts)
        ? without(left, error.path ?? [])
        : null
    if (lesser === null) return result
    leftOut.push(`${nameOf(error.path ?? [])} (${error.message})`)
    left = lesser
  }
}

/** What a path leads to, in words. */
function nameOf([field = '', , part = '']: readonly string[]): string {
  const names: Readonly<Record<string, string>> = {
    items: 'contact item',
    addTags: 'tag',
    customFields: 'custom field',
    avatar: 'photo',
  }
  return field === 'items' && ACCESSORY.has(part) ? `${part} of a contact item` : (names[field] ?? field)
}

function isOfInput({ code }: GatewayError): boolean {
  return code === 'INVALID_INPUT' || code === 'UNSUPPORTED'
}

function wasNotSent(receipts: readonly WriteReceipt[]): boolean {
  return receipts.every(({ requests, outcome }) => requests.length === 0 || outcome === 'REJECTED')
}

/** Parts of a contact item without which it is the same item. */
const ACCESSORY: ReadonlySet<string> = new Set(['label', 'isDefault', 'isOptedIn', 'typeId'])

/** The input without the part that the path leads to: a field, an entry of a list, or what an entry says besides; `null` where it can't be left out. */
function without<Input extends object>(input: Input, [field = '', index, part = '']: readonly string[]): Input | null {
  const value = (input as Readonly<Record<string, unknown>>)[field]
  if (value === undefined || NEEDED.has(field)) return null
  const { [field as keyof Input]: _refused, ...others } = input
  const place = Number(index)
  if (!Array.isArray(value) || !Number.isInteger(place) || place >= value.length) return others as Input
  const rest = value.flatMap((entry: object, at) => {
    if (at !== place) return [entry]
    if (!ACCESSORY.has(part) || !(part in entry)) return []
    return [Object.fromEntries(Object.entries(entry).filter(([name]) => name !== part))]
  })
  return (rest.length === 0 ? others : { ...others, [field]: rest }) as Input
}
