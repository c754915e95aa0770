import type { Language } from '#model/board.ts'
import { type FindingCode, findingCodes } from '#model/decision.ts'
import { statuses } from '#model/task.ts'
import { labelName } from '../labels.ts'
import { formatPercent } from '../money.ts'
import type { Policy } from '../schema.ts'
import { statusNames } from '../status-names.ts'
import type { Clause } from './clauses.ts'
import { hoursWords, listOf, paragraph } from './words.ts'

const wording = {
  fr: {
    discovery:
      'Premier échange : nous faisons le point sur les besoins, les outils, les délais et le budget.',
    offer: 'Proposition : le client reçoit la liste de mes prestations, mes tarifs et mes conditions.',
    terms: 'Accord : le client accepte mes conditions par écrit.',
    deposit: "Acompte : lorsqu'un acompte est prévu, le client le verse avant le début du travail.",
    prepaid: "Paiement : les heures prévues sont réglées d'avance.",
    setup: 'Mise en place : nous préparons les accès, le tableau de suivi et les canaux de communication.',
    request: "Demande : le client décrit ce qu'il attend, pour quelle date, et joint ce qui est nécessaire.",
    reading:
      'Réponse : chaque demande est comparée à mes règles et reçoit une étiquette sur le tableau de suivi.',
    sure: (percent: string) =>
      `En dessous de ${percent} de certitude, je la relis moi-même avant toute réponse.`,
    unsure: 'En cas de doute, je la relis moi-même avant toute réponse.',
    comments: (labels: string) => `Un commentaire explique la suite dans les cas suivants : ${labels}.`,
    first: 'Le premier commentaire rappelle ces règles en bref.',
    quoted: (name: string) => `« ${name} »`,
    status: (labels: string, status: string) => `${status} pour ${labels}`,
    statuses: (list: string) => `L'étiquette peut aussi changer le statut de la demande : ${list}.`,
    work: 'Réalisation : je travaille sur la demande et je tiens le tableau de suivi à jour.',
    balance: (shares: string) =>
      `Je fais le point sur le forfait lorsque ${shares} des heures du mois sont utilisées.`,
    capacity: (hours: string) => `Je ne promets pas plus de ${hours} de travail pour un même jour.`,
    delivery: 'Livraison : le client relit le travail et demande, si besoin, des retouches.',
    invoice: 'Facturation : je facture le travail et les suppléments convenus.',
  },
  en: {
    discovery: 'First conversation: we go through needs, tools, time frames and budget.',
    offer: 'Proposal: the client receives the list of my services, my rates and my terms.',
    terms: 'Agreement: the client accepts my terms in writing.',
    deposit: 'Deposit: where a deposit applies, the client pays it before work starts.',
    prepaid: 'Payment: the agreed hours are paid in advance.',
    setup: 'Set-up: we prepare access, the shared board and the communication channels.',
    request: 'Request: the client says what is needed and by when, and attaches what it takes.',
    reading: 'Answer: each request is compared with my rules and receives a label on the shared board.',
    sure: (percent: string) =>
      `When this is less than ${percent} certain, I read it myself before any answer.`,
    unsure: 'In case of doubt, I read it myself before any answer.',
    comments: (labels: string) => `A comment explains what happens next in the following cases: ${labels}.`,
    first: 'The first comment sums up these rules.',
    quoted: (name: string) => `“${name}”`,
    status: (labels: string, status: string) => `${status} for ${labels}`,
    statuses: (list: string) => `The label may also change the status of the request: ${list}.`,
    work: 'Work: I carry out the request and keep the shared board up to date.',
    balance: (shares: string) =>
      `I take stock of the package when ${shares} of the hours of the month have been used.`,
    capacity: (hours: string) => `I never promise more than ${hours} of work for one day.`,
    delivery: 'Delivery: the client reviews the work and, where needed, asks for changes.',
    invoice: 'Invoicing: I invoice the work and the extras agreed.',
  },
} as const

/** Verdicts that only come of clauses that the policy may not have. */
const dependsOn: Readonly<Partial<Record<FindingCode, readonly string[]>>> = {
  contract_pending: ['terms'],
  deposit_due: ['deposit'],
  over_limit: ['package', 'revisions', 'limits'],
  info_missing: ['needs'],
  wrong_channel: ['channels'],
  off_hours: ['hours'],
}

/** The way from the first conversation to the invoice, one step each; plain text. */
export function processSteps(policy: Policy, clauses: readonly Clause[], language: Language): string[] {
  const words = wording[language]
  const has = (id: string) => clauses.some((clause) => clause.id === id)
  return [
    words.discovery,
    words.offer,
    has('terms') ? words.terms : '',
    has('deposit') ? words.deposit : '',
    has('package') ? words.prepaid : '',
    words.setup,
    words.request,
    answer(policy, clauses, language),
    paragraph(words.work, has('package') ? balance(policy, language) : '', capacity(policy, language)),
    words.delivery,
    words.invoice,
  ].filter((step) => step !== '')
}

function answer(
  { messages, scope, statuses: wanted }: Policy,
  clauses: readonly Clause[],
  language: Language,
): string {
  const words = wording[language]
  const ids = new Set(clauses.map(({ id }) => id))
  const possible = findingCodes.filter((code) => dependsOn[code]?.some((id) => ids.has(id)) ?? true)
  const commented = possible.filter((code) => messages.commentWhen.some((each) => each === code))
  const sure =
    scope.strictness === undefined ? null : formatPercent(Math.round(scope.strictness * 100), language)
  return paragraph(
    words.reading,
    sure === null ? words.unsure : words.sure(sure),
    commented.length === 0
      ? ''
      : words.comments(commented.map((code) => labelName(code, language)).join(', ')),
    messages.introduce ? words.first : '',
    moves(possible, wanted, language),
  )
}

/** `en attente pour « Acompte attendu » et « Infos manquantes »`: which verdicts bring which status. */
function moves(possible: readonly FindingCode[], wanted: Policy['statuses'], language: Language): string {
  const words = wording[language]
  const parts = statuses.flatMap((status) => {
    const codes = possible.filter((code) => wanted[code] === status)
    const labels = codes.map((code) => words.quoted(labelName(code, language)))
    return codes.length === 0 ? [] : [words.status(listOf(labels, language), statusNames[language][status])]
  })
  return parts.length === 0 ? '' : words.statuses(parts.join(language === 'fr' ? ' ; ' : '; '))
}

function balance({ billing }: Policy, language: Language): string {
  const shares = (billing.package?.warnAtPercent ?? []).toSorted((a, b) => a - b)
  const shown = shares.map((share) => formatPercent(share, language))
  return shown.length === 0 ? '' : wording[language].balance(listOf(shown, language, 'or'))
}

function capacity({ limits: { hoursPerDay } }: Policy, language: Language): string {
  return hoursPerDay === undefined ? '' : wording[language].capacity(hoursWords(hoursPerDay, language))
}
