import type { Language } from '#model/board.ts'
import type { Decision, Price } from '#model/decision.ts'
import type { TimelineEntry, TimelineEvent } from '#model/timeline.ts'
import { formatMoment } from '../calendar.ts'
import { escaped, escapedLine, heading, page } from '../documents/markdown.ts'
import { zoneWords } from '../documents/places.ts'
import { capitalized } from '../documents/words.ts'
import { formatRange } from '../money.ts'
import { answerWords } from './answer-words.ts'
import { bookWords } from './book-words.ts'
import { partedWords } from './parted-words.ts'
import { nameOf, quoted, type Speech } from './speech.ts'
import { orderWords, overrideWords, writeWords } from './write-words.ts'

/** The events of a request in plain words, oldest first. Pure. */
export function timelineOf(events: readonly TimelineEvent[], speech: Speech): TimelineEntry[] {
  return events
    .toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
    .map((event) => ({ at: event.at, kind: event.kind, words: wordsOf(event, speech), text: textOf(event) }))
}

function wordsOf(event: TimelineEvent, speech: Speech): string {
  const { language } = speech
  const isFrench = language === 'fr'
  switch (event.kind) {
    case 'asked': {
      const title = quoted(event.title, language)
      return isFrench ? `${event.client} a demandé ${title}.` : `${event.client} asked for ${title}.`
    }
    case 'judged':
      return decisionWords(event.decision, speech)
    case 'wrote':
      return writeWords(event.operations, speech)
    case 'answered':
      return answerWords(event.answer, speech)
    case 'ordered':
      return orderWords(event.order, speech)
    case 'changed':
      return overrideWords(event.override, speech)
    case 'booked':
      return bookWords(event.entry, speech)
    case 'gone':
      return isFrench ? "La demande n'est plus sur le tableau." : 'The request is no longer on the board.'
    case 'parted':
      return partedWords(event.why, language)
  }
}

/** A client's no may leave no label. */
const nothingLeft = { fr: "Il n'y a plus rien à décider.", en: 'Nothing is left to decide.' } as const

/** The verdict, what it costs, and the rules it rests on. */
function decisionWords(decision: Decision, speech: Speech): string {
  const { labels, price, findings } = decision
  const { language } = speech
  const isFrench = language === 'fr'
  const names = labels.map((label) => nameOf(label, language)).join(', ')
  const clauses = findings.flatMap(({ clause }) => (clause === null ? [] : [speech.clause(decision, clause)]))
  const rules = [...new Set(clauses)]
    .filter((clause) => clause !== '')
    .map((clause) => quoted(clause, language))
  return [
    labels.length === 0 ? nothingLeft[language] : isFrench ? `Verdict : ${names}.` : `Verdict: ${names}.`,
    ...(price === null
      ? []
      : [isFrench ? `Prix : ${priceWords(price, language)}.` : `Price: ${priceWords(price, language)}.`]),
    ...(rules.length === 0
      ? []
      : [`${isFrench ? 'Selon les règles :' : 'By the rules:'} ${rules.join(' ')}`]),
  ].join(' ')
}

/** What a request costs in the end: the amount, or that it is given away. */
export function priceWords({ total, isOffered }: Price, language: Language): string {
  if (isOffered) return language === 'fr' ? 'offert' : 'given away'
  return formatRange(total, language)
}

function textOf(event: TimelineEvent): string | null {
  if (event.kind !== 'wrote') return null
  const comment = event.operations.findLast((operation) => operation.kind === 'comment')
  return comment?.text ?? null
}

/** The same as a page of Markdown. What people wrote cannot become markup. */
export function timelinePage(title: string, entries: readonly TimelineEntry[], speech: Speech): string {
  const items = entries.map(({ at, words, text }) => {
    const moment = formatMoment(at, speech.timeZone, speech.language)
    const item = `- **${escaped(moment)}** ${escapedLine(oneLine(words))}`
    if (text === null) return item
    return [item, ...text.split('\n').map((line) => `  > ${escapedLine(line)}`)].join('\n')
  })
  const zone = `${capitalized(zoneWords(speech.timeZone, speech.language))}.`
  return page([heading(1, oneLine(title)), zone, items.join('\n')])
}

const oneLine = (words: string) => words.replace(/\s+/gu, ' ').trim()
