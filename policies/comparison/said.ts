import type { Language } from '#model/board.ts'
import { paragraph } from '../documents/words.ts'
import { privateWords } from '../private-words.ts'
import type { Judged, Sentence } from './judged.ts'

const words = {
  fr: {
    comment: 'Un commentaire est désormais prévu pour le client.',
    silence: "Aucun commentaire n'est plus prévu pour le client.",
    message: 'Le texte du commentaire change.',
    told: (sentences: string) => `Pour toi seule : ${sentences}`,
    untold: (sentences: string) => `Ne t'est plus signalé : ${sentences}`,
  },
  en: {
    comment: 'A comment to the client is now due.',
    silence: 'No comment to the client is due any more.',
    message: 'The wording of the comment changes.',
    told: (sentences: string) => `For you alone: ${sentences}`,
    untold: (sentences: string) => `No longer told to you: ${sentences}`,
  },
} as const

/** Whether the client is written to at all. */
export function comment({ decision: before }: Judged, { decision: after }: Judged): Sentence | null {
  if (before.announce === after.announce) return null
  return (language) => words[language][after.announce ? 'comment' : 'silence']
}

/** Another wording, which matters where both are written. */
export function message({ decision: before }: Judged, { decision: after }: Judged): Sentence | null {
  if (!before.announce || !after.announce || before.message === after.message) return null
  return (language) => words[language].message
}

/** What the assistant alone is told. */
export function secrets(before: Judged, after: Judged): Sentence | null {
  if (before.decision.privateFindings.length + after.decision.privateFindings.length === 0) return null
  const onlyIn = (one: Judged, other: Judged, language: Language) => {
    const known = told(other, language)
    return told(one, language).filter((sentence) => !known.includes(sentence))
  }
  if ([...onlyIn(after, before, 'fr'), ...onlyIn(before, after, 'fr')].length === 0) return null
  return (language) => {
    const [more, fewer] = [onlyIn(after, before, language), onlyIn(before, after, language)]
    const said = words[language]
    return paragraph(
      more.length === 0 ? '' : said.told(more.join(' ')),
      fewer.length === 0 ? '' : said.untold(fewer.join(' ')),
    )
  }
}

const told = ({ decision, policy }: Judged, language: Language) =>
  decision.privateFindings.map((finding) => privateWords(finding, policy, language))
