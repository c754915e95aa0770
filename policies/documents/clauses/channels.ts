import type { Language } from '#model/board.ts'
import { type Channel, tools } from '#model/task.ts'
import { channelNames } from '../../messages/channel-values.ts'
import { channelKinds } from '../../schema/channels.ts'
import type { Policy } from '../../schema.ts'
import { capitalized, fitting, listOf, oneLine, paragraph, paragraphs } from '../words.ts'
import { type ClauseWriter, clause, type SentenceWriter } from './clause.ts'

type Agreed = Policy['channels']['agreed']

const wording = {
  fr: {
    title: 'Canaux de communication',
    kinds: { request: 'les demandes', urgent: 'les urgences', question: 'les questions' },
    first: (kind: string, via: string) => `${kind} passent par ${via}`,
    more: (kind: string, via: string) => `${kind} par ${via}`,
    other: "d'autres moyens",
    inShort: 'Les demandes, les urgences et les questions passent par les canaux convenus pour chacune.',
    board: 'Le tableau de suivi partagé avec le client est toujours accepté pour les demandes.',
    urgentToo: (via: string) =>
      `Une urgence déposée sur le tableau de suivi doit aussi m'être signalée par ${via}.`,
    elsewhere:
      "Une demande envoyée par un autre moyen n'est pas prioritaire tant qu'elle ne m'a pas été transmise par un canal convenu.",
    refused: (via: string) => `Je ne prends pas en charge les demandes transmises par ${via}.`,
    recordings: 'Cela vaut aussi pour un message vocal joint à une demande écrite.',
  },
  en: {
    title: 'Communication channels',
    kinds: { request: 'requests', urgent: 'urgent requests', question: 'questions' },
    first: (kind: string, via: string) => `${kind} come via ${via}`,
    more: (kind: string, via: string) => `${kind} via ${via}`,
    other: 'other means',
    inShort: 'Requests, urgent requests and questions come via the channels agreed for each.',
    board: 'The board shared with the client is always accepted for requests.',
    urgentToo: (via: string) =>
      `An urgent request put on the shared board must also be announced to me via ${via}.`,
    elsewhere:
      'A request sent any other way has no priority until it has been passed on to me through an agreed channel.',
    refused: (via: string) => `I do not take requests that come via ${via}.`,
    recordings: 'The same goes for a voice message attached to a written request.',
  },
} as const

/** By which ways requests come, and by which they do not. */
export const channelClauses: ClauseWriter = (policy, language) => {
  const words = wording[language]
  const { agreed, refused } = policy.channels
  const requests = agreed.filter((way) => way.for.includes('request'))
  const urgent = agreed.filter((way) => way.for.includes('urgent'))
  const text = paragraphs(
    agreed.length === 0
      ? ''
      : paragraph(
          agreedSentence(policy, language),
          agreedBeside(agreed, language),
          requests.some(isBoard) ? '' : words.board,
          urgent.length === 0 || urgent.some(isBoard) ? '' : words.urgentToo(ways(urgent, language, true)),
          words.elsewhere,
        ),
    paragraph(refusedSentence(policy, language), refused.includes('voice') ? words.recordings : ''),
  )
  return clause('channels', words.title, text)
}

/** `Les demandes passent par Trello, les urgences par e-mail (objet URGENT) et les questions par Slack.` */
export const agreedSentence: SentenceWriter = ({ channels: { agreed } }, language) => {
  if (agreed.length === 0) return ''
  const [whole, bare] = [true, false].map((withNotes) => kindsSentence(agreed, language, withNotes))
  return fitting(whole ?? '', bare ?? '', wording[language].inShort)
}

export const refusedSentence: SentenceWriter = ({ channels: { refused } }, language) => {
  if (refused.length === 0) return ''
  const names = [...new Set(refused)].map((via) => channelName(via, language))
  return wording[language].refused(listOf(names, language, 'or'))
}

/** A channel within a sentence, after "par" or "via". */
export function channelName(via: Channel, language: Language): string {
  return via === 'other' ? wording[language].other : channelNames[language][via]
}

/** What would make the sentence too long to be quoted follows it. */
function agreedBeside(agreed: Agreed, language: Language): string {
  const whole = kindsSentence(agreed, language, true)
  if (fitting(whole, '') !== '') return ''
  if (fitting(kindsSentence(agreed, language, false), '') === '') return whole
  return agreed
    .filter(({ note }) => note !== undefined)
    .map(({ via, note = '' }) => `${capitalized(channelName(via, language))} (${oneLine(note)}).`)
    .join(' ')
}

/** Kinds that come by the same ways are told together. */
function kindsSentence(agreed: Agreed, language: Language, withNotes: boolean): string {
  const words = wording[language]
  const kindsByWays = new Map<string, string[]>()
  for (const kind of channelKinds) {
    const via = agreed.filter((way) => way.for.includes(kind))
    if (via.length === 0) continue
    const shown = ways(via, language, withNotes)
    kindsByWays.set(shown, [...(kindsByWays.get(shown) ?? []), words.kinds[kind]])
  }
  const parts = [...kindsByWays].map(([via, kinds], index) =>
    words[index === 0 ? 'first' : 'more'](listOf(kinds, language), via),
  )
  return capitalized(`${listOf(parts, language)}.`)
}

/** `Trello ou e-mail (objet URGENT)`, each once. */
export function ways(agreed: Agreed, language: Language, withNotes: boolean): string {
  const names = agreed.map(({ via, note }) => {
    const name = channelName(via, language)
    return withNotes && note !== undefined ? `${name} (${oneLine(note)})` : name
  })
  return listOf([...new Set(names)], language, 'or')
}

export const isBoard = ({ via }: Pick<Agreed[number], 'via'>) => tools.some((tool) => tool === via)
