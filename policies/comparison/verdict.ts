import type { Language } from '#model/board.ts'
import type { LabelKey } from '#model/decision.ts'
import { quoted } from '../diff/change.ts'
import { clauseSentence } from '../documents/clauses.ts'
import { paragraph } from '../documents/words.ts'
import { keyName } from '../labels.ts'
import type { Judged, Sentence } from './judged.ts'

const words = {
  fr: {
    verdict: (before: string, after: string) => `Le verdict passe de ${before} à ${after}.`,
    clause: (sentence: string) => `Clause : ${sentence}`,
    reason: (verdict: string, sentence: string) =>
      `Le verdict reste ${verdict}, mais la clause sur laquelle il repose devient : ${sentence}`,
    noReason: (verdict: string) => `Le verdict reste ${verdict}, mais ne repose plus sur une clause.`,
    more: (names: string) => `Étiquettes en plus : ${names}.`,
    fewer: (names: string) => `Étiquettes en moins : ${names}.`,
  },
  en: {
    verdict: (before: string, after: string) => `The verdict goes from ${before} to ${after}.`,
    clause: (sentence: string) => `Clause: ${sentence}`,
    reason: (verdict: string, sentence: string) =>
      `The verdict stays ${verdict}, but the clause that it rests on becomes: ${sentence}`,
    noReason: (verdict: string) => `The verdict stays ${verdict}, but rests on no clause any more.`,
    more: (names: string) => `Labels added: ${names}.`,
    fewer: (names: string) => `Labels removed: ${names}.`,
  },
} as const

/** Another headline, with the clause that it now rests on. */
export function verdict(before: Judged, after: Judged): Sentence | null {
  const [from, to] = [before.decision.headline, after.decision.headline]
  if (from === to) return null
  return (language) => {
    const said = words[language]
    const clause = clauseOf(after, language)
    return paragraph(
      said.verdict(named(from, language), named(to, language)),
      clause === '' ? '' : said.clause(clause),
    )
  }
}

/** The same headline for another reason. */
export function reason(before: Judged, after: Judged): Sentence | null {
  const { headline } = after.decision
  if (before.decision.headline !== headline || clauseOf(before, 'fr') === clauseOf(after, 'fr')) return null
  return (language) => {
    const clause = clauseOf(after, language)
    const said = words[language]
    return clause === ''
      ? said.noReason(named(headline, language))
      : said.reason(named(headline, language), clause)
  }
}

/** Labels, beside those of a headline that changes: they go without saying. */
export function labels({ decision: before }: Judged, { decision: after }: Judged): Sentence | null {
  const verdicts: LabelKey[] = before.headline === after.headline ? [] : [before.headline, after.headline]
  const only = (keys: readonly LabelKey[], others: readonly LabelKey[]) =>
    keys.filter((key) => !others.includes(key) && !verdicts.includes(key))
  const [more, fewer] = [only(after.labels, before.labels), only(before.labels, after.labels)]
  if (more.length + fewer.length === 0) return null
  return (language) => {
    const names = (keys: readonly LabelKey[]) => keys.map((key) => named(key, language)).join(', ')
    const said = words[language]
    return paragraph(
      more.length === 0 ? '' : said.more(names(more)),
      fewer.length === 0 ? '' : said.fewer(names(fewer)),
    )
  }
}

const named = (key: LabelKey, language: Language) => quoted(keyName(key, language), language)

/** The clause that the verdict rests on, in its words; empty when there is none. */
function clauseOf({ decision, policy }: Judged, language: Language): string {
  const clause = decision.findings[0]?.clause ?? null
  const sentence = clause === null ? '' : clauseSentence(policy.document, clause, language)
  return sentence === '' ? '' : quoted(sentence, language)
}
