import type { Money, Price } from './decision.ts'
import type { Instant } from './task.ts'

/** Who speaks: the assistant's side, or the client's. */
export const sides = ['assistant', 'client'] as const
export type Side = (typeof sides)[number]

/** How an answer reached us. */
export const answerWays = ['api', 'comment', 'label', 'status', 'time'] as const
export type AnswerWay = (typeof answerWays)[number]

/**
 * What can be answered about one request.
 * - `confirm`, `decline`: the assistant is available for urgent work, or is not.
 * - `in`, `out`, `service`: a ruling on scope; it also teaches.
 * - `hours`: how long the work takes. `quote`: what it costs. `goodwill`: it is given away.
 * - `accept`, `refuse`, `wait`: what the client makes of it; `wait` takes the way without surcharge.
 */
export const answerKinds = [
  'confirm',
  'decline',
  'in',
  'out',
  'service',
  'hours',
  'quote',
  'goodwill',
  'accept',
  'refuse',
  'wait',
] as const
export type AnswerKind = (typeof answerKinds)[number]

/** What a request may wait for: the assistant's word on urgent work, or the client's on a price that was named. */
export const questions = ['urgent', 'quote'] as const
export type Question = (typeof questions)[number]

/** What time does about a question that nobody answers: one reminder, then an end. */
export const timeKinds = ['remind', 'expire'] as const
export type TimeKind = (typeof timeKinds)[number]

/** An answer with what belongs to it. `accept` keeps the price as it was shown: it no longer changes. */
export type Said =
  | { readonly kind: TimeKind; readonly question: Question }
  | { readonly kind: 'confirm' | 'decline' | 'refuse' | 'wait' }
  | { readonly kind: 'in' | 'out' | 'goodwill' }
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'hours'; readonly hours: number }
  | { readonly kind: 'quote'; readonly amount: Money }
  | { readonly kind: 'accept'; readonly price: Price }

/** What somebody decided about one request, however they said it. Never changed; a later one may take its place. */
export interface Answer {
  readonly id: string
  readonly taskId: string
  readonly at: Instant
  readonly side: Side
  readonly author: { readonly id: string; readonly name: string }
  readonly via: AnswerWay
  readonly said: Said
  /** The id of the comment, label or call that it came by: the same one counts once. Null when there is none. */
  readonly sourceId: string | null
  /** The request that was answered (`Facts.fingerprint`): the answer holds as long as the request is this one. */
  readonly fingerprint: string
  /** Its place among all that people have told about this task. */
  readonly revision: number
}

/** May this side say this? Clients speak for themselves only; the assistant also records what a client told her. */
export function maySay(side: Side, kind: AnswerKind): boolean {
  return side === 'assistant' || kind === 'accept' || kind === 'refuse' || kind === 'wait'
}

/** A question that was opened again after the judgement, or that time has done something about. */
export interface Asked {
  /** Since when it is open; null: since the request was judged. */
  readonly since: Instant | null
  readonly remindedAt: Instant | null
  readonly expiredAt: Instant | null
}

/** What is in force of all that was answered to a request as it stands. The states it stands for: `policies/answers/states.ts`. */
export interface Answered {
  /** What became of the urgency. `wait`: the client does without it. */
  readonly availability: { readonly is: 'confirm' | 'decline' | 'wait'; readonly at: Instant } | null
  readonly ruling: {
    readonly is: 'in' | 'out' | 'service'
    readonly service: string | null
    readonly at: Instant
  } | null
  readonly hours: number | null
  readonly quote: Money | null
  readonly choice: 'accept' | 'refuse' | 'wait' | null
  /** The price that was accepted. Neither hours nor a quote given later change it. */
  readonly accepted: Price | null
  /** When it was; left out where it was not. */
  readonly acceptedAt?: Instant | undefined
  /** When the client said no, while that holds; left out where they did not. */
  readonly refusedAt?: Instant | undefined
  /** Left out where there is nothing to tell beside the judgement. */
  readonly asked?: Readonly<Partial<Record<Question, Asked>>> | undefined
}

/** Nobody has answered. */
export const unanswered: Answered = {
  availability: null,
  ruling: null,
  hours: null,
  quote: null,
  choice: null,
  accepted: null,
}
