import type { Client, Language } from '#model/board.ts'
import { formatPercent } from '../money.ts'
import type { Policy } from '../schema.ts'
import { channelName, isBoard, ways } from './clauses/channels.ts'
import { weekInShort, weekSentence } from './clauses/hours.ts'
import { surchargeRange, thresholdSentence } from './clauses/urgency.ts'
import { listOf, paragraph } from './words.ts'

const longest = 500

const french = {
  confirm: "En urgence, je confirme d'abord ma disponibilité",
  never: 'Je ne prends pas de travail en urgence : je propose la première date possible',
  upTo: (max: string) => `, et une majoration allant jusqu'à ${max} peut s'appliquer`,
  range: (min: string, max: string) => `, et une majoration de ${min} à ${max} peut s'appliquer`,
  exactly: (percent: string) => `, et une majoration de ${percent} peut s'appliquer`,
} as const

const wording = {
  tu: {
    ...french,
    here: 'Tu peux déposer tes demandes ici',
    notVia: (via: string) => `, plutôt que par ${via}`,
    announce: (via: string) => ` ; l'urgence s'annonce aussi par ${via}`,
  },
  vous: {
    ...french,
    here: 'Vous pouvez déposer vos demandes ici',
    notVia: (via: string) => `, plutôt que par ${via}`,
    announce: (via: string) => ` ; l'urgence s'annonce aussi par ${via}`,
  },
  en: {
    confirm: 'For urgent work, I confirm my availability first',
    never: 'I do not take on urgent work: I suggest the earliest possible date',
    upTo: (max: string) => `, and a surcharge of up to ${max} may apply`,
    range: (min: string, max: string) => `, and a surcharge of ${min} to ${max} may apply`,
    exactly: (percent: string) => `, and a surcharge of ${percent} may apply`,
    here: 'You can put your requests here',
    notVia: (via: string) => `, rather than via ${via}`,
    announce: (via: string) => `; please announce it via ${via} too`,
  },
} as const

/**
 * The frame in three or four sentences, for the first comment to a client: when I work, where to ask, what is urgent
 * and what happens then. At most 500 characters: channels that are not used go first, then notes, then where else to announce urgent work, then the hours.
 */
export function introduction(policy: Policy, language: Language, address: Client['address']): string {
  const words = wording[language === 'en' ? 'en' : address]
  const week = [weekSentence(policy, language), policy.hours === undefined ? '' : weekInShort(language)]
  const whole = (detail: number) =>
    paragraph(
      week[detail < 4 ? 0 : 1] ?? '',
      `${words.here}${detail === 0 ? refused(policy, language, words) : ''}.`,
      thresholdSentence(policy, language),
      `${urgent(policy, language, words)}${detail < 3 ? announce(policy, language, detail < 2, words) : ''}.`,
    )
  const texts = [0, 1, 2, 3, 4].map(whole)
  return texts.find((text) => text.length <= longest) ?? texts.at(-1) ?? ''
}

type Words = (typeof wording)['tu' | 'vous' | 'en']

function refused({ channels }: Policy, language: Language, words: Words): string {
  const names = [...new Set(channels.refused)].map((via) => channelName(via, language))
  return names.length === 0 ? '' : words.notVia(listOf(names, language, 'or'))
}

function urgent(policy: Policy, language: Language, words: Words): string {
  if (!policy.urgency.accepted) return words.never
  const range = surchargeRange(policy)
  if (range === null) return words.confirm
  const [min, max] = [formatPercent(range.min, language), formatPercent(range.max, language)]
  if (min === max) return words.confirm + words.exactly(max)
  return words.confirm + (range.min === 0 ? words.upTo(max) : words.range(min, max))
}

/** Where else urgent work has to be announced. */
function announce(
  { channels, urgency }: Policy,
  language: Language,
  withNotes: boolean,
  words: Words,
): string {
  const urgent = channels.agreed.filter((way) => way.for.includes('urgent'))
  if (!urgency.accepted || urgent.length === 0 || urgent.some(isBoard)) return ''
  return words.announce(ways(urgent, language, withNotes))
}
