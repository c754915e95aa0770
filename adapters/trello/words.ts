import type { ContentOperation } from '#model/operation.ts'
import { cut } from '../cut.ts'

/** Characters in a title, a description or a comment (object limits: 16,384). */
export const longestText = 16_384

/** The words of a card as Trello takes them. Its cards are due at moments only; an empty `due` takes the date away. */
export function cardWords({ title, text, due }: Omit<ContentOperation, 'kind'>): Record<string, string> {
  return {
    ...(title !== undefined && { name: cut(title, longestText) }),
    ...(text !== undefined && { desc: cut(text, longestText) }),
    ...(due !== undefined && { due: due.at ?? '' }),
  }
}
