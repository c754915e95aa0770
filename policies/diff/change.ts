import type { Language } from '#model/board.ts'
import type { Policy } from '../schema.ts'

/** One thing in which two documents differ, for machines and in words. */
export interface Change {
  /** Services and plans by their id: `services.newsletter.price`. */
  readonly path: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** Null where there was, or is, nothing. */
  readonly before: unknown
  readonly after: unknown
  /** A sentence to the assistant. */
  readonly words: string
}

/** What differs, before it has words; undefined is absent. */
export interface Difference {
  readonly path: string
  readonly before: unknown
  readonly after: unknown
}

/** Both documents, for what the words depend on: names of services, currencies. */
export interface Sides {
  readonly before: Policy
  readonly after: Policy
  readonly language: Language
}

/** The words of a difference, or null when they are for somebody else to find. */
export type Wording = (difference: Difference, sides: Sides) => string | null

export function changeOf({ path, before, after }: Difference, words: string): Change {
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
  return { path, kind, before: before ?? null, after: after ?? null, words }
}

/** The longest text that a sentence quotes. */
const longest = 160

/** A text within a sentence: `« texte »`, `"text"`, on one line and not too long. */
export function quoted(text: string, language: Language): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  const short = line.length <= longest ? line : `${line.slice(0, longest).trimEnd()}…`
  return language === 'fr' ? `« ${short} »` : `"${short}"`
}
