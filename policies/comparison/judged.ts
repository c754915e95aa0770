import type { Language } from '#model/board.ts'
import type { Decision } from '#model/decision.ts'
import type { CompiledPolicy } from '../compile.ts'

/** A decision beside the rules it was made by, which hold its clauses and the names of its services. */
export interface Judged {
  readonly decision: Decision
  readonly policy: Pick<CompiledPolicy, 'document' | 'timeZone'>
}

/** Says a difference in a language. */
export type Sentence = (language: Language) => string

/** Finds one thing in which two decisions may differ; null when they do not. */
export type Comparison = (before: Judged, after: Judged) => Sentence | null
