/** Comments that we wrote, as far as this process knows: an account may be a person's own, who says things as well. */
export interface OwnComments {
  has(commentId: string): boolean
  note(commentId: string): void
}

/** More than a token can write before the events of the first have come: a hundred calls a minute, five attempts each. */
const mostKept = 10_000

/** What is forgotten, or was written by another instance, is looked at once in vain. */
export function createOwnComments(): OwnComments {
  const ids = new Set<string>()
  return {
    has: (commentId) => ids.has(commentId),
    note(commentId) {
      ids.add(commentId)
      for (const oldest of ids) {
        if (ids.size <= mostKept) return
        ids.delete(oldest)
      }
    },
  }
}
