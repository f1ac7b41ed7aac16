import type { Directory } from '../../directory/directory.ts'
import type { Card } from '../../exchange/card.ts'
import { idInUid } from '../../exchange/outgoing.ts'
import { isUsable } from '../../exchange/to-item-changes.ts'
import { hasNameOf } from '../../exchange/to-patch.ts'
import { sameValue } from '../../model/contact-item.ts'
import { sameJson } from '../../model/json.ts'
import type { Person } from '../../model/person.ts'
import type { PersonFilter } from '../../model/query.ts'
import { decodeId } from '../../model/ref.ts'

export interface Looking {
  readonly directory: Directory
  readonly source: string
  readonly filters: ReadonlySet<keyof PersonFilter>
  /** Whether nobody else has become this person. */
  readonly isFree: (person: Person) => boolean
  /** True: an import was cut off when it was about to make this person, whose contact items may then not be there yet. */
  readonly isHalfMade: boolean
}

/** Of one card: more addresses than this find nobody whom the first ones did not. */
const MAX_VALUES = 3
const PAGE = 20

/**
 * The person a card is about, whom no import has brought here before. The first of these: the person whose export the card is;
 * one with an e-mail address of the card's and its name; one with a telephone number of the card's and its name; and, where
 * neither the card nor the person can be reached at all, one with its name and no other birthday or job title. Of several the first
 * in the source's order. `null`: nobody.
 */
export async function findPerson(card: Card, looking: Looking): Promise<Person | null> {
  const { directory, source, filters, isFree, isHalfMade } = looking
  const id = idInUid(card.uid)
  const named = id === null ? null : decodeId(id)
  if (id !== null && named?.type === 'Person' && named.source === source) {
    const person = await directory.people.load(id)
    if (person !== null && isFree(person)) return person
  }
  const items = card.contactItems.filter((item) => isUsable(item))
  const among = async (filter: PersonFilter, isMeant: (person: Person) => boolean | Promise<boolean>) => {
    for (const person of await listPeople(filter, looking)) {
      if (hasNameOf(person, card) && (await isMeant(person)) && isFree(person)) return person
    }
    return null
  }
  for (const [kind, filter] of [
    ['EMAIL', 'email'],
    ['PHONE', 'phone'],
  ] as const) {
    if (!filters.has(filter)) continue
    const values = items.filter((item) => item.kind === kind).slice(0, MAX_VALUES)
    for (const { value } of values) {
      const found = await among({ [filter]: value }, () => true)
      if (found !== null) return found
    }
  }
  if (!filters.has('search')) return null
  const { firstName = '', lastName = '', nickname = '' } = card.fields
  const search = [firstName, lastName].join(' ').trim() || nickname
  const isReachable = items.some(({ kind }) => kind === 'EMAIL' || kind === 'PHONE')
  if (isReachable && !isHalfMade && filters.has('email') && filters.has('phone')) return null
  return among({ search }, async (person) => {
    const theirs = (await directory.withPart(person, 'contactItems')).contactItems ?? []
    // Where the source has no filter for it, the value itself tells.
    const isShared = theirs.some((one) =>
      items.some((item) => item.kind === one.kind && sameValue(one.kind, one.value, item.value)),
    )
    if (isShared) return true
    if (isHalfMade) return theirs.length === 0
    const canBeReached = theirs.some(({ kind }) => kind === 'EMAIL' || kind === 'PHONE')
    return !isReachable && !canBeReached && !contradicts(person, card)
  })
}

function contradicts({ birthDate, jobTitle }: Person, { fields }: Card): boolean {
  const differ = <T>(a: T | null, b: T | undefined) => a !== null && b !== undefined && !sameJson(a, b)
  return differ(birthDate, fields.birthDate) || differ(jobTitle, fields.jobTitle)
}

/** The first page of them. A filter that the source can't do after all finds nobody. */
async function listPeople(filter: PersonFilter, { directory, source }: Looking): Promise<readonly Person[]> {
  const page = { first: PAGE, after: null, last: null, before: null }
  const { edges, slices } = await directory.people.list({ ...page, filter, order: null, sources: [source] })
  const error = slices.find((slice) => slice.error !== null)?.error
  if (error && error.code !== 'UNSUPPORTED' && error.code !== 'INVALID_INPUT') throw error
  return edges.map(({ node }) => node)
}
