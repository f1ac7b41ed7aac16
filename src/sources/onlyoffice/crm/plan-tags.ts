import { invalidInput } from '../../../model/errors.ts'
import type { PersonPatch } from '../../../model/patch.ts'
import { checkName } from '../../../model/validate.ts'
import type { PlannedRequest } from '../../source.ts'
import { contactPath, verbatim } from './plan.ts'

/** The tags a person is to have, and a call for each that comes or goes. */
export function tagRequests(
  id: number | '{id}',
  present: readonly string[],
  { addTags = [], removeTags = [] }: Pick<PersonPatch, 'addTags' | 'removeTags'>,
): { readonly names: readonly string[]; readonly requests: readonly PlannedRequest[] } {
  const added = [...new Set(addTags.map((tag, index) => readTag(['addTags', String(index)], tag)))]
  const removed = [...new Set(removeTags.map((tag, index) => readTag(['removeTags', String(index)], tag)))]
  const both = removed.findIndex((tag) => added.includes(tag))
  if (both >= 0) throw invalidInput(['removeTags', String(both)], 'is to be added and removed at once')
  const [coming, going] = [
    added.filter((tag) => !present.includes(tag)),
    removed.filter((tag) => present.includes(tag)),
  ]
  return {
    names: [...present.filter((tag) => !going.includes(tag)), ...coming],
    requests: [
      ...going.map((tag) => ({
        method: 'DELETE' as const,
        path: `${contactPath(id, '/tag')}?tagName=${encodeURIComponent(tag)}`,
      })),
      ...coming.map((tag) => verbatim({ method: 'POST', path: contactPath(id, '/tag'), body: { tagName: tag } })),
    ],
  }
}

/** The portal cuts blanks off. */
function readTag(path: readonly string[], tag: string): string {
  checkName(path, tag, true)
  return tag.trim()
}
