import { invalidInput } from '../../model/errors.ts'
import type { PersonPatch } from '../../model/patch.ts'
import type { Person } from '../../model/person.ts'
import type { Picture } from '../../model/picture.ts'
import { checkText } from '../../model/validate.ts'
import type { Plan } from '../source.ts'
import { blankPerson } from './blank.ts'
import { applyCustomFields, readCustomFieldChanges } from './custom-fields.ts'
import { foldTag, humanName, yearsSince } from './derived.ts'
import {
  avatarRequest,
  checkNamed,
  compact,
  differing,
  type PlanContext,
  readBirthDate,
  readGender,
  readName,
  readText,
  recordPath,
  toBody,
  toPlan,
} from './plan.ts'
import { planNew } from './plan-new.ts'
import { sortTags } from './rows.ts'

const NAME_FIELDS = ['firstName', 'lastName', 'nickname'] as const
const MAX_TAG_LENGTH = 100

export function planPersonUpdate(person: Person, patch: PersonPatch, context: PlanContext): Plan {
  const change = readPatch(patch, context)
  const after = apply(person, change, context)
  const { addTags, removeTags, customFields, ...fields } = change
  const had = new Set((person.tags ?? []).map(foldTag))
  const oldValues = new Map((person.customFields ?? []).map(({ key, value }) => [key, value]))
  const body = {
    ...differing(person, fields),
    ...some(
      'addTags',
      addTags?.filter((tag) => !had.has(foldTag(tag))),
    ),
    ...some(
      'removeTags',
      removeTags?.filter((tag) => had.has(foldTag(tag))),
    ),
    ...some(
      'customFields',
      customFields?.filter(({ key, value }) => (oldValues.get(key) ?? null) !== value),
    ),
  }
  return toPlan(person, after, [{ method: 'PATCH', path: recordPath('Person', person.ref.id), body: toBody(body) }])
}

export function planPersonCreation(patch: PersonPatch, picture: Picture | null, context: PlanContext): Plan {
  const change = readPatch(patch, context)
  const after = apply(blankPerson(), change, context)
  return planNew(blankPerson(), after, picture, [
    { method: 'POST', path: '/people', body: toBody(change) },
    ...(picture ? [avatarRequest('/people/{id}', picture)] : []),
  ])
}

function some<Key extends string, Item>(key: Key, items: readonly Item[] | undefined) {
  return items === undefined || items.length === 0 ? {} : { [key]: items }
}

/** The patch as it is to be stored. Throws `INVALID_INPUT` for what can't be. */
function readPatch(patch: PersonPatch, { definitions }: PlanContext): PersonPatch {
  return compact({
    prefix: readName('prefix', patch.prefix),
    firstName: readName('firstName', patch.firstName),
    middleName: readName('middleName', patch.middleName),
    lastName: readName('lastName', patch.lastName),
    suffix: readName('suffix', patch.suffix),
    nickname: readName('nickname', patch.nickname),
    gender: readGender(patch.gender),
    birthDate: readBirthDate(patch.birthDate),
    isDeceased: patch.isDeceased,
    jobTitle: readName('jobTitle', patch.jobTitle),
    about: readText('about', patch.about),
    interests: readText('interests', patch.interests),
    organizationId: patch.organizationId,
    sharing: patch.sharing,
    managerIds: readManagerIds(patch.managerIds),
    stage: readName('stage', patch.stage),
    addTags: readTags('addTags', patch.addTags),
    removeTags: readTags('removeTags', patch.removeTags),
    customFields: patch.customFields && readCustomFieldChanges(patch.customFields, definitions),
  }) as PersonPatch
}

function apply(person: Person, change: PersonPatch, { definitions, now }: PlanContext): Person {
  const { addTags = [], removeTags = [], customFields = [], ...fields } = change
  const changed: Person = { ...person, ...(compact(fields) as Partial<Person>) }
  const displayName = humanName(changed)
  checkNamed(displayName, change, NAME_FIELDS, 'would leave the person without a first name, last name or nickname')
  return {
    ...changed,
    displayName,
    approximateAge: changed.isDeceased ? null : yearsSince(changed.birthDate, now()),
    organizationRole: roleAfter(person, changed),
    tags: applyTags(person.tags ?? [], addTags, removeTags),
    customFields: applyCustomFields(person.customFields ?? [], customFields, definitions),
  }
}

/** Whoever joins an organization is a plain member of it at first. */
function roleAfter(before: Person, after: Person): Person['organizationRole'] {
  if (after.organizationId == null) return null
  return after.organizationId === before.organizationId ? before.organizationRole : 'MEMBER'
}

function applyTags(tags: readonly string[], add: readonly string[], remove: readonly string[]): readonly string[] {
  const byFold = new Map(tags.map((tag) => [foldTag(tag), tag]))
  for (const tag of remove) byFold.delete(foldTag(tag))
  for (const tag of add) if (!byFold.has(foldTag(tag))) byFold.set(foldTag(tag), tag)
  return sortTags([...byFold.values()])
}

function readTags(field: string, tags: readonly string[] | undefined): readonly string[] | undefined {
  const seen = new Set<string>()
  return tags?.map((tag, index) => {
    checkText([field, String(index)], tag, { max: MAX_TAG_LENGTH, required: true })
    if (seen.has(foldTag(tag))) throw invalidInput([field, String(index)], 'is named twice')
    seen.add(foldTag(tag))
    return tag.trim()
  })
}

function readManagerIds(ids: readonly string[] | null | undefined): readonly string[] | undefined {
  const repeated = ids?.findIndex((id, index) => ids.indexOf(id) !== index) ?? -1
  if (repeated >= 0) throw invalidInput(['managerIds', String(repeated)], 'is named twice')
  return ids === null ? [] : ids
}
