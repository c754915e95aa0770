import type { ContentOperation } from '#model/operation.ts'
import { cut } from '../cut.ts'

/** Characters in a title, a description or a comment (object limits: 16,384). */
export const longestText = 16_384

/**
 * An `@name` that Trello may take for a call to somebody, or to all of a card or board, also where it is glued to a sign
 * (`-@board`). An e-mail address is none.
 */
const mention = /(?<![\p{L}\p{N}])@(?=[\p{L}\p{N}_])/gu

/** Somebody else's words as a comment of ours: whom they name is not called by us. */
export function quotedWords(text: string): string {
  return cut(text.replace(mention, '@ '), longestText)
}

/** The words of a card as Trello takes them. Its cards are due at moments only; an empty `due` takes the date away. */
export function cardWords({ title, text, due }: Omit<ContentOperation, 'kind'>): Record<string, string> {
  return {
    ...(title !== undefined && { name: cut(title, longestText) }),
    ...(text !== undefined && { desc: cut(text, longestText) }),
    ...(due !== undefined && { due: due.at ?? '' }),
  }
}
