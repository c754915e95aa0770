import { type Answered, type AnswerKind, maySay, type Side, type TimeKind } from '#model/answer.ts'

/** Where an urgent request stands: what the assistant can do about it, and whether the client still wants it so. */
export const urgentStates = ['to_confirm', 'confirmed', 'declined', 'expired', 'waiting', 'refused'] as const
export type UrgentState = (typeof urgentStates)[number]

/** Where its price stands. `unquoted`: nobody has named one; an estimate may be shown all the same. */
export const quoteStates = ['unquoted', 'offered', 'expired', 'accepted', 'refused', 'waiting'] as const
export type QuoteState = (typeof quoteStates)[number]

/** Who brings a request from one state to the next: a person of one side, or time. */
export type Mover = Side | 'time'
export type Move = AnswerKind | TimeKind

type Machine<State extends string> = Readonly<Record<State, Readonly<Partial<Record<Move, State>>>>>

/**
 * What each answer makes of an urgent request. What is not here changes nothing: nobody says yes to work that was
 * declined, and who chose to wait, or not to go ahead, asks anew by changing the request. A price that is named after a
 * no opens both questions again: the assistant may have given away the time.
 */
export const urgentMachine: Machine<UrgentState> = {
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

/** What each answer makes of a price. An accepted one stays as it is; one that has run out has to be named again. */
export const quoteMachine: Machine<QuoteState> = {
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

/** Both, by the question they are about. */
export const machines = { urgent: urgentMachine, quote: quoteMachine } as const

/** May this one bring it about? Time only does what is time's; for people: `maySay`. */
export function mayMove(mover: Mover, move: Move): boolean {
  if (move === 'remind' || move === 'expire') return mover === 'time'
  return mover !== 'time' && maySay(mover, move)
}

/** The state that the answers in force stand for, were the request urgent. */
export function urgentStateOf({ availability, choice, asked }: Answered): UrgentState {
  if (choice === 'refuse') return 'refused'
  if (choice === 'wait' || availability?.is === 'wait') return 'waiting'
  if (availability !== null) return availability.is === 'confirm' ? 'confirmed' : 'declined'
  return asked?.urgent?.expiredAt == null ? 'to_confirm' : 'expired'
}

const chosen = { accept: 'accepted', refuse: 'refused', wait: 'waiting' } as const

/** The state of its price. */
export function quoteStateOf({ choice, quote, asked }: Answered): QuoteState {
  if (choice !== null) return chosen[choice]
  if (quote !== null) return 'offered'
  return asked?.quote?.expiredAt == null ? 'unquoted' : 'expired'
}
