import { maySay, type Side } from '#model/answer.ts'
import type { FindingCode, LabelKey } from '#model/decision.ts'
import type { Comment, Instant } from '#model/task.ts'
import { readAnswer, type Spoken } from '#policies/answers/read-answer.ts'
import { quoteMachine, quoteStateOf, urgentMachine } from '#policies/answers/states.ts'
import { isNamed } from '#policies/money.ts'
import { urgentStandingOf } from '#policies/rules/ruling.ts'
import { fold } from '#policies/text/fold.ts'
import type { Given, Reply } from './answer.ts'
import type { Request } from './pair.ts'

/** Comments on one side of a request, and how to tell who speaks. */
export interface Heard {
  readonly comments: readonly Comment[]
  /** Is it ours: a verdict, a note, a copy? */
  readonly isOurs: (comment: Comment) => boolean
  /** Is it what a person has said on the other board? */
  readonly isCopy: (comment: Comment) => boolean
  /** The side of whoever speaks in a comment: of a copy that is whoever said it first. */
  readonly sideOf: (comment: Comment) => Side
  /** Sets the ids of comments on one board apart from those on another. */
  readonly place: 'request' | 'twin'
}

/** A comment that would be an answer, and whether the request as it stands waits for it. */
export interface Remark {
  readonly reply: Reply & { readonly sourceId: string }
  readonly saidAt: Instant
  readonly isAsked: boolean
}

/** What among some comments would be an answer; oldest first. Pure. */
export function remarksIn(heard: Heard, request: Request): Remark[] {
  const { context } = request
  return heard.comments.flatMap((comment, index): Remark[] => {
    // What was said before this request was judged answers another one.
    if (heard.isOurs(comment) || isBefore(comment.createdAt, context.facts.judgedAt)) return []
    const side = heard.sideOf(comment)
    if (!hasCommand(comment.text) && isAskedByPerson(heard, index, side)) return []
    const spoken = readAnswer(comment.text, side)
    const given = spoken === null || !maySay(side, spoken.kind) ? null : givenBy(spoken, request)
    if (given === null) return []
    const author = { id: comment.authorId ?? 'unknown', name: comment.authorName ?? side }
    const sourceId = `${heard.place}:${comment.id}`
    const reply = { taskId: context.id, side, author, via: 'comment', given, sourceId } as const
    return [{ reply, saidAt: comment.createdAt, isAsked: isAsked(given.kind, side, request) }]
  })
}

const hasCommand = (text: string) => /^[ \t]*\//mu.test(text)

/** Who says yes or no when somebody has asked them something answers that person, not us. A command never does. */
function isAskedByPerson({ comments, isOurs, isCopy, sideOf }: Heard, index: number, side: Side): boolean {
  const said = comments
    .slice(0, index)
    .findLast((comment) => (!isOurs(comment) || isCopy(comment)) && sideOf(comment) !== side)
  const text = said?.text ?? ''
  // The address of a shared file often holds a question mark, and asks nothing.
  return text.replace(/\bhttps?:\/\/\S+/gu, '').includes('?') && !hasCommand(text)
}

/**
 * Was a comment written before what was judged at a moment could be seen? Notion tells no more than its minute, and then
 * what is in doubt was not.
 */
function isBefore(createdAt: Instant, moment: Instant): boolean {
  const isMinute = createdAt.endsWith(':00.000Z')
  return isMinute ? createdAt.slice(0, 16) < moment.slice(0, 16) : createdAt <= moment
}

/**
 * Is there a question that this answers, as the request stands? An "ok" under a request that nobody asked anything about
 * is talk, and so is a yes to work that was declined or to a price that is no longer offered.
 */
export function isAsked(kind: Given['kind'], side: Side, { decision, context }: Asking): boolean {
  const has = (...codes: readonly FindingCode[]) => decision.findings.some(({ code }) => codes.includes(code))
  const { facts } = context
  const isUrgent = has('urgent_confirm', 'urgent_confirmed')
  const standing = urgentStandingOf(facts)
  const aboutUrgency = isUrgent && kind in urgentMachine[standing]
  const aboutPrice = kind in quoteMachine[quoteStateOf(facts.answers)]
  if (kind === 'confirm' || kind === 'decline') return aboutUrgency
  // There has to be a price before anybody can agree to it.
  if (kind === 'accept' && decision.price === null) return false
  if (side === 'assistant') return aboutUrgency || aboutPrice || !movesClients(kind)
  if (kind === 'accept') return aboutPrice && (facts.answers.quote !== null || isDearer(decision))
  const isTalkedOf = quoteStateOf(facts.answers) !== 'unquoted'
  const isOpen = isTalkedOf || isUrgent || has('quote_needed', 'out_of_scope', 'over_limit')
  return isOpen && (aboutUrgency || aboutPrice)
}

/** Does it cost more than what was agreed from the start? Only then is anybody asked whether that suits them. */
function isDearer({ price, findings }: Asking['decision']): boolean {
  if (price === null || price.isOffered) return false
  return price.surchargeBasisPoints > 0 || findings.some(({ code }) => code === 'over_limit')
}

/** What decides whether there is a question. */
export type Asking = Pick<Request, 'decision'> & { readonly context: Pick<Request['context'], 'facts'> }

const movesClients = (kind: Given['kind']) => kind === 'accept' || kind === 'refuse' || kind === 'wait'

/**
 * A service is named by its id or by what it is called, in whichever language; null when nothing is called so. So is an
 * amount in another currency than the policy's.
 */
function givenBy(spoken: Spoken, { context }: Request): Given | null {
  if (spoken.kind === 'quote') {
    const isOurs =
      spoken.currency === null || isNamed(spoken.currency, context.policy.document.billing.currency)
    return isOurs ? { kind: 'quote', amount: spoken.units } : null
  }
  if (spoken.kind !== 'service') return spoken
  const wanted = fold(spoken.name).trim()
  const found = context.policy.document.services.find(({ id, name }) =>
    [id, name.fr ?? '', name.en ?? ''].some((each) => fold(each).trim() === wanted),
  )
  return found === undefined ? null : { kind: 'service', service: found.id }
}

const byLabel: Readonly<Partial<Record<LabelKey, Given>>> = {
  in_scope: { kind: 'in' },
  out_of_scope: { kind: 'out' },
  urgent_confirmed: { kind: 'confirm' },
}

/** What a label of ours says that the assistant has put on the twin by hand; null for labels that answer nothing. */
export function givenByLabel(label: LabelKey): Given | null {
  return byLabel[label] ?? null
}
