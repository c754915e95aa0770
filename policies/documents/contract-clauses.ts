import type { Language } from '#model/board.ts'
import { formatPeriod } from '../calendar.ts'
import type { Policy } from '../schema.ts'
import { clauses } from './clauses.ts'
import { escapedText, heading, page } from './markdown.ts'
import { oneLine, paragraph } from './words.ts'

const wording = {
  fr: {
    title: 'Clauses du contrat',
    intro: (day: string) => `Les présentes clauses énoncent les règles de travail en vigueur ${day}.`,
    speaker: (name: string) =>
      `« Je » désigne ${name} ; « le client », la personne ou l'entreprise qui lui confie un travail.`,
    anyone:
      "« Je » désigne la personne qui réalise les prestations ; « le client », la personne ou l'entreprise qui les lui confie.",
    article: (number: number, title: string) => `Article ${number} – ${title}`,
  },
  en: {
    title: 'Contract clauses',
    intro: (day: string) => `These clauses set out the working rules in force on ${day}.`,
    speaker: (name: string) =>
      `“I” means ${name}; “the client” means the person or business that entrusts work to them.`,
    anyone:
      '“I” means the person who provides the services; “the client” means the person or business that entrusts them with work.',
    article: (number: number, title: string) => `Article ${number} – ${title}`,
  },
} as const

/** What a policy agrees, as numbered articles for a contract, in Markdown; what is dated, as on a day. */
export function contractClauses(policy: Policy, language: Language, day: string): string {
  const words = wording[language]
  const name = policy.assistant?.name
  const articles = clauses(policy, language, day).map(
    ({ title, text }, index) => `${heading(2, words.article(index + 1, title))}\n\n${escapedText(text)}`,
  )
  const speaker = name === undefined ? words.anyone : words.speaker(oneLine(name))
  return page([
    heading(1, words.title),
    escapedText(paragraph(words.intro(formatPeriod(day, day, language)), speaker)),
    ...articles,
  ])
}
