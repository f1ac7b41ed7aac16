import type { Author } from '../model/record.ts'
import { builder } from './builder.ts'
import { UserType } from './user.ts'

/** An author together with the source where they wrote. */
interface SourcedAuthor {
  readonly source: string
  readonly author: Author
}

export const AuthorType = builder.objectRef<SourcedAuthor>('Author')

AuthorType.implement({
  description: 'Who wrote something at a source.',
  fields: (t) => ({
    displayName: t.string({
      nullable: false,
      description: 'Their name, as the source shows it.',
      resolve: ({ author }) => author.displayName,
    }),
    user: t.field({
      type: UserType,
      description: 'Their account at the source. Null: the source does not tell, or the account is gone.',
      resolve: ({ source, author }, _args, context) =>
        author.userId === null ? null : context.directory.users.loadRef({ source, id: author.userId }),
    }),
  }),
})
