import type { ContactItemChange, ContactItemKind } from '../../../src/model/contact-item.ts'
import type { RecordType } from '../../../src/model/ref.ts'
import type { Source } from '../../../src/sources/source.ts'

/** A source under test, over data that the suite may change. */
export interface Subject {
  readonly source: Source
  /** Ids of records that are there and may be written, by type; two or more of each type the source holds. */
  readonly ids: { readonly [Type in RecordType]?: readonly string[] }
  /** An id of the source's own form that nobody has. */
  readonly unknownId: string
  /** Values to set, where the suite's own don't fit this source. A field set to `null` here is not tried. */
  readonly samples?: { readonly [Type in RecordType]?: Readonly<Record<string, unknown>> }
  /** Fields that a new record needs here. */
  readonly create?: { readonly [Type in RecordType]?: Readonly<Record<string, unknown>> }
  /** A contact item to add, by kind, where the suite's own don't fit. `null`: the source takes none of this kind. */
  readonly items?: { readonly [Kind in ContactItemKind]?: ContactItemChange | null }
  /** Fields that a write of another field is known to change here; what a receipt then calls side effects. */
  readonly sideEffects?: readonly string[]
  /** Parts that no list shows, so that the version, which is the same however a record was read, can't tell their changes. */
  readonly unversioned?: readonly ('avatar' | 'tags')[]
  /** How many calls have reached the vendor so far. */
  readonly calls?: () => number
  close?(): Promise<void>
}
