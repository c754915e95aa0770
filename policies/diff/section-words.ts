import { depositSentence, dueSentence, packageSentence } from '../documents/clauses/billing.ts'
import { agreedSentence } from '../documents/clauses/channels.ts'
import type { SentenceWriter } from '../documents/clauses/clause.ts'
import { holidaysSentence, weekSentence } from '../documents/clauses/hours.ts'
import { requestsSentence, revisionsSentence } from '../documents/clauses/limits.ts'
import { ended } from '../documents/words.ts'
import { quoted, type Wording } from './change.ts'

/** Parts of a policy that come and go as one, by the sentence that the written procedure has for them. */
const sections: Readonly<Record<string, SentenceWriter>> = {
  hours: weekSentence,
  'hours.holidays': holidaysSentence,
  'billing.package': packageSentence,
  'billing.deposit': depositSentence,
  'billing.payment': dueSentence,
  'limits.revisions': revisionsSentence,
  'limits.requests': requestsSentence,
}

/** What only makes sense as a whole, even when just a part of it changes. */
const wholes: Readonly<Record<string, SentenceWriter>> = {
  'channels.agreed': agreedSentence,
  'billing.payment.due': dueSentence,
}

const words = {
  fr: {
    added: (sentence: string) => `Nouvelle règle : ${sentence}`,
    removed: (sentence: string) => `Règle retirée : ${sentence}`,
    changed: (before: string, after: string) => ended(`La règle ${before} devient ${after}`),
    detail: (sentence: string) => ended(`Un détail change dans la règle ${sentence}`),
  },
  en: {
    added: (sentence: string) => `New rule: ${sentence}`,
    removed: (sentence: string) => `Rule taken out: ${sentence}`,
    changed: (before: string, after: string) => ended(`The rule ${before} becomes ${after}`),
    detail: (sentence: string) => ended(`A detail changes in the rule ${sentence}`),
  },
} as const

/** Can it only be told as a whole? */
export const isRule = (path: string) => Object.hasOwn(wholes, path)

/** A rule in the words of the written procedure: `Nouvelle règle : « Mon forfait comprend 10 heures par mois… »`. */
export const sectionWords: Wording = ({ path }, { before, after, language }) => {
  const write = sections[path] ?? wholes[path]
  if (write === undefined) return null
  const [from, to] = [before, after].map((policy) => write(policy, language))
  if (from === undefined || to === undefined) return null
  const said = words[language]
  if (from === to) return isRule(path) ? said.detail(quoted(to, language)) : null
  if (from === '') return said.added(quoted(to, language))
  if (to === '') return said.removed(quoted(from, language))
  return said.changed(quoted(from, language), quoted(to, language))
}
