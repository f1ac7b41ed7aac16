import type { WorkspaceOptions } from '../../../../src/sources/onlyoffice/simulator/workspace.ts'
import { describeSource } from '../../conformance.ts'
import { startCrm } from './subject.ts'

/** What the reference could only infer, one way and the other. */
const PORTALS: readonly { readonly title: string; readonly options: WorkspaceOptions }[] = [
  { title: 'as the reference expects', options: {} },
  { title: 'a portal without batch', options: { switches: { batch: 'missing', notFoundPage: 'empty' } } },
  { title: 'a portal whose batch fails', options: { switches: { batch: 'broken', shortLists: 'honour-start' } } },
  {
    title: 'pages for a browser only, whole addresses, slow thumbnails, a lossy form',
    options: {
      switches: { photoHandler: 'cookie', pictureUrls: 'absolute', thumbnails: 'later', personForm: 'lossy' },
      zoneMinutes: -210,
    },
  },
]

for (const [index, { title, options }] of PORTALS.entries()) {
  const many = index === 0 ? 100 : 10
  describeSource(
    `onlyoffice-crm, ${title},`,
    async () => {
      const { source, portal, close } = await startCrm(options)
      const user = [...portal.state.users.keys()].slice(4, 6)
      return {
        source,
        // A person with a stage, an industry and an address; one with a currency; companies likewise.
        ids: { Person: ['207', '202', '230'], Organization: ['105', '102', '103'], User: user },
        unknownId: '987654',
        samples: { Person: { managerIds: null, customFields: [{ key: '803', value: 'Green' }], stage: 'Cold' } },
        unversioned: ['avatar', 'tags'],
        calls: () => portal.calls.length,
        close,
      }
    },
    { many },
  )
}
