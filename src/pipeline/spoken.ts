import type { Side } from '#model/answer.ts'
import type { FindingCode, LabelKey } from '#model/decision.ts'
import type { Comment } from '#model/task.ts'
import { readAnswer, type Spoken } from '#policies/answers/read-answer.ts'
import { quoteMachine, quoteStateOf, urgentMachine } from '#policies/answers/states.ts'
import { urgentStandingOf } from '#policies/rules/ruling.ts'
import { fold } from '#policies/text/fold.ts'
import type { Given, Reply } from './answer.ts'
import type { Request } from './pair.ts'

/** Comments on one side of a request, and how to tell who speaks. */
export interface Heard {
  readonly comments: readonly Comment[]
  /** Ids of comments that are ours: verdicts, notes, copies. */
  readonly ours: ReadonlySet<string>
  /** The side of whoever wrote a comment. */
  readonly sideOf: (authorId: string | null) => Side
  /** Sets the ids of comments on one board apart from those on another. */
  readonly place: 'request' | 'twin'
}

/** The answers among some comments that can be given to the request as it stands; oldest first. Pure. */
export function repliesIn(heard: Heard, request: Request): Reply[] {
  const { context } = request
  return heard.comments.flatMap((comment): Reply[] => {
    // What was said before this request was judged answers another one.
    if (heard.ours.has(comment.id) || comment.createdAt < context.facts.judgedAt) return []
    const side = heard.sideOf(comment.authorId)
    const spoken = readAnswer(comment.text, side)
    const given = spoken === null || !isAsked(spoken.kind, side, request) ? null : givenBy(spoken, request)
    if (given === null) return []
    const author = { id: comment.authorId ?? 'unknown', name: comment.authorName ?? side }
    return [
      { taskId: context.id, side, author, via: 'comment', given, sourceId: `${heard.place}:${comment.id}` },
    ]
  })
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
  if (side === 'assistant') return aboutUrgency || aboutPrice || !movesClients(kind)
  const isOffered = facts.answers.quote !== null
  if (kind === 'accept') {
    const isDearer = has('over_limit') || (isUrgent && ['to_confirm', 'confirmed'].includes(standing))
    return aboutPrice && (isOffered || (isDearer && decision.price !== null))
  }
  const isTalkedOf = quoteStateOf(facts.answers) !== 'unquoted'
  const isOpen = isTalkedOf || isUrgent || has('quote_needed', 'out_of_scope', 'over_limit')
  return isOpen && (aboutUrgency || aboutPrice)
}

/** What decides whether there is a question. */
export type Asking = Pick<Request, 'decision'> & { readonly context: Pick<Request['context'], 'facts'> }

const movesClients = (kind: Given['kind']) => kind === 'accept' || kind === 'refuse' || kind === 'wait'

/** A service is named by its id or by what it is called, in whichever language; null when nothing is called so. */
function givenBy(spoken: Spoken, { context }: Request): Given | null {
  if (spoken.kind === 'quote') return { kind: 'quote', amount: spoken.units }
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
