import type { Language } from '#model/board.ts'
import type { ReplyChannel } from './reply-channels.ts'
import { paragraph } from './words.ts'

/** On which occasions an answer is given by itself. */
export type ReplyWhen = 'outside_hours' | 'leave' | 'holiday'

/** What such an answer speaks of; empty where it does not apply. */
export interface ReplyFacts {
  readonly name: string
  /** `Je travaille du lundi au vendredi …` */
  readonly week: string
  /** `vendredi 1er janvier (Nouvel An)` */
  readonly day: string
  /** The last day of the leave. */
  readonly until: string
  /** Does somebody stand in meanwhile? */
  readonly isReplaced: boolean
  /** When answers are given again. */
  readonly back: string
}

interface Occasion {
  readonly why: string
  /** The same in short. */
  readonly brief?: string
  readonly next: string
  readonly status: string
}

interface Wording {
  readonly hello: string
  readonly thanks: string
  readonly bye: string
  readonly occasions: Readonly<Record<ReplyWhen, (facts: ReplyFacts) => Occasion>>
}

const wording: Readonly<Record<Language, Wording>> = {
  fr: {
    hello: 'Bonjour,',
    thanks: 'Merci pour votre message.',
    bye: 'Bien à vous,',
    occasions: {
      outside_hours: ({ week }) => ({
        why: paragraph('Vous me joignez en dehors de mes horaires.', week),
        brief: 'Vous me joignez en dehors de mes horaires.',
        next: 'Je vous réponds à la reprise.',
        status: 'Hors horaires : je réponds à la reprise',
      }),
      leave: ({ until, isReplaced, back }) => ({
        why: `Je suis en congés jusqu'au ${until} inclus${isReplaced ? " ; d'ici là, le relais est assuré" : ''}.`,
        brief: `Je suis en congés jusqu'au ${until} inclus.`,
        next: `Je vous réponds à mon retour, à partir du ${back}.`,
        status: `En congés, de retour le ${back}`,
      }),
      holiday: ({ day, back }) => ({
        why: `Je ne travaille pas le ${day}.`,
        next: `Je vous réponds à partir du ${back}.`,
        status: `Jour férié, de retour le ${back}`,
      }),
    },
  },
  en: {
    hello: 'Hello,',
    thanks: 'Thank you for your message.',
    bye: 'Kind regards,',
    occasions: {
      outside_hours: ({ week }) => ({
        why: paragraph('You have reached me outside my working hours.', week),
        brief: 'You have reached me outside my working hours.',
        next: 'I will answer when I am back at work.',
        status: 'Out of hours: I answer when I am back',
      }),
      leave: ({ until, isReplaced, back }) => ({
        why: `I am on leave until ${until} inclusive${isReplaced ? '; a colleague is standing in until then' : ''}.`,
        brief: `I am on leave until ${until} inclusive.`,
        next: `I will answer when I return, from ${back}.`,
        status: `On leave, back ${back}`,
      }),
      holiday: ({ day, back }) => ({
        why: `I am not working on ${day}.`,
        next: `I will answer from ${back}.`,
        status: `Public holiday, back ${back}`,
      }),
    },
  },
}

/** What can be said in a channel, the fullest first. */
export function replyTexts(
  channel: ReplyChannel['id'],
  when: ReplyWhen,
  facts: ReplyFacts,
  language: Language,
): readonly string[] {
  const { hello, thanks, bye, occasions } = wording[language]
  const { why, brief = why, next, status } = occasions[when](facts)
  if (channel === 'slack') return [status]
  const signed = facts.name === '' ? '' : `\n\n${bye}\n${facts.name}`
  const short = paragraph(why, next)
  const named = facts.name === '' ? short : `${short} ${facts.name}`
  if (channel === 'sms') {
    const bare = paragraph(brief, next)
    return [
      paragraph(thanks, named),
      paragraph(thanks, short),
      named,
      short,
      paragraph(thanks, bare),
      bare,
      next,
    ]
  }
  if (channel === 'whatsapp') return [`${hello}\n${paragraph(thanks, short)}`, short, next]
  return [`${hello}\n\n${paragraph(thanks, why, next)}${signed}`, short, next]
}
