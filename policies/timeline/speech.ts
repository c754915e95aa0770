import type { Language } from '#model/board.ts'
import type { Decision, LabelKey } from '#model/decision.ts'
import { labelName, surchargeName } from '../labels.ts'

/** What it takes to put an event into words. */
export interface Speech {
  readonly language: Language
  /** The client's name. */
  readonly client: string
  /** IANA zone in which moments are told. */
  readonly timeZone: string
  /** The ISO 4217 currency of the books. */
  readonly currency: string
  /** A service of the policy by its name. */
  readonly serviceName: (id: string) => string
  /** The sentence of a clause of the rules that a decision was made by; empty when there is none. */
  readonly clause: (decision: Pick<Decision, 'policyId' | 'policyVersion'>, path: string) => string
}

/** A label as the board shows it. */
export function nameOf(label: LabelKey, language: Language): string {
  const [code, percent] = label.split(':')
  if (percent !== undefined) return surchargeName(Number(percent), language)
  return labelName(code as Exclude<LabelKey, `surcharge:${number}`>, language)
}

/** Somebody's words, or ours, in the quotation marks of the language. */
export function quoted(words: string, language: Language): string {
  return language === 'fr' ? `« ${words} »` : `“${words}”`
}
