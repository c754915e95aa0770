/**
 * Some people keep each stage of their work in a list of its own, e.g. *Archive*. So what stands for a status in a mapping
 * may be another list: `"list:<list id>"` means that a request of that status goes there. Statuses have no ids that this
 * could be mistaken for but their names, of which nobody calls one so.
 */
export type ListStatusId = `list:${string}`

/** How such a status looks. */
export const listStatus = /^list:(\d+)$/

export function listStatusId(listId: string): ListStatusId {
  return `list:${listId}`
}

/** The list that a mapped status sends a request to; null when it is a status of the request's own list. */
export function parseListStatusId(id: string): string | null {
  return listStatus.exec(id)?.[1] ?? null
}

/**
 * How such a place is called among the statuses of a list: `→ _Devis_à_valider_`. Its words are tied together, so that
 * whoever guesses the meaning of a status by the words in its name does not guess a list's: going there takes the request
 * off its board, which a person has to choose.
 */
export function listStatusName(name: string): string {
  return `→ _${name.trim().replaceAll(/[^\p{L}\p{N}]+/gu, '_')}_`
}
