import type { Language } from '#model/board.ts'
import type { Decision, Finding } from '#model/decision.ts'
import type { CompiledPolicy } from '../compile.ts'
import { clauseSentence } from '../documents/clauses.ts'
import { ended, oneLine } from '../documents/words.ts'
import { labelName, surchargeName } from '../labels.ts'
import { privateWords } from './private-words.ts'

const wording = {
  fr: {
    why: 'Pourquoi :',
    words: 'mots',
    price: 'Prix :',
    alone: 'Pour toi seule :',
    reads: (name: string) => `Ce que lit ${name} :`,
    silence: (name: string) => `${name} ne lit aucun commentaire.`,
    answer: 'Répondre ici :',
  },
  en: {
    why: 'Why:',
    words: 'words',
    price: 'Price:',
    alone: 'For you alone:',
    reads: (name: string) => `What ${name} reads:`,
    silence: (name: string) => `${name} reads no comment.`,
    answer: 'Answer here:',
  },
} as const

/** What she can answer to which headline, as she types it. */
const commands: Readonly<Record<Language, { readonly urgent: string; readonly other: string }>> = {
  fr: {
    urgent: '/confirmer · /impossible · /attendre',
    other: '/dans · /hors · /service nom · /heures 2 · /devis 120 · /offert',
  },
  en: {
    urgent: '/confirm · /decline · /wait',
    other: '/in · /out · /service name · /hours 2 · /quote 120 · /goodwill',
  },
}

/**
 * The whole verdict for the assistant, on her own board: every finding with its clause, the calculation, what only she
 * should know, and what the client reads. In the policy's language. Never for a client's board.
 * @param relays are comments that begin with `>>` passed on to the client?
 */
export function assistantNote(
  { document, ...policy }: CompiledPolicy,
  decision: Decision,
  { clientName, relays }: { readonly clientName: string; readonly relays: boolean },
): string {
  const { language } = document
  const words = wording[language]
  const timeZone = document.hours?.timeZone ?? policy.timeZone
  const surcharge = decision.price?.surchargeBasisPoints ?? 0
  const verdict = [
    ...decision.findings.map(({ code }) => labelName(code, language)),
    ...(surcharge > 0 ? [surchargeName(surcharge / 100, language)] : []),
  ]
  const secrets = decision.privateFindings.map((finding) => privateWords(finding, language, timeZone))
  const isUrgent = decision.findings.some(({ code }) => code.startsWith('urgent_'))
  const { urgent, other } = commands[language]
  const relay = language === 'fr' ? `>> pour écrire à ${clientName}` : `>> to write to ${clientName}`
  return [
    [...new Set(verdict)].join(' · '),
    section(
      words.why,
      decision.findings.map((finding) => because(finding, document, words.words)),
    ),
    decision.price === null ? '' : `${words.price} ${decision.price.formula}`,
    section(words.alone, secrets),
    decision.announce && decision.message !== ''
      ? `${words.reads(clientName)}\n${quoted(decision.message)}`
      : words.silence(clientName),
    `${words.answer} ${[...(isUrgent ? [urgent] : []), other, ...(relays ? [relay] : [])].join(' · ')}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** The clause it rests on, and the words that counted. */
function because(finding: Finding, document: CompiledPolicy['document'], label: string): string {
  const { language } = document
  const clause = finding.clause === null ? '' : clauseSentence(document, finding.clause, language)
  const { words } = finding.evidence
  const counted =
    Array.isArray(words) && words.length > 0 ? ` (${label} : ${words.map(oneLine).join(', ')})` : ''
  const colon = language === 'fr' ? ' :' : ':'
  const text = `${clause === '' ? '' : ended(clause)}${language === 'fr' ? counted : counted.replace(' :', ':')}`
  return text.trim() === '' ? '' : `${labelName(finding.code, language)}${colon} ${text.trim()}`
}

function section(title: string, lines: readonly string[]): string {
  const said = [...new Set(lines.filter((line) => line !== ''))]
  return said.length === 0 ? '' : [title, ...said.map((line) => `• ${line}`)].join('\n')
}

const quoted = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
