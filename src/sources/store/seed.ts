import { createHash } from 'node:crypto'
import { foldText } from '../../model/fold.ts'
import type { CustomFieldDefinition, PartialDate } from '../../model/record.ts'
import type { RecordType } from '../../model/ref.ts'
import type { PatchOf } from '../source.ts'
import type { Database } from './database.ts'
import { createIds } from './ids.ts'
import { GROUPS, ORGANIZATIONS, PEOPLE, USERS } from './seed-data.ts'
import { addContactItem, type ContactItemBody } from './write-contact-item.ts'
import { createRecord } from './write-record.ts'
import { finishRecord, type Target, type Writer } from './writer.ts'

/** When the invented people were entered. */
const SEEDED_AT = Date.UTC(2026, 0, 5, 9)

/**
 * Fills an empty database with invented people, the same ones with the same ids every time, in one transaction. Leaves a
 * database alone that holds anybody.
 */
export async function seedDatabase(
  database: Database,
  source: string,
  definitions: readonly CustomFieldDefinition[],
): Promise<void> {
  await database.transaction().execute(async (tx) => {
    const anybody = await tx.selectFrom('records').select('pk').limit(1).executeTakeFirst()
    if (anybody !== undefined) return
    const newId = seededIds()
    // Dated a minute apart, so that orders by time have something to put in order.
    const at = (minute: number): Writer => ({
      tx,
      source,
      newId,
      now: new Date(SEEDED_AT + minute * 60_000).toISOString(),
    })
    const organizations = await seedOrganizations(at)
    const users = await seedUsers(at, organizations)
    await seedPeople(at, organizations, users, definitions)
  })
}

async function seedOrganizations(at: (minute: number) => Writer): Promise<readonly Target[]> {
  const targets: Target[] = []
  for (const [index, { name, kind, city, country, website }] of ORGANIZATIONS.entries()) {
    const address = { street: `${index + 1} Example Street`, city, region: null, postalCode: `100 0${index}`, country }
    const items = [item('work-address', '', { address })]
    if (website !== null) items.push(item('work-email', `hello@${new URL(website).hostname}`))
    targets.push(await seedRecord(at(index), 'Organization', { name, kind, website }, items))
  }
  return targets
}

async function seedUsers(at: (minute: number) => Writer, organizations: readonly Target[]): Promise<readonly Target[]> {
  const groupIds = GROUPS.map((name) => foldText(name))
  const { tx } = at(0)
  await tx
    .insertInto('user_groups')
    .values(GROUPS.map((name, index) => ({ id: groupIds[index]!, name, manager: null })))
    .execute()
  const targets: Target[] = []
  for (const [index, [firstName, lastName, jobTitle, department, status, manager, groups]] of USERS.entries()) {
    const username = toLocalPart(firstName, lastName)
    const patch = { username, firstName, lastName, jobTitle, department, status, locale: 'en-GB' }
    const managerId = manager === null ? null : targets[manager]!.id
    const writer = at(20 + index)
    const target = await seedRecord(writer, 'User', { ...patch, managerId }, [
      item('work-email', `${username}@lighthouse.example`),
      item('mobile-phone', `+44 7700 9001${String(index).padStart(2, '0')}`),
    ])
    for (const group of groups) {
      await tx.insertInto('user_group_members').values({ user_pk: target.pk, group_id: groupIds[group]! }).execute()
    }
    await tx
      .insertInto('user_accesses')
      .values({
        id: writer.newId(),
        user_pk: target.pk,
        name: 'Staff',
        organization_id: organizations[0]!.id,
        is_primary: 1,
      })
      .execute()
    targets.push(target)
  }
  return targets
}

async function seedPeople(
  at: (minute: number) => Writer,
  organizations: readonly Target[],
  users: readonly Target[],
  definitions: readonly CustomFieldDefinition[],
): Promise<void> {
  for (const [index, [firstName, lastName, gender, birthDate, jobTitle, organization, tags]] of PEOPLE.entries()) {
    const local = toLocalPart(firstName, lastName)
    const items = [item('home-email', `${local}@mail.example`)]
    if (index % 3 !== 0) items.push(item('mobile-phone', `+1 555 010 ${String(100 + index).padStart(4, '0')}`))
    if (index % 4 === 0) items.push(item('linkedin', `https://social.example/in/${local}`, { isDefault: false }))
    await seedRecord(
      at(60 + index),
      'Person',
      {
        firstName,
        lastName,
        gender,
        birthDate: birthDate === null ? null : toDate(birthDate),
        jobTitle,
        organizationId: organization === null ? null : organizations[organization]!.id,
        managerIds: index % 5 === 0 ? [users[1 + (index % 3)]!.id] : [],
        addTags: tags,
        customFields: definitions.flatMap((definition) => {
          const value = exampleValue(definition, index)
          return value === null ? [] : [{ key: definition.key, value }]
        }),
      },
      items,
    )
  }
}

async function seedRecord<Type extends RecordType>(
  writer: Writer,
  type: Type,
  patch: PatchOf<Type>,
  items: readonly ContactItemBody[],
): Promise<Target> {
  const target = await createRecord(writer, type, patch)
  for (const body of items) await addContactItem(writer, target, body)
  await finishRecord(writer, target)
  return target
}

function item(typeId: string, value: string, more: Partial<ContactItemBody> = {}): ContactItemBody {
  return { typeId, value, label: null, isDefault: true, isOptedIn: null, ...more }
}

function toDate(text: string): PartialDate {
  const [year, month, day] = text.split('-').map((part) => (part === '' ? null : Number(part)))
  return { year: year ?? null, month: month ?? null, day: day ?? null }
}

function toLocalPart(firstName: string, lastName: string): string {
  return foldText(`${firstName}.${lastName}`).replace(/[^a-z.]/g, '')
}

/** A value that the field takes, for every other person. */
function exampleValue({ type, options }: CustomFieldDefinition, index: number): string | null {
  if (index % 2 === 1) return null
  switch (type) {
    case 'CHOICE':
      return options?.[index % options.length] ?? null
    case 'NUMBER':
      return String(index * 10)
    case 'BOOLEAN':
      return String(index % 4 === 0)
    case 'DATE':
      return `2026-01-${String(1 + (index % 28)).padStart(2, '0')}`
    case 'TEXT':
      return `Note ${index}`
    case 'HEADING':
      return null
  }
}

/** Ids that look like any others and are the same every time. */
function seededIds(): () => string {
  let count = 0
  return createIds(
    () => SEEDED_AT,
    (size) => createHash('sha256').update(`kith seed ${count++}`).digest().subarray(0, size),
  )
}
