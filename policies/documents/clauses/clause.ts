import type { Language } from '#model/board.ts'
import type { Policy } from '../../schema.ts'

/**
 * One thing that was agreed, in the assistant's first person. `text` is plain: paragraphs, and lists whose items begin
 * with `- `. It speaks of "the client", so that a contract and a comment can use the same words.
 */
export interface Clause {
  /** Stable: `urgency`, `deposit`, `note-1`. */
  readonly id: string
  readonly title: string
  readonly text: string
}

/** What there is to say, in one language; on a day, where that matters. */
export type ClauseWriter = (policy: Policy, language: Language, day: string) => readonly Clause[]

/** One sentence of a clause, fit to be quoted; empty when the policy says nothing of the kind. */
export type SentenceWriter = (policy: Policy, language: Language) => string

/** A clause if there is something to say. */
export function clause(id: string, title: string, text: string): readonly Clause[] {
  return text === '' ? [] : [{ id, title, text }]
}
