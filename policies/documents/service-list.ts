import type { Language } from '#model/board.ts'
import { type Kind, kinds } from '../schema/services.ts'
import type { Policy, Service } from '../schema.ts'
import { dueSentence, mentionsOn, packageSentence } from './clauses/billing.ts'
import { serviceDetails, suppliedNames, uncataloguedSentence } from './clauses/services.ts'
import { escaped, escapedText, heading, page } from './markdown.ts'
import { amountWords, nameOf, oneLine, paragraph } from './words.ts'

const wording = {
  fr: {
    title: 'Mes prestations',
    of: (name: string) => `Prestations de ${name}`,
    kinds: {
      included: 'Ce que je fais',
      quote: 'Ce que je fais sur devis',
      excluded: 'Ce que je ne fais pas',
    },
    rate: (amount: string) => `Tarif horaire : ${amount}, sauf prix fixe indiqué.`,
    needs: (names: string) => `À fournir : ${names}.`,
    other: 'Toute autre demande',
  },
  en: {
    title: 'My services',
    of: (name: string) => `Services by ${name}`,
    kinds: { included: 'What I do', quote: 'What I do on quote', excluded: 'What I do not do' },
    rate: (amount: string) => `Hourly rate: ${amount}, unless a fixed price is given.`,
    needs: (names: string) => `To be supplied: ${names}.`,
    other: 'Any other request',
  },
} as const

/** One entry of the list, ready to be shown. */
export interface ListedService {
  readonly id: string
  readonly kind: Kind
  readonly name: string
  /** Description, price, usual duration, who else does it: whole sentences, plain text. */
  readonly details: string
  /** What the client supplies. */
  readonly needs: readonly string[]
}

/** What is done, on quote and not done, in the order of the catalogue: data for a page. */
export function listedServices(policy: Policy, language: Language): readonly ListedService[] {
  return policy.services.map((service) => ({
    id: service.id,
    kind: service.kind,
    name: nameOf(service.name, policy, language),
    details: serviceDetails(service, policy, language),
    needs: service.kind === 'excluded' ? [] : suppliedNames(service, policy, language),
  }))
}

/** The same as Markdown, to be given to clients and prospects. */
export function serviceList(policy: Policy, language: Language, day: string): string {
  const words = wording[language]
  const name = policy.assistant?.name
  const services = listedServices(policy, language)
  const rate = words.rate(amountWords(policy.billing.hourlyRate, policy, language))
  return page([
    heading(1, name === undefined ? words.title : words.of(oneLine(name))),
    ...kinds.flatMap((kind) =>
      kindSection(
        services.filter((each) => each.kind === kind),
        kind,
        language,
      ),
    ),
    heading(2, words.other),
    escapedText(uncataloguedSentence(policy, language)),
    escapedText(
      paragraph(
        rate,
        packageSentence(policy, language),
        dueSentence(policy, language),
        ...mentionsOn(policy, day),
      ),
    ),
  ])
}

function kindSection(
  services: readonly ListedService[],
  kind: Service['kind'],
  language: Language,
): string[] {
  if (services.length === 0) return []
  const words = wording[language]
  const items = services.map(({ name, details, needs }) => {
    const more = paragraph(
      details,
      needs.length === 0 ? '' : words.needs(needs.join(language === 'fr' ? ' ; ' : '; ')),
    )
    return more === '' ? `- **${escaped(name)}**` : `- **${escaped(name)}.** ${escaped(more)}`
  })
  return [heading(2, words.kinds[kind]), items.join('\n')]
}
