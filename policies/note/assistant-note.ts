import type { Answered } from '#model/answer.ts'
import type { Language } from '#model/board.ts'
import type { Decision, Finding, LabelKey } from '#model/decision.ts'
import type { Facts } from '#model/facts.ts'
import { quoteStateOf, urgentStateOf } from '../answers/states.ts'
import { formatDay } from '../calendar.ts'
import type { CompiledPolicy } from '../compile.ts'
import { clauseSentence } from '../documents/clauses.ts'
import { ended, oneLine } from '../documents/words.ts'
import { keyName, labelName } from '../labels.ts'
import { privateWords } from '../private-words.ts'
import { isSure } from '../rules/rule.ts'
import { nameOfAssistant } from '../stand-in.ts'

const wording = {
  fr: {
    rules: (whose: string) => `Règles appliquées : ${whose}`,
    standIn: (who: string, day: string) => `à la place de ${who} jusqu'au ${day} inclus`,
    assigned: 'la demande lui est attribuée',
    why: 'Pourquoi :',
    words: 'mots',
    price: 'Prix :',
    alone: 'Rien que pour toi :',
    reads: (name: string) => `Ce que lit ${name} :`,
    silence: (name: string) => `${name} ne lit aucun commentaire.`,
    answer: 'Répondre ici :',
    toConfirm: (name: string) => `Rappel : ${name} attend que tu confirmes ta disponibilité.`,
    unconfirmed: (name: string) =>
      `Délai dépassé : ${name} sait que l'urgence n'est pas confirmée. Il est encore temps de répondre /confirmer.`,
    toAccept: (name: string) => `${name} a reçu un rappel : ton prix attend une réponse.`,
    lapsed: "Ton prix est resté sans réponse et n'est plus proposé ; /devis en propose un autre.",
  },
  en: {
    rules: (whose: string) => `Rules applied: ${whose}`,
    standIn: (who: string, day: string) => `standing in for ${who} until ${day}`,
    assigned: 'the request is assigned to them',
    why: 'Why:',
    words: 'words',
    price: 'Price:',
    alone: 'For you alone:',
    reads: (name: string) => `What ${name} reads:`,
    silence: (name: string) => `${name} reads no comment.`,
    answer: 'Answer here:',
    toConfirm: (name: string) => `Reminder: ${name} is waiting for you to confirm that you are available.`,
    unconfirmed: (name: string) =>
      `Time is up: ${name} knows that the urgency is not confirmed. You can still answer /confirm.`,
    toAccept: (name: string) => `${name} got a reminder: your price awaits an answer.`,
    lapsed: 'Your price had no answer and is no longer offered; /quote names another.',
  },
} as const

/** What she can answer to which headline, as she types it. */
const commands: Readonly<Record<Language, { readonly urgent: string; readonly other: string }>> = {
  fr: {
    urgent: '/confirmer · /impossible · /attendre',
    other: '/dans · /hors · /prestation nom · /heures 2 · /devis 120 · /offert',
  },
  en: {
    urgent: '/confirm · /decline · /wait',
    other: '/in · /out · /service name · /hours 2 · /quote 120 · /goodwill',
  },
}

/** What the note is about, beside the verdict. */
export interface NoteSubject {
  readonly clientName: string
  /** What the client reads; empty when nothing was said. */
  readonly message: string
  /** Are comments that begin with `>>` passed on to the client? */
  readonly relays: boolean
  readonly answers: Answered
  /** Whose rules judged it, where they are not the client's own assistant's. */
  readonly judge: Pick<Facts, 'assigned' | 'standIn'>
}

/**
 * The whole verdict for the assistant, on her own board: every finding with its clause, the calculation, what only she
 * should know, and what the client reads. Never for a client's board.
 * @param policy compiled for her: her language and zone
 */
export function assistantNote(
  policy: CompiledPolicy,
  decision: Decision,
  { clientName, message, relays, answers, judge }: NoteSubject,
): string {
  const { language } = policy
  const words = wording[language]
  const secrets = decision.privateFindings.map((finding) => privateWords(finding, policy, language))
  const isUrgent = decision.findings.some(({ code }) => code.startsWith('urgent_'))
  const { urgent, other } = commands[language]
  const relay = language === 'fr' ? `>> pour écrire à ${clientName}` : `>> to write to ${clientName}`
  return [
    verdictOf(decision, answers)
      .map((label) => keyName(label, language))
      .join(' · '),
    judgeWords(policy, judge),
    timeWords(decision, answers, clientName, language),
    section(
      words.why,
      decision.findings.map((finding) => because(finding, policy)),
    ),
    decision.price === null ? '' : `${words.price} ${decision.price.formula}`,
    section(words.alone, secrets),
    message === '' ? words.silence(clientName) : `${words.reads(clientName)}\n${quoted(message)}`,
    `${words.answer} ${[...(isUrgent ? [urgent] : []), other, ...(relays ? [relay] : [])].join(' · ')}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** What the card shows, and a doubt that another label hides: for as long as there is one, the client reads nothing. */
function verdictOf({ labels, findings }: Decision, { choice }: Answered): LabelKey[] {
  const isDoubtful = choice !== 'refuse' && !isSure(findings)
  return isDoubtful && !labels.includes('to_review') ? [...labels, 'to_review'] : [...labels]
}

/** Whose rules these are, and why; nothing where they are the client's own assistant's. */
function judgeWords({ document, language }: CompiledPolicy, { assigned, standIn }: NoteSubject['judge']) {
  const words = wording[language]
  if (standIn != null)
    return words.rules(
      `${oneLine(standIn.by)} (${words.standIn(oneLine(standIn.for), formatDay(standIn.until, language))})`,
    )
  return assigned?.fits ? words.rules(`${oneLine(nameOfAssistant(document))} (${words.assigned})`) : ''
}

/** What time has done about a question that nobody answered. */
function timeWords({ findings }: Decision, answers: Answered, name: string, language: Language): string {
  const words = wording[language]
  const urgent = findings.find(({ code }) => code === 'urgent_confirm')?.evidence
  const price = quoteStateOf(answers)
  const { asked } = answers
  return [
    urgent?.expired === true ? words.unconfirmed(name) : '',
    urgent !== undefined && urgentStateOf(answers) === 'to_confirm' && asked?.urgent?.remindedAt != null
      ? words.toConfirm(name)
      : '',
    price === 'offered' && asked?.quote?.remindedAt != null ? words.toAccept(name) : '',
    price === 'expired' ? words.lapsed : '',
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** The clause it rests on, and the words that counted. */
function because(finding: Finding, { document, language }: CompiledPolicy): string {
  const clause = finding.clause === null ? '' : clauseSentence(document, finding.clause, language)
  const { words } = finding.evidence
  const colon = language === 'fr' ? ' :' : ':'
  const counted =
    Array.isArray(words) && words.length > 0
      ? `(${wording[language].words}${colon} ${words.map(oneLine).join(', ')})`
      : ''
  const parts = [clause === '' ? '' : `${colon} ${ended(clause)}`, counted === '' ? '' : ` ${counted}`]
  const text = parts.join('')
  return text === '' ? '' : `${labelName(finding.code, language)}${text}`
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
