import type { Client, Language } from '#model/board.ts'
import type { Due, Observed } from '#model/task.ts'
import { endOfDay } from '#policies/calendar.ts'
import { passedOn, visible } from '#policies/text/visible.ts'
import { dueOf } from './due.ts'
import type { Content } from './merge-twin.ts'

const words = {
  fr: { request: 'Demande de', files: 'Pièces jointes' },
  en: { request: 'Request from', files: 'Attachments' },
} as const

/** How the assistant reads the requests of one client on her own board. */
export interface Reader {
  readonly client: Pick<Client, 'name' | 'timeZone'>
  readonly language: Language
  /** The request's reference, by which a twin is found again. */
  readonly reference: string
  /** Can her tool hold a day without a time? If not, a day ends where the client is. */
  readonly holdsDueDays: boolean
}

/**
 * What a request's twin should say: whose it is and where it stands first, for what is too long is cut at the end, then
 * the client's own words.
 */
export function twinContentOf(observed: Observed, reader: Reader): Content {
  const { client, language, reference } = reader
  const said = words[language]
  const colon = language === 'fr' ? ' :' : ':'
  const files = observed.attachments.map(({ name, url }) => (url === null ? name : `${name} (${url})`))
  const header = [
    `${said.request} ${client.name}${colon} ${observed.url} · ${reference}`,
    ...(files.length > 0 ? [`${said.files}${colon} ${files.join(', ')}`] : []),
  ]
  return {
    title: visible(`${client.name} · ${observed.title}`),
    text: passedOn([header.join('\n'), observed.text.trim()].filter((part) => part !== '').join('\n\n')),
    due: dueFor(observed, reader),
  }
}

function dueFor(observed: Observed, { holdsDueDays, client }: Reader): Due {
  const due = dueOf(observed, client.timeZone)
  return due.day === null || holdsDueDays ? due : { at: endOfDay(due.day, client.timeZone), day: null }
}
