import { type Language, languages } from '#model/board.ts'
import { type FindingCode, findingCodes } from '#model/decision.ts'
import { labelName, surchargeName } from '../labels.ts'
import type { Policy } from '../schema.ts'
import type { Expected } from './case.ts'

/** What a case can expect. */
export type What = keyof Expected

const names = {
  fr: {
    headline: 'Verdict',
    labels: 'Étiquettes',
    findings: 'Constats',
    private: 'Constats pour toi seule',
    service: 'Prestation',
    reason: 'Raison',
    urgency: "Raison de l'urgence",
    complexity: 'Complexité',
    price: 'Estimation',
    deposit: 'Acompte',
    triggers: 'Causes de majoration',
    status: 'Statut',
    announce: 'Commentaire au client',
  },
  en: {
    headline: 'Verdict',
    labels: 'Labels',
    findings: 'Findings',
    private: 'Findings for you alone',
    service: 'Service',
    reason: 'Reason',
    urgency: 'Reason for urgency',
    complexity: 'Complexity',
    price: 'Estimate',
    deposit: 'Deposit',
    triggers: 'Causes of a surcharge',
    status: 'Status',
    announce: 'Comment to the client',
  },
} as const

const words = {
  fr: {
    value: (name: string, expected: string, actual: string) =>
      `${name} : attendu ${expected}, obtenu ${actual}.`,
    says: (words: string, message: string) =>
      message === ''
        ? `Le message devait dire « ${words} », mais il n'y en a pas.`
        : `Le message devait dire « ${words} ».`,
    neverSays: (words: string) => `Le message ne devait pas dire « ${words} ».`,
    none: 'rien',
    yes: 'oui',
    no: 'non',
    quoted: (text: string) => `« ${text} »`,
  },
  en: {
    value: (name: string, expected: string, actual: string) =>
      `${name}: expected ${expected}, got ${actual}.`,
    says: (words: string, message: string) =>
      message === ''
        ? `The message should say "${words}", but there is none.`
        : `The message should say "${words}".`,
    neverSays: (words: string) => `The message should not say "${words}".`,
    none: 'nothing',
    yes: 'yes',
    no: 'no',
    quoted: (text: string) => `"${text}"`,
  },
} as const

/** A difference as a sentence: `Verdict : attendu « Hors cadre », obtenu « Dans le cadre ».` */
export function differenceWords(
  what: What,
  expected: unknown,
  actual: unknown,
  policy: Policy,
): Record<Language, string> {
  const sentence = (language: Language): string => {
    if (what === 'says') return words[language].says(String(expected), String(actual))
    if (what === 'neverSays') return words[language].neverSays(String(expected))
    const [wanted, got] = [expected, actual].map((value) => valueWords(value, policy, language))
    return words[language].value(names[language][what], wanted ?? '', got ?? '')
  }
  const [fr, en] = languages.map(sentence)
  return { fr: fr ?? '', en: en ?? '' }
}

function valueWords(value: unknown, policy: Policy, language: Language): string {
  const said = words[language]
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return said.none
  if (typeof value === 'boolean') return value ? said.yes : said.no
  if (Array.isArray(value)) return value.map((item) => valueWords(item, policy, language)).join(', ')
  return said.quoted(nameOf(String(value), policy, language))
}

function nameOf(value: string, policy: Policy, language: Language): string {
  if (findingCodes.some((code) => code === value)) return labelName(value as FindingCode, language)
  const [, percent] = /^surcharge:(\d+)$/u.exec(value) ?? []
  if (percent !== undefined) return surchargeName(Number(percent), language)
  return policy.services.find(({ id }) => id === value)?.name[language] ?? value
}
