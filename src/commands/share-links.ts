import type { LinkedPictures, PictureLinks } from '../avatars/links.ts'
import type { Siblings } from '../directory/siblings.ts'

/** Linked pictures of all processes: a vendor that fetches one may reach any of them. */
export function shareLinks(own: PictureLinks, siblings: Siblings): LinkedPictures {
  siblings.on('picture', ({ token, counts }) => own.take(token, { counts }))
  return {
    take(token, { counts }) {
      const found = own.take(token, { counts })
      if (found !== null || siblings.count === 1 || !own.isOurs(token)) return found
      return siblings.ask('picture', { token, counts }).then((answers) => answers.find((one) => one !== null) ?? null)
    },
  }
}
