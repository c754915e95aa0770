import type { Client } from '#model/board.ts'
import type { ClientRequest, Origin } from '#model/request.ts'
import type { Task } from '#model/task.ts'
import { formatMoment } from '#policies/calendar.ts'
import { channelNames } from '#policies/messages/channel-values.ts'
import { isRecording } from '#policies/recording.ts'
import { passedOn } from '#policies/text/visible.ts'
import { referenceOf } from './reference.ts'

/** What was asked, before anything was made of it. */
export type Said = Omit<ClientRequest, 'id' | 'decision' | 'possibleDuplicateOf' | 'card' | 'createdAt'>

/** A request that came by another channel, as the rules see it. */
export function taskOfRequest(request: Said): Task {
  const { title, text, receivedAt, dueAt, service, hours, channel, attachments } = request
  return {
    ...{ title, text, dueAt, service, hours, channel, attachments },
    submittedAt: receivedAt,
    complexity: null,
    revision: null,
    status: null,
  }
}

/**
 * What the card of such a request says: in one line how and when it came, then the client's words. The line ends in the
 * reference by which the card is found again, and is not read as part of the request.
 */
export function cardTextOf(request: ClientRequest, { language, timeZone }: Speech): string {
  const said = words[language]
  const by = channelNames[language][request.channel]
  const at = formatMoment(request.receivedAt, timeZone, language)
  const files = request.attachments.map(({ name }) => name).join(', ')
  const parts = [
    `${said.received} ${by} ${said.on} ${at}`,
    ...(request.from === null ? [] : [`${said.from} ${request.from}`]),
    ...(files === '' ? [] : [`${said.files} ${files}`]),
    referenceOf(request.id, language),
  ]
  const origin = parts.join(' · ').replace(/\s+/gu, ' ') // one line, whatever a name holds
  return passedOn([origin, request.text.trim()].filter((part) => part !== '').join('\n\n'))
}

type Speech = Pick<Client, 'language' | 'timeZone'>

const words = {
  fr: { received: 'Reçu par', on: 'le', from: 'de la part de', files: 'avec' },
  en: { received: 'Received by', on: 'on', from: 'from', files: 'with' },
} as const

/** Does a text bear the reference of a request, in whatever language? */
export function bearsReference(text: string, requestId: string): boolean {
  return text.includes(referenceOf(requestId, 'fr')) || text.includes(referenceOf(requestId, 'en'))
}

/**
 * The card as the client's request that it was made from: asked when it came, by the way it came, with what only the
 * request could say. A recording stays behind: what is on the card is in writing.
 */
export function asRequested(task: Task, request: Origin): Task {
  const lines = task.text.split('\n').filter((line) => !bearsReference(line, request.id))
  return {
    ...task,
    text: lines.join('\n').trim(),
    submittedAt: request.receivedAt,
    service: task.service ?? request.service,
    hours: task.hours ?? request.hours,
    attachments: [...task.attachments, ...request.attachments.filter((file) => !isRecording(file))],
    announcedBy: request.channel,
  }
}
