import type { Side } from '#model/answer.ts'
import type { LabelKey } from '#model/decision.ts'
import type { Comment } from '#model/task.ts'
import { readAnswer, type Spoken } from '#policies/answers/read-answer.ts'
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
    const given = spoken === null || !isAsked(spoken, side, request) ? null : givenBy(spoken, request)
    if (given === null) return []
    const author = { id: comment.authorId ?? 'unknown', name: comment.authorName ?? side }
    return [
      { taskId: context.id, side, author, via: 'comment', given, sourceId: `${heard.place}:${comment.id}` },
    ]
  })
}

/** Is there a question that this answers? An "ok" under a request that nobody asked anything about is talk. */
function isAsked({ kind }: Spoken, side: Side, { decision, context }: Request): boolean {
  const has = (...codes: readonly string[]) => decision.findings.some(({ code }) => codes.includes(code))
  if (kind === 'confirm' || kind === 'decline') return has('urgent_confirm', 'urgent_confirmed')
  if (side === 'assistant') return true
  const isOffered = context.facts.answers.quote !== null && has('quote_needed', 'out_of_scope')
  const isPriced = decision.price !== null && has('urgent_confirm', 'urgent_confirmed', 'over_limit')
  if (kind === 'accept') return isOffered || isPriced
  return isOffered || has('urgent_confirm', 'urgent_confirmed', 'quote_needed', 'out_of_scope', 'over_limit')
}

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
