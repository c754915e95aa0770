import type { Question, TimeKind } from '#model/answer.ts'
import type { Meaning } from './phrases.ts'

export type Kind = Meaning['kind']
export type Urgent = 'to_confirm' | 'confirmed' | 'declined' | 'expired' | 'waiting' | 'refused'
export type Quote = 'unquoted' | 'offered' | 'expired' | 'accepted' | 'waiting' | 'refused'

/** Where a request stands, and its price. */
export interface Standing {
  readonly urgent: Urgent
  readonly quote: Quote
}

type Picture<State extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Kind | TimeKind, State>>>>
>

/** The two pictures of `docs/answers.md`, copied by hand. */
export const urgentPicture: Picture<Urgent> = {
  to_confirm: {
    confirm: 'confirmed',
    decline: 'declined',
    wait: 'waiting',
    refuse: 'refused',
    remind: 'to_confirm',
    expire: 'expired',
  },
  confirmed: { decline: 'declined', wait: 'waiting', refuse: 'refused' },
  declined: { confirm: 'confirmed', wait: 'waiting', refuse: 'refused' },
  expired: { confirm: 'confirmed', decline: 'declined', wait: 'waiting', refuse: 'refused' },
  waiting: { refuse: 'refused' },
  refused: { wait: 'waiting', quote: 'to_confirm' },
}
export const quotePicture: Picture<Quote> = {
  unquoted: { quote: 'offered', accept: 'accepted', wait: 'waiting', refuse: 'refused' },
  offered: {
    quote: 'offered',
    accept: 'accepted',
    wait: 'waiting',
    refuse: 'refused',
    remind: 'offered',
    expire: 'expired',
  },
  expired: { quote: 'offered', wait: 'waiting', refuse: 'refused' },
  accepted: { wait: 'waiting', refuse: 'refused' },
  refused: { quote: 'offered', wait: 'waiting' },
  waiting: { quote: 'offered', accept: 'accepted', refuse: 'refused' },
}

/** What time does about one of the two questions. */
export interface Act {
  readonly kind: TimeKind
  readonly question: Question
}

/** Where it stands once time has done this; null where there was nothing to do. */
export function movedByTime({ urgent, quote }: Standing, { question, kind }: Act): Standing | null {
  const next = question === 'urgent' ? urgentPicture[urgent][kind] : quotePicture[quote][kind]
  return next === undefined ? null : ({ urgent, quote, [question]: next } as Standing)
}

/** Nobody has said anything. */
export const untouched: Standing = { urgent: 'to_confirm', quote: 'unquoted' }

/** Where it stands once a person has said this. */
export function moved({ urgent, quote }: Standing, kind: Kind): Standing {
  return { urgent: urgentPicture[urgent][kind] ?? urgent, quote: quotePicture[quote][kind] ?? quote }
}
