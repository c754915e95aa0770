import type { Language } from '#model/board.ts'
import { formatPeriod } from '../calendar.ts'
import type { Policy } from '../schema.ts'
import { type Clause, clauses } from './clauses.ts'
import { comingHolidays } from './coming-holidays.ts'
import { clauseSection, escaped, escapedText, heading, page } from './markdown.ts'
import { type PlanDifferences, planDifferences } from './plan-differences.ts'
import { processSteps } from './process-steps.ts'
import { bullets, listOf, oneLine, paragraph } from './words.ts'

const wording = {
  fr: {
    title: 'Ma procédure de travail',
    intro:
      "Cette procédure décrit ma façon de travailler, pour que chacun sache à quoi s'attendre. Elle sert de référence commune à mes réponses, à mes devis et à mon contrat.",
    date: (day: string) => `Règles en vigueur ${day}.`,
    contact: (ways: string) => `Contact : ${ways}.`,
    languages: (names: string) => `Langues de travail : ${names}.`,
    language: { fr: 'français', en: 'anglais' },
    sections: {
      hours: 'Horaires et disponibilité',
      requests: 'Demandes entrantes',
      scope: 'Périmètre',
      urgency: 'Urgences',
      payment: 'Tarifs et paiement',
      process: 'De A à Z',
      limits: 'Limites',
      notes: 'Autres règles',
      plans: 'Formules',
    },
    holidays: 'Prochains jours fériés non travaillés',
    alwaysOpen: "Je ne fixe pas d'horaires : les demandes sont prises en compte à mesure qu'elles arrivent.",
    board: 'Les demandes sont déposées sur le tableau de suivi partagé.',
    noLimits: "Aucune limite de volume ni de retouches n'est fixée à ce jour.",
    differs: 'Ce qui change par rapport aux règles ci-dessus :',
    same: 'Rien ne change par rapport aux règles ci-dessus.',
    dropped: (titles: string) => `Ne s'appliquent pas : ${titles}.`,
    ownWords: "J'ai écrit ces règles en anglais.",
  },
  en: {
    title: 'How I work',
    intro:
      'This procedure describes the way I work, so that everyone knows what to expect. My answers, my quotes and my contract all rest on it.',
    date: (day: string) => `Rules in force on ${day}.`,
    contact: (ways: string) => `Contact: ${ways}.`,
    languages: (names: string) => `Working languages: ${names}.`,
    language: { fr: 'French', en: 'English' },
    sections: {
      hours: 'Hours and availability',
      requests: 'Incoming requests',
      scope: 'Scope',
      urgency: 'Urgency',
      payment: 'Prices and payment',
      process: 'From A to Z',
      limits: 'Limits',
      notes: 'Other rules',
      plans: 'Plans',
    },
    holidays: 'Coming public holidays on which I do not work',
    alwaysOpen: 'I keep no fixed hours: requests are dealt with as they arrive.',
    board: 'Requests are put on the shared board.',
    noLimits: 'No limit on volume or changes has been set to date.',
    differs: 'What differs from the rules above:',
    same: 'Nothing differs from the rules above.',
    dropped: (titles: string) => `Do not apply: ${titles}.`,
    ownWords: 'I wrote these rules in French.',
  },
} as const

/** Which clauses are in which section, in the order of the article that the product follows. */
const contents = {
  hours: ['hours', 'answers'],
  requests: ['channels', 'needs'],
  scope: ['services-included', 'services-quote', 'services-excluded', 'scope'],
  urgency: ['urgency', 'surcharges'],
  payment: ['rates', 'package', 'deposit', 'payment', 'late-payment', 'vat'],
  limits: ['revisions', 'limits'],
  process: ['terms'],
} as const

/**
 * The whole written procedure in Markdown, for clients to read and for a colleague to work by: every rule that is
 * judged. For one client's own rules, give the effective policy without its plans.
 */
export function procedure(policy: Policy, language: Language, day: string): string {
  const words = wording[language]
  const { sections } = words
  const all = clauses(policy, language, day)
  const from = (ids: readonly string[]) =>
    all.filter(({ id }) => ids.includes(id)).map((clause) => clauseSection(clause, 3))
  const orElse = (parts: string[], otherwise: string) => (parts.length > 0 ? parts : [otherwise])
  const parts: [string, string[]][] = [
    [sections.hours, [...orElse(from(contents.hours), words.alwaysOpen), ...holidays(policy, language, day)]],
    [sections.requests, orElse(from(contents.requests), words.board)],
    [sections.scope, from(contents.scope)],
    [sections.urgency, from(contents.urgency)],
    [sections.payment, from(contents.payment)],
    [sections.process, [steps(policy, all, language), ...from(contents.process)]],
    [sections.limits, orElse(from(contents.limits), words.noLimits)],
    [sections.notes, notes(all, policy, language)],
    [sections.plans, planDifferences(policy, language, day).map((plan) => planSection(plan, language))],
  ]
  const filled = parts.filter(([, body]) => body.length > 0)
  return page([
    heading(1, words.title),
    who(policy, language),
    escapedText(
      paragraph(words.intro, words.date(formatPeriod(day, day, language)), spoken(policy, language)),
    ),
    ...filled.flatMap(([title, body], index) => [heading(2, `${index + 1}. ${title}`), ...body]),
  ])
}

function who({ name, assistant }: Policy, language: Language): string {
  if (assistant === undefined) return `**${escaped(oneLine(name))}**`
  const { trade, email, website } = assistant
  const ways = [email, website].filter((way) => way !== undefined)
  const shown = `**${escaped(oneLine(assistant.name))}**${trade === undefined ? '' : ` – ${escaped(oneLine(trade))}`}`
  return [
    shown,
    ...(ways.length === 0 ? [] : [escaped(wording[language].contact(listOf(ways, language)))]),
  ].join('  \n')
}

function spoken({ languages }: Policy, language: Language): string {
  const words = wording[language]
  return words.languages(
    listOf(
      [...new Set(languages)].map((each) => words.language[each]),
      language,
    ),
  )
}

function holidays(policy: Policy, language: Language, day: string): string[] {
  const coming = comingHolidays(policy, language, day)
  return coming.length === 0 ? [] : [heading(3, wording[language].holidays), escapedText(bullets(coming))]
}

function steps(policy: Policy, all: readonly Clause[], language: Language): string {
  return processSteps(policy, all, language)
    .map((step, index) => `${index + 1}. ${escaped(step)}`)
    .join('\n')
}

/** Nobody translates what the assistant wrote down herself. */
function notes(all: readonly Clause[], policy: Policy, language: Language): string[] {
  const own = all.filter(({ id }) => id.startsWith('note-')).map((clause) => clauseSection(clause, 3))
  return own.length === 0 || policy.language === language ? own : [wording[language].ownWords, ...own]
}

function planSection({ name, changed, dropped }: PlanDifferences, language: Language): string {
  const words = wording[language]
  const items = changed.map(({ title, text }) => `- **${escaped(title)}.** ${escaped(oneLine(text))}`)
  const gone = dropped.length === 0 ? [] : [`- ${escaped(words.dropped(dropped.join(', ')))}`]
  const all = [...items, ...gone]
  const intro = all.length === 0 ? words.same : words.differs
  return [heading(3, oneLine(name)), intro, ...(all.length === 0 ? [] : [all.join('\n')])].join('\n\n')
}
