import { paintPng } from '../../src/sources/onlyoffice/simulator/pictures.ts'

/** One caller's account at every vendor: who lets it in, and what everything it holds can be recognised by. */
export interface World {
  /** What the caller sends, and the vendor is to be sent. */
  readonly token: string
  /** Stands in every text that the account holds. */
  readonly word: string
  /** Begins every telephone number. */
  readonly phone: string
  /** Red, green and blue of every picture. */
  readonly colour: readonly [number, number, number]
}

export const WORLDS: readonly [World, World] = [
  { token: 'token-of-the-first-caller', word: 'aardvark', phone: '+12027313', colour: [210, 20, 20] },
  { token: 'token-of-the-second-caller', word: 'basilisk', phone: '+12028424', colour: [20, 20, 210] },
]

/** The text as the world has it: still an e-mail address, web address, number or JSON where it was one. */
export function mark(text: string, world: World): string {
  const { word, phone } = world
  if (text === '') return text
  if (/^\S+@\S+\.\S+$/.test(text)) return `${word}.${text}`
  if (/^https?:\/\//.test(text)) return text.replace('://', `://${word}.`)
  if (/^\+?[\d\s-]{7,}$/.test(text)) return `${phone}${text.replace(/\D/g, '').slice(-3)}`
  if (text.startsWith('{')) return JSON.stringify(markAll(JSON.parse(text), world))
  return `${text} ${word}`
}

/** Every text of a record; of those fields alone, where they are named. */
export function markAll<T extends object>(record: T, world: World, fields: readonly string[] = Object.keys(record)): T {
  for (const field of fields) {
    const value: unknown = Reflect.get(record, field)
    if (typeof value === 'string') Reflect.set(record, field, mark(value, world))
  }
  return record
}

/** A picture of the world's colour; `shade` tells its pictures apart. */
export function paint({ colour }: World, shade = 0): Buffer {
  return Buffer.from(paintPng(64, colour.map((part) => part + shade) as [number, number, number]))
}

/** Whether the text holds anything of the world, be it inside a cursor or an id. */
export function holds(text: string, { word, phone, token }: World): boolean {
  const decoded = (text.match(/[\w+/-]{12,}/g) ?? []).map((part) => Buffer.from(part, 'base64').toString('latin1'))
  const marks = [word, phone.slice(1), token]
  return [text, ...decoded].some((one) => marks.some((sign) => one.toLowerCase().includes(sign)))
}
