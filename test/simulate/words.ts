import type { Filled } from './boards/board.ts'
import type { Draft } from './history.ts'

/** What clients ask for: covered, on quote, excluded, unclear; and twice with words that make it urgent. */
const titles = [
  'Newsletter de mars',
  'Page de vente',
  'Développement web : un bouton',
  'Article de blog',
  'Newsletter en urgence',
  'Bonjour',
]

const texts = [
  'Le texte est prêt.',
  `${'Tout est dans le dossier partagé, il suffit de reprendre le gabarit habituel. '.repeat(8).trim()}`,
  '**Important**\n\n- une image\n- un lien <https://example.test/a?b=c&d>',
  '',
]

/** Hours from the moment of writing: short notice, or ample however long the history lasts. */
const dueHours = { near: 3, far: 240 }

/** A draft as it is typed at a moment, in Unix milliseconds. */
export function filledOf({ title, text, due }: Draft, at: number): Filled {
  return {
    ...(title !== undefined && { title: titles[title % titles.length] ?? '' }),
    ...(text !== undefined && { text: texts[text % texts.length] ?? '' }),
    ...(due !== undefined && {
      due: due === 'none' ? null : new Date(at + dueHours[due] * 3_600_000).toISOString(),
    }),
  }
}
