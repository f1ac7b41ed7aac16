import { type ContactItemKind, formatAddress, type PostalAddress } from '../../model/contact-item.ts'
import type { CustomFieldChange } from '../../model/patch.ts'
import { SHARINGS } from '../../model/person.ts'
import { BadCard, type Card, type CardItem } from '../card.ts'
import { readDate } from '../dates.ts'
import { namedBy, toCard } from '../draft.ts'
import { idInUid } from '../outgoing.ts'
import { readLabel, readUsage } from '../usage.ts'
import { type Column, type ItemPart, readColumn } from './columns.ts'

/** How Google writes several values of one label into one cell. */
const SEPARATOR = ' ::: '
/** Google's own groups, which everybody is in. */
const SYSTEM_GROUP = /^\* /
const TRUE = /^(?:1|true|yes|y|x)$/i

export type ReadRow = (cells: readonly string[], line: number) => Card

/** What reads the rows below this heading. Throws a `BadCard` where no column says who somebody is. */
export function rowReader(headings: readonly string[]): ReadRow {
  const columns = headings.map((heading, index) => readColumn(heading, index))
  const isNamed = columns.some(
    (column) => column !== null && (column.to === 'field' || column.to === 'fullName' || column.to === 'item'),
  )
  if (!isNamed)
    throw new BadCard('no column has a heading that is known: First Name, E-mail Address, Phone 1 - Value, …', 1)
  const uidAt = columns.findIndex((column) => column?.to === 'uid')
  // Our own export says exactly what is meant, and in cells what others would split.
  return (cells, line) => readRow(cells, columns, idInUid(cells[uidAt] ?? null) !== null, line)
}

function readRow(cells: readonly string[], columns: readonly (Column | null)[], isOwn: boolean, line: number): Card {
  const fields: Record<string, string> = {}
  const special: Record<string, string> = {}
  const customs = new Map<string, { label?: string; value?: string }>()
  const customFields: CustomFieldChange[] = []
  const groups = new Map<string, Group>()
  const leftOut: string[] = []
  for (const [index, cell] of cells.entries()) {
    const column = columns[index]
    if (column == null || cell.trim() === '') continue
    if (column.to === 'field') fields[column.field] ??= isOwn ? cell : cell.trim()
    else if (column.to === 'custom') customs.set(column.group, { ...customs.get(column.group), [column.part]: cell })
    else if (column.to === 'customField') customFields.push({ key: column.key, value: cell })
    else if (column.to === 'item') {
      const group = groups.get(column.group) ?? { kind: column.kind, usage: column.usage, parts: {} }
      const before = group.parts[column.part]
      groups.set(column.group, {
        ...group,
        parts: { ...group.parts, [column.part]: before === undefined ? cell : `${before}\n${cell}` },
      })
    } else special[column.to] ??= cell
  }
  for (const { label, value } of customs.values()) if (label && value) customFields.push({ key: label, value })
  if (special.photoUrl) leftOut.push('photo (only its address is given)')
  const birthDate = readBirthDate(special)
  if (birthDate === 'wrong') leftOut.push('birthday (can not be understood)')
  return toCard(
    namedBy(
      {
        uid: special.uid ?? null,
        fields: {
          ...fields,
          gender: readGender(fields.gender),
          birthDate: birthDate === 'wrong' ? null : birthDate,
          isDeceased: special.deceased === undefined ? null : TRUE.test(special.deceased),
          sharing: SHARINGS.find((one) => one === special.sharing),
        },
        fullName: special.fullName ?? null,
        customFields,
        organization: special.organization ?? null,
        tags: readTags(special.tags, isOwn),
        contactItems: [...groups.values()].flatMap((group) => readItems(group, isOwn)),
        photo: null,
        leftOut,
      },
      line,
    ),
  )
}

/** Outlook says so of everybody whom nobody has said more of. */
function readGender(text: string | undefined): string | undefined {
  const word = text?.toLowerCase()
  return word === 'unspecified' ? undefined : word
}

function readTags(text: string | undefined, isOwn: boolean): readonly string[] {
  if (text === undefined) return []
  if (isOwn) return text.split(SEPARATOR)
  const tags = text.includes(SEPARATOR) ? text.split(SEPARATOR) : text.split(/[;,]/)
  return tags.filter((tag) => !SYSTEM_GROUP.test(tag.trim()))
}

function readBirthDate({ birthDate, birthYear, birthMonth, birthDay }: Readonly<Record<string, string>>) {
  if (birthDate !== undefined) return readDate(birthDate)
  const two = (text: string | undefined) => (text === undefined ? '' : text.trim().padStart(2, '0'))
  if (birthMonth === undefined && birthYear === undefined) return null
  return readDate(
    [birthYear?.trim() ?? '-', ...[two(birthMonth), two(birthDay)].filter((part) => part !== '')].join('-'),
  )
}

interface Group {
  readonly kind: ContactItemKind
  readonly usage: readonly string[]
  readonly parts: { readonly [Part in ItemPart]?: string }
}

/** The items of one group of columns: one, or as many as Google has put into a cell. */
function readItems({ kind, usage, parts }: Group, isOwn: boolean): readonly CardItem[] {
  const { value, label = '', type = '', service = '', typeId, ownLabel, primary, optedIn } = parts
  const isStarred = !isOwn && (label.startsWith('* ') || type.startsWith('* '))
  const said = (label || type).replace(SYSTEM_GROUP, '')
  const address = kind === 'ADDRESS' ? readAddress(parts) : null
  const values = address !== null ? [formatAddress(address)] : isOwn ? [value ?? ''] : (value ?? '').split(SEPARATOR)
  const given = isOwn ? (ownLabel ?? null) : readLabel(said)
  return values.flatMap((one, index): CardItem[] =>
    one.trim() === ''
      ? []
      : [
          {
            kind,
            typeId: typeId === undefined || typeId === '-' ? null : typeId,
            usage: readUsage([...usage, service, ...(given === null || isOwn ? [said] : [])]),
            value: one.trim(),
            address,
            label: given,
            isDefault: index === 0 && (isStarred || (primary !== undefined && TRUE.test(primary))),
            isOptedIn: optedIn === undefined ? null : TRUE.test(optedIn),
          },
        ],
  )
}

function readAddress(parts: Group['parts']): PostalAddress {
  const lines = [parts.street, parts.street2, parts.box].filter((line) => line !== undefined)
  const { city = null, region = null, postalCode = null, country = null } = parts
  const isSplit = lines.length > 0 || [city, region, postalCode, country].some((part) => part !== null)
  return { street: isSplit ? lines.join('\n') || null : (parts.value ?? null), city, region, postalCode, country }
}
