import type { Language } from '#model/board.ts'
import type { Policy } from '../schema.ts'
import { type AutoReply, autoReplies } from './auto-reply.ts'
import { escapedText, heading, page } from './markdown.ts'

const wording = {
  fr: {
    title: 'Réponses automatiques',
    intro:
      'Des textes prêts à copier dans chaque outil ; ils suivent les horaires et les congés de la politique.',
    none: "Aucun horaire n'est fixé : il n'y a pas de réponse automatique à prévoir.",
    when: { outside_hours: 'Hors horaires', leave: 'Congés', holiday: 'Jour férié' },
    channel: (name: string, length: number, max: number) => `${name} (${length} caractères sur ${max})`,
  },
  en: {
    title: 'Automatic replies',
    intro: 'Texts ready to be copied into each tool; they follow the working hours and leave of the policy.',
    none: 'No working hours are set: there is no automatic reply to prepare.',
    when: { outside_hours: 'Out of hours', leave: 'Leave', holiday: 'Public holiday' },
    channel: (name: string, length: number, max: number) => `${name} (${length} of ${max} characters)`,
  },
} as const

/** All automatic replies on one page of Markdown, each as a quotation. */
export function autoRepliesPage(policy: Policy, language: Language, day: string): string {
  const words = wording[language]
  const replies = autoReplies(policy, language, day)
  const occasions = [...new Set(replies.map(({ when }) => when))]
  return page([
    heading(1, words.title),
    replies.length === 0 ? words.none : words.intro,
    ...occasions.flatMap((when) => [
      heading(2, words.when[when]),
      ...replies.filter((reply) => reply.when === when).map((reply) => section(reply, language)),
    ]),
  ])
}

function section({ channel, text }: AutoReply, language: Language): string {
  const title = wording[language].channel(channel.name, text.length, channel.maxLength)
  const quoted = escapedText(text)
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}  `))
    .join('\n')
  return `${heading(3, title)}\n\n${quoted}`
}
