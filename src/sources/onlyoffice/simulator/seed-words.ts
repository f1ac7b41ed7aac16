import { createHash } from 'node:crypto'
import { paintPng, type StoredPicture } from './pictures.ts'

/** What invented people are made of. */
export const FIRST_NAMES = [
  'Anja',
  'Bela',
  'Chiara',
  'Dorian',
  'Esra',
  'Farid',
  'Greta',
  'Hugo',
  'Ines',
  'Jonas',
] as const
export const LAST_NAMES = ['Ahorn', 'Birke', 'Zeder', 'Douglas', 'Eiche', 'Fichte', 'Ginkgo', 'Holunder'] as const
export const CITIES = ['Lübeck', 'Porto', 'Riga', 'Graz', 'Ghent', 'Turku', 'Brno', 'Split'] as const
export const COUNTRIES = [
  'Germany',
  'Portugal',
  'Latvia',
  'Austria',
  'Belgium',
  'Finland',
  'Czechia',
  'Croatia',
] as const
export const JOBS = ['Manager', 'Baker', 'Gardener', 'Teacher', 'Programmer', 'Nurse', 'Driver', ''] as const
export const DAY_MS = 86_400_000

/** A GUID that is always the same for the same text. */
export function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

export function seedPicture(number: number): StoredPicture {
  return {
    bytes: paintPng(64, [(number * 37) % 256, (number * 91) % 256, (number * 53) % 256]),
    contentType: 'image/png',
    stamp: 900_000 + number,
  }
}
