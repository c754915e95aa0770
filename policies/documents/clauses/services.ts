import type { Language } from '#model/board.ts'
import { formatNumber } from '../../money.ts'
import { type Kind, kinds } from '../../schema/services.ts'
import type { Policy, Service } from '../../schema.ts'
import {
  amountWords,
  bullets,
  capitalized,
  ended,
  fitting,
  listOf,
  localized,
  nameOf,
  oneLine,
  paragraph,
  paragraphs,
} from '../words.ts'
import { type ClauseWriter, clause, type SentenceWriter } from './clause.ts'

const wording = {
  fr: {
    titles: {
      included: 'Prestations comprises',
      quote: 'Prestations sur devis',
      excluded: 'Prestations non comprises',
    },
    leads: {
      included: '',
      quote: "Ces prestations font l'objet d'un devis, que le client accepte avant le début du travail.",
      excluded: '',
    },
    sentences: {
      included: (name: string) => `${name} : je réalise cette prestation dans le cadre convenu.`,
      quote: (name: string) => `${name} : je réalise cette prestation sur devis.`,
      excluded: (name: string) =>
        `${name} : cette prestation n'est pas comprise dans mes services habituels.`,
    },
    uncatalogued: 'Demandes hors cadre',
    quote:
      "Une demande qui ne relève d'aucune de mes prestations fait l'objet d'un devis complémentaire, que le client accepte avant le début du travail.",
    review:
      "Une demande qui ne relève d'aucune de mes prestations est étudiée au cas par cas avant tout engagement.",
    free: 'Le client reste libre de confier ce travail à un autre prestataire.',
    needs: 'Éléments à fournir',
    need: (service: string, names: string) =>
      `Avant de commencer la prestation ${service}, je dois avoir reçu les éléments suivants : ${names}.`,
    needInShort: (service: string) =>
      `Avant de commencer la prestation ${service}, je dois avoir reçu tous les éléments prévus pour elle.`,
    ways: (names: string) => `Comment les transmettre : ${names}.`,
    proofs: {
      due_date: 'échéance',
      attachment: 'pièce jointe',
      link: 'lien',
      words: 'mention dans la demande',
    },
    start: 'Le travail et son délai commencent lorsque tout est réuni.',
    referral: (names: string) => `Je peux orienter le client vers ${names}.`,
    price: (amount: string) => `prix fixe : ${amount}`,
    hours: (hours: string) => `durée habituelle : ${hours}`,
    range: (min: string, max: string) => `de ${min} à ${max} h`,
    complexity: { low: 'demande simple', medium: 'demande de complexité moyenne', high: 'demande complexe' },
    oneOff: 'mission ponctuelle',
  },
  en: {
    titles: { included: 'Services included', quote: 'Services on quote', excluded: 'Services not included' },
    leads: {
      included: '',
      quote: 'These services are subject to a quote, which the client accepts before work starts.',
      excluded: '',
    },
    sentences: {
      included: (name: string) => `${name}: I provide this service within the agreed scope.`,
      quote: (name: string) => `${name}: I provide this service on quote.`,
      excluded: (name: string) => `${name}: this is not part of my usual services.`,
    },
    uncatalogued: 'Out-of-scope requests',
    quote:
      'A request that falls under none of my services is subject to a separate quote, which the client accepts before work starts.',
    review:
      'A request that falls under none of my services is considered case by case before I commit to anything.',
    free: 'The client remains free to entrust this work to another provider.',
    needs: 'What the client supplies',
    need: (service: string, names: string) =>
      `Before starting on ${service}, I must have received the following: ${names}.`,
    needInShort: (service: string) =>
      `Before starting on ${service}, I must have received everything set out for it.`,
    ways: (names: string) => `How to supply them: ${names}.`,
    proofs: {
      due_date: 'due date',
      attachment: 'attachment',
      link: 'link',
      words: 'mention in the request',
    },
    start: 'The work and its time frame begin once everything is there.',
    referral: (names: string) => `I can refer the client to ${names}.`,
    price: (amount: string) => `fixed price: ${amount}`,
    hours: (hours: string) => `usual duration: ${hours}`,
    range: (min: string, max: string) => `${min} to ${max} h`,
    complexity: { low: 'simple request', medium: 'request of medium complexity', high: 'complex request' },
    oneOff: 'one-off assignment',
  },
} as const

/** What is done, what is done on quote, what is not, and what else is asked for. */
export const scopeClauses: ClauseWriter = (policy, language) => [
  ...kinds.flatMap((kind) => kindClause(policy, kind, language)),
  ...clause(
    'scope',
    wording[language].uncatalogued,
    paragraph(uncataloguedSentence(policy, language), wording[language].free),
  ),
]

