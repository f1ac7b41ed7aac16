import { builder, type ObjectFields } from './builder.ts'
import { ErrorCodeType } from './error-code.ts'
import { type Failure, messageOf } from './failure.ts'
import { requireSource, SourceType } from './source.ts'

export const UserErrorType = builder.interfaceRef<Failure>('UserError')

/** A failure that names the source which failed or refused. */
type SourceFailure = Failure & { readonly error: { readonly source: string } }

const InvalidInputErrorType = builder.objectRef<Failure>('InvalidInputError')
const NotFoundErrorType = builder.objectRef<Failure & { readonly error: { readonly id: string } }>('NotFoundError')
const ConflictErrorType = builder.objectRef<Failure>('ConflictError')
const UnsupportedErrorType = builder.objectRef<SourceFailure>('UnsupportedError')
const SourceFailedErrorType = builder.objectRef<SourceFailure>('SourceFailedError')

UserErrorType.implement({
  description:
    'Why a write did not happen, or not whole, told to whoever asked for it. Which type it is follows from the code; new types may come, so read `code` and `message` of those you do not know.',
  resolveType: userErrorType,
  fields: (t) => ({
    code: t.field({
      type: ErrorCodeType,
      nullable: false,
      description: 'What went wrong, for programs.',
      resolve: ({ error }) => error.code,
    }),
    message: t.string({
      nullable: false,
      description: 'What went wrong, for people: one sentence in English.',
      resolve: ({ error }) => messageOf(error),
    }),
    path: t.stringList({
      description:
        'Where in the input the reason lies, beginning with a field of the input: `["birthDate", "day"]`; places in a list are counted from `"0"`. Null: no one field is the reason.',
      resolve: ({ error }) => error.path ?? null,
    }),
  }),
})

InvalidInputErrorType.implement({
  description:
    'The input can not be carried out as it stands. Nothing of it was: one wrong field, and the whole input is refused.',
  interfaces: [UserErrorType],
})

NotFoundErrorType.implement({
  description: 'What the input names by id is not there.',
  interfaces: [UserErrorType],
  fields: (t) => ({
    id: t.id({
      nullable: false,
      description: 'The id that nothing was found by.',
      resolve: ({ error }) => error.id,
    }),
  }),
})

ConflictErrorType.implement({
  description:
    'The record is no longer what the caller took it for, or what is there stands against the write. Nothing was changed.',
  interfaces: [UserErrorType],
  fields: (t) => ({
    currentVersion: t.string({
      description:
        'The version the record has now, where `ifVersion` named another. Null: the conflict is of another sort.',
      resolve: ({ error }) => error.currentVersion ?? null,
    }),
  }),
})

UnsupportedErrorType.implement({
  description: 'The source can not do what is asked, or the gateway’s account may not do it there. Nothing was sent.',
  interfaces: [UserErrorType],
  fields: (t) => ({ source: failedSource(t, 'The source that can not.') }),
})

SourceFailedErrorType.implement({
  description:
    'The source refused the write or did not answer. The receipt says what is known to have happened; its outcome is `UNKNOWN` where the source may have carried the write out without saying so.',
  interfaces: [UserErrorType],
  fields: (t) => ({
    source: failedSource(t, 'The source that failed.'),
    retryAfterMs: t.int({
      description: 'Milliseconds after which to try again. Null: the source did not tell.',
      resolve: ({ error }) => error.retryAfterMs ?? null,
    }),
  }),
})

function failedSource(t: ObjectFields<SourceFailure>, description: string) {
  return t.field({
    type: SourceType,
    nullable: false,
    description,
    resolve: ({ error }, _args, context) => requireSource(error.source, context),
  })
}

/**
 * The type that holds all that an error knows. One that lacks what its own type must tell (the id, the source) is shown as
 * `InvalidInputError`, which asks for nothing more, and keeps its code.
 */
function userErrorType({ error: { code, id, source } }: Failure): string {
  switch (code) {
    case 'INVALID_INPUT':
      return 'InvalidInputError'
    case 'NOT_FOUND':
      return id === undefined ? 'InvalidInputError' : 'NotFoundError'
    case 'CONFLICT':
      return 'ConflictError'
    case 'UNSUPPORTED':
      return source === undefined ? 'InvalidInputError' : 'UnsupportedError'
    default:
      return source === undefined ? 'InvalidInputError' : 'SourceFailedError'
  }
}
