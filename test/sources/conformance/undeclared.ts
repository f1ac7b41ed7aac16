import { describe, expect, it } from 'vitest'
import type { Connection, Writes } from '../../../src/directory/directory.ts'
import { CAPABILITIES, type Capability } from '../../../src/model/capability.ts'
import { encodeContactItemId, encodeId, type RecordType } from '../../../src/model/ref.ts'
import { attempt } from './attempt.ts'
import type { Bench } from './bench.ts'
import { newFile } from './trials.ts'

const FIELDS: { readonly [Type in RecordType]: Readonly<Record<string, unknown>> } = {
  Person: {
    ...{ prefix: 'Dr', firstName: 'A', middleName: 'B', lastName: 'C', suffix: 'Jr', nickname: 'D', gender: 'female' },
    ...{ birthDate: { year: 1980, month: 1, day: 1 }, isDeceased: true, jobTitle: 'E', about: 'F', interests: 'G' },
    ...{ sharing: 'READ', managerIds: [], stage: 'H', addTags: ['I'], removeTags: ['J'], organizationId: null },
    customFields: [{ key: 'k', value: 'v' }],
  },
  User: {
    ...{ firstName: 'A', middleName: 'B', lastName: 'C', nickname: 'D', gender: 'female', jobTitle: 'E', about: 'F' },
    ...{ birthDate: { year: 1980, month: 1, day: 1 }, department: 'G', location: 'H', email: 'a@b.example' },
    ...{
      username: 'abc',
      status: 'ACTIVE',
      managerId: null,
      locale: 'nb-NO',
      customFields: [{ key: 'k', value: 'v' }],
    },
  },
  Organization: {
    ...{ name: 'A', kind: 'COMPANY', about: 'B', website: 'https://c.example/', parentId: null },
    customFields: [{ key: 'k', value: 'v' }],
  },
}

/** What the source does not declare is refused by the directory, and nothing is sent. */
export function describeUndeclared(bench: Bench): void {
  describe('what it does not declare', () => {
    it('is refused as UNSUPPORTED, with nothing sent, for each capability that is not among its own', async () => {
      for (const capability of CAPABILITIES.filter((name) => !bench.able.has(name))) {
        const calls = bench.subject.calls?.()

        const errors = await refusal(capability, bench)

        expect(errors, capability).toMatchObject([{ code: 'UNSUPPORTED', source: bench.source.name }])
        expect(bench.subject.calls?.(), `${capability}: calls`).toBe(calls)
      }
    })

    it('is refused with its path, and nothing sent, for each field that it does not take', async () => {
      for (const type of bench.updatable()) {
        const writable = bench.source.writable[type] as ReadonlySet<string>
        for (const [field, value] of Object.entries(FIELDS[type]).filter(([name]) => !writable.has(name))) {
          const calls = bench.subject.calls?.()

          const { userErrors } = await bench.directory().writes[`update${type}`]({
            id: bench.globalId(type),
            [field]: value,
          })

          expect(userErrors, `${type}.${field}`).toMatchObject([{ code: 'UNSUPPORTED', path: [field] }])
          expect(bench.subject.calls?.(), `${type}.${field}: calls`).toBe(calls)
        }
      }
    })
  })
}

/** What the directory says to somebody who asks for it all the same. */
async function refusal(capability: Capability, bench: Bench): Promise<readonly unknown[]> {
  const directory = bench.directory()
  const { writes } = directory
  const [, owner, verb] = /^(PERSON|USER|ORGANIZATION|CONTACT_ITEM|AVATAR)_(.+)$/.exec(
    capability,
  ) as unknown as string[]
  const { name } = bench.source
  const held = bench.held()[0] as RecordType
  const ownerId = bench.globalId(held)
  if (owner === 'CONTACT_ITEM') {
    const itemId = encodeContactItemId({ owner: { type: held, source: name, id: bench.firstId(held) }, itemId: '1' })
    const change = { ownerId, kind: 'EMAIL', value: 'a@b.example' } as const
    return (await (verb === 'UPSERT' ? writes.upsertContactItem(change) : writes.removeContactItem({ id: itemId })))
      .userErrors
  }
  if (owner === 'AVATAR') {
    const result =
      verb === 'UPLOAD' ? writes.uploadAvatar({ ownerId, file: newFile() }) : writes.removeAvatar({ ownerId })
    return (await result).userErrors
  }
  const type = { PERSON: 'Person', USER: 'User', ORGANIZATION: 'Organization' }[owner as 'PERSON'] as RecordType
  if (verb === 'READ' || verb === 'LIST' || verb === 'SEARCH') return readRefusal(type, verb, bench)
  const id = bench.subject.ids[type] ? bench.globalId(type) : encodeId(type, name, bench.subject.unknownId)
  return (await writeRefusal(writes, type, verb as 'CREATE', { id, name })).userErrors
}

async function readRefusal(
  type: RecordType,
  verb: 'READ' | 'LIST' | 'SEARCH',
  bench: Bench,
): Promise<readonly unknown[]> {
  const { source, subject } = bench
  const directory = bench.directory()
  const collection = { Person: directory.people, User: directory.users, Organization: directory.organizations }[type]
  if (verb === 'READ') {
    // Asked for by id, what is not there is `null`: the source is not even asked.
    const found = await collection.load(encodeId(type, source.name, subject.unknownId))
    return found === null ? [{ code: 'UNSUPPORTED', source: source.name }] : []
  }
  const request = { first: 5, after: null, last: null, before: null, order: null, sources: [source.name] }
  const filter = verb === 'SEARCH' ? { search: 'a' } : {}
  const { value, error } = await attempt<Connection<unknown>>(() => collection.list({ ...request, filter }))
  return error ? [error] : (value?.slices.map((slice) => slice.error) ?? [])
}

function writeRefusal(
  writes: Writes,
  type: RecordType,
  verb: 'CREATE' | 'UPDATE' | 'DELETE',
  { id, name }: { readonly id: string; readonly name: string },
) {
  const fields = type === 'Organization' ? { name: 'A' } : { firstName: 'A', lastName: 'B' }
  if (verb === 'CREATE') return writes[`create${type}`]({ source: name, ...fields })
  return verb === 'UPDATE' ? writes[`update${type}`]({ id, ...fields }) : writes[`delete${type}`]({ id })
}