/** What the client supplies before work starts. */
export const needsClauses: ClauseWriter = (policy, language) => {
  const words = wording[language]
  const items = policy.services
    .filter(({ kind, needs }) => kind !== 'excluded' && needs.length > 0)
    .map((service) =>
      paragraph(
        needsSentence(service, policy, language),
        words.ways(waysToSupply(service, policy, language)),
      ),
    )
  return clause('needs', words.needs, items.length === 0 ? '' : paragraphs(bullets(items), words.start))
}

/** `Newsletters : je réalise cette prestation dans le cadre convenu.` */
export function serviceSentence(service: Service, policy: Policy, language: Language): string {
  return wording[language].sentences[service.kind](nameOf(service.name, policy, language))
}

export const uncataloguedSentence: SentenceWriter = ({ scope }, language) =>
  wording[language][scope.uncatalogued]

/** Empty for what is not done anyway. */
export function needsSentence(service: Service, policy: Policy, language: Language): string {
  if (service.kind === 'excluded' || service.needs.length === 0) return ''
  const words = wording[language]
  const name = nameOf(service.name, policy, language)
  return fitting(
    words.need(name, listed(needNames(service, policy, language), language)),
    words.needInShort(name),
  )
}

/** What there is to know of a service beside its name and kind, in sentences. */
export function serviceDetails(service: Service, policy: Policy, language: Language): string {
  const words = wording[language]
  const description =
    service.description === undefined ? '' : oneLine(localized(service.description, policy, language))
  const facts = service.kind === 'excluded' ? [] : serviceFacts(service, policy, language)
  const referrals = service.kind === 'excluded' ? referralNames(service, policy, language) : []
  return paragraph(
    description === '' ? '' : ended(description),
    facts.length === 0 ? '' : `${capitalized(facts.join(language === 'fr' ? ' ; ' : '; '))}.`,
    referrals.length === 0 ? '' : words.referral(listOf(referrals, language, 'or')),
  )
}

function kindClause(policy: Policy, kind: Kind, language: Language) {
  const words = wording[language]
  const items = policy.services
    .filter((service) => service.kind === kind)
    .map((service) =>
      paragraph(serviceSentence(service, policy, language), serviceDetails(service, policy, language)),
    )
  const text = items.length === 0 ? '' : paragraphs(words.leads[kind], bullets(items))
  return clause(`services-${kind}`, words.titles[kind], text)
}

function serviceFacts(
  { price, defaultHours, complexity, oneOff }: Service,
  policy: Policy,
  language: Language,
) {
  const words = wording[language]
  return [
    ...(price === undefined ? [] : [words.price(amountWords(price, policy, language))]),
    ...(defaultHours === undefined ? [] : [words.hours(rangeWords(defaultHours, language))]),
    ...(complexity === undefined ? [] : [words.complexity[complexity]]),
    ...(oneOff ? [words.oneOff] : []),
  ]
}

function rangeWords(hours: NonNullable<Service['defaultHours']>, language: Language): string {
  const [min, max] = typeof hours === 'number' ? [hours, hours] : [hours.min, hours.max]
  if (min === max) return `${formatNumber(min, language)} h`
  return wording[language].range(formatNumber(min, language), formatNumber(max, language))
}

/** What a service needs from the client. */
export function needNames({ needs }: Service, policy: Policy, language: Language): string[] {
  return needs.map(({ name }) => nameOf(name, policy, language))
}

/** The same with how each can be given: `texte validé (pièce jointe ou lien)`. */
export function suppliedNames(service: Service, policy: Policy, language: Language): string[] {
  const names = needNames(service, policy, language)
  return service.needs.map(({ by }, index) => `${names[index] ?? ''} (${proofWords(by, language)})`)
}

/** Told once when it is the same for everything. */
function waysToSupply(service: Service, policy: Policy, language: Language): string {
  const ways = new Set(service.needs.map(({ by }) => proofWords(by, language)))
  const [only = ''] = ways
  return ways.size === 1 ? only : listed(suppliedNames(service, policy, language), language)
}

function proofWords(by: Service['needs'][number]['by'], language: Language): string {
  return listOf(
    by.map((proof) => wording[language].proofs[proof]),
    language,
    'or',
  )
}

const listed = (names: readonly string[], language: Language) => names.join(language === 'fr' ? ' ; ' : '; ')

function referralNames({ referrals }: Service, policy: Policy, language: Language): string[] {
  return referrals.map(({ name, contact }) => {
    const shown = nameOf(name, policy, language)
    return contact === undefined ? shown : `${shown} (${oneLine(contact)})`
  })
}
