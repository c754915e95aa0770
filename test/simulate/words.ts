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

/** The number of one that is urgent. */
export const urgentTitle = titles.findIndex(soundsUrgent)

const texts = [
  'Le texte est prêt.',
  `${'Tout est dans le dossier partagé, il suffit de reprendre le gabarit habituel. '.repeat(8).trim()}`,
  '**Important**\n\n- une image\n- un lien <https://example.test/a?b=c&d>',
  '',
]

/** Hours from the moment of writing: short notice, or ample however long the history lasts. */
const dueHours = { near: 3, far: 240 }

/** A draft as it is typed at a moment, in Unix milliseconds. Nobody sets a date to the second. */
export function filledOf({ title, text, due }: Draft, at: number): Filled {
  const minute = Math.floor(at / 60_000) * 60_000
  return {
    ...(title !== undefined && { title: titles[title % titles.length] ?? '' }),
    ...(text !== undefined && { text: texts[text % texts.length] ?? '' }),
    ...(due !== undefined && {
      due: due === 'none' ? null : new Date(minute + dueHours[due] * 3_600_000).toISOString(),
    }),
  }
}

/** Is so little time left from the moment that a date was set that the policy bills it? */
export const isShortNotice = (due: { readonly at: string; readonly setAt: number } | null) =>
  due !== null && Date.parse(due.at) - due.setAt < 24 * 3_600_000

/** Do these words make a request urgent? */
export function soundsUrgent(title: string): boolean {
  return /urgen/i.test(title)
}
