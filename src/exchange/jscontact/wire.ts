import { z } from 'zod'

const text = z.string().optional().catch(undefined)
const flags = z.record(z.string(), z.boolean()).optional().catch(undefined)
const map = <Item extends z.ZodType>(item: Item) => z.record(z.string(), item).optional()
const date = z.looseObject({
  year: z.number().optional(),
  month: z.number().optional(),
  day: z.number().optional(),
  utc: z.string().optional(),
})
const parameters = z.record(z.string(), z.unknown()).optional().catch(undefined)
/** What all ways to reach somebody share. */
const reach = {
  contexts: flags,
  features: flags,
  label: text,
  pref: z.number().optional().catch(undefined),
  vCardParams: parameters,
}
const component = z.looseObject({ kind: z.string(), value: z.string() })

/** The members of a JSContact Card (RFC 9553) that are read; others pass. */
export const wireCard = z.looseObject({
  '@type': z.literal('Card').optional(),
  uid: text,
  kind: text,
  name: z.looseObject({ components: z.array(component).optional(), full: text }).optional(),
  nicknames: map(z.looseObject({ name: z.string() })),
  speakToAs: z.looseObject({ grammaticalGender: text }).optional(),
  organizations: map(z.looseObject({ name: text })),
  titles: map(z.looseObject({ name: z.string(), kind: text })),
  emails: map(z.looseObject({ address: z.string(), ...reach })),
  phones: map(z.looseObject({ number: z.string(), ...reach })),
  onlineServices: map(z.looseObject({ service: text, uri: text, user: text, vCardName: text, ...reach })),
  links: map(z.looseObject({ uri: z.string(), ...reach })),
  addresses: map(z.looseObject({ components: z.array(component).optional(), full: text, countryCode: text, ...reach })),
  anniversaries: map(z.looseObject({ kind: z.string(), date })),
  personalInfo: map(z.looseObject({ kind: z.string(), value: z.string() })),
  notes: map(z.looseObject({ note: z.string() })),
  keywords: flags,
  media: map(z.looseObject({ kind: z.string(), uri: text })),
  /** Properties that JSContact has no place for, as RFC 9555 §2.15 keeps them: `[name, parameters, type, value]`. */
  vCardProps: z
    .array(z.tuple([z.string(), z.record(z.string(), z.unknown()), z.string()], z.unknown()))
    .optional()
    .catch(undefined),
})

export type WireCard = z.output<typeof wireCard>
