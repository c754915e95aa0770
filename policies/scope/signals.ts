import { type Evidence, product } from './evidence.ts'
import { softmax } from './linear.ts'
import type { RequestText } from './request-text.ts'
import type { ScopeClass, ScopeModel } from './scope-model.ts'
import { type Counts, countsOf } from './word-counts.ts'
import { kinds } from './work-kinds.ts'

/** What the decision rests on, by name. The order is that of the fitted weights. */
export const signalNames = [
  ...(['pIn', 'pOut', 'pTalk', 'pOther', 'logitIn', 'logitOut', 'logitTalk', 'logitOther'] as const),
  ...(['gap', 'margin', 'ridgeIn', 'ridgeOut', 'ridgeConflict'] as const),
  ...([
    'askIn',
    'askOut',
    'askTalk',
    'askConflict',
    'workTop',
    'workTalk',
    'workVague',
    'workThanks',
  ] as const),
  ...(['words', 'known', 'things', 'actions', 'covered', 'uncovered', 'vague', 'chat', 'asks'] as const),
  ...([
    'supplied',
    'noText',
    'physical',
    'question',
    'hasText',
    'keywordIn',
    'keywordOut',
    'denied',
    'two',
    'twoConflict',
  ] as const),
] as const

export type SignalName = (typeof signalNames)[number]

type Side = ScopeClass['side']

/** The score of every class: its evidence weighed. */
export function scoresFor({ byClass }: Evidence, weights: readonly number[]): number[] {
  return byClass.map((values) => values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0))
}

/** Everything that the decision rests on, in the order of `signalNames`. */
export function signalsOf(
  model: ScopeModel,
  request: RequestText,
  evidence: Evidence,
  scores: readonly number[],
): number[] {
  const ofAsks = askSignals(model, evidence)
  const two = request.asksForTwo ? 1 : 0
  const values: Record<SignalName, number> = {
    ...shareSignals(model, scores),
    ...ridgeSignals(model, evidence),
    ...ofAsks,
    ...{ two, twoConflict: two * ofAsks.askConflict },
    ...workSignals(evidence),
    ...countSignals(countsOf(model, request)),
    keywordIn: bestOf(model, 'in', (own) => evidence.keywords.get(own) ?? 0),
    keywordOut: bestOf(model, 'out', (own) => evidence.keywords.get(own) ?? 0),
    question: request.asksQuestion ? 1 : 0,
    hasText: request.clauses.some(({ inTitle }) => !inTitle) ? 1 : 0,
  }
  return signalNames.map((name) => values[name])
}

/** The highest value among the classes of a side, at least 0. */
function bestOf({ classes }: ScopeModel, side: Side, ratingOf: (own: number) => number): number {
  return classes.reduce((best, own, at) => (own.side === side ? Math.max(best, ratingOf(at)) : best), 0)
}

function shareSignals(model: ScopeModel, scores: readonly number[]) {
  const shares = softmax(scores)
  const [first = 0, second = 0] = shares.toSorted().reverse()
  const sumOf = (side: Side) =>
    model.classes.reduce((sum, own, at) => (own.side === side ? sum + (shares[at] ?? 0) : sum), 0)
  const [pIn, pOut, pTalk, pOther] = [sumOf('in'), sumOf('out'), sumOf('talk'), sumOf('other')]
  const logit = (share: number) => Math.log((share + 0.01) / (1.01 - share))
  const least = scores.reduce((low, score) => Math.min(low, score), 0)
  const top = (side: Side) => bestOf(model, side, (own) => (scores[own] ?? 0) - least)
  return {
    ...{ pIn, pOut, pTalk, pOther },
    logitIn: logit(pIn),
    logitOut: logit(pOut),
    logitTalk: logit(pTalk),
    logitOther: logit(pOther),
    gap: first - second,
    margin: top('in') - top('out'),
  }
}

/** How clearly one sentence asks for covered and another for excluded work. */
function conflictOf(sides: readonly { readonly in: number; readonly out: number }[]): number {
  const lead = (ahead: 'in' | 'out', behind: 'in' | 'out') =>
    sides.reduce((most, side) => Math.max(most, side[ahead] - side[behind]), 0)
  return Math.min(lead('in', 'out'), lead('out', 'in'))
}

function ridgeSignals(model: ScopeModel, { heard }: Evidence) {
  const sides = heard.map(({ ridge }) => ({
    in: bestOf(model, 'in', (own) => ridge[own] ?? 0),
    out: bestOf(model, 'out', (own) => ridge[own] ?? 0),
  }))
  return {
    ridgeIn: sides.reduce((most, side) => Math.max(most, side.in), 0),
    ridgeOut: sides.reduce((most, side) => Math.max(most, side.out), 0),
    ridgeConflict: conflictOf(sides),
  }
}

function askSignals({ sideShares }: ScopeModel, { heard }: Evidence) {
  const sides = heard.flatMap(({ work }) =>
    work === null
      ? []
      : [
          {
            in: product(sideShares.in, work),
            out: Math.max(product(sideShares.out, work), product(sideShares.other, work)),
            talk: product(sideShares.talk, work),
          },
        ],
  )
  const most = (side: 'in' | 'out' | 'talk') => sides.reduce((top, own) => Math.max(top, own[side]), 0)
  return { askIn: most('in'), askOut: most('out'), askTalk: most('talk'), askConflict: conflictOf(sides) }
}

const [talkPlace, contactPlace, vaguePlace] = ['talk', 'contact-me', 'vague'].map((kind) =>
  kinds.indexOf(kind),
)

function workSignals({ work }: Evidence) {
  const share = (place: number | undefined) => work[place ?? -1] ?? 0
  return {
    workTop: work.reduce((most, each) => Math.max(most, each), 0),
    workTalk: share(talkPlace) + share(contactPlace) + share(vaguePlace),
    workVague: share(vaguePlace),
    workThanks: share(talkPlace),
  }
}

function countSignals({ words, known, ...counts }: Counts) {
  return {
    words: Math.log1p(words),
    known: words === 0 ? 0 : known / words,
    things: Math.log1p(counts.things),
    actions: Math.log1p(counts.actions),
    covered: Math.log1p(counts.covered),
    uncovered: Math.log1p(counts.uncovered),
    vague: Math.log1p(counts.vague),
    chat: Math.log1p(counts.chat),
    asks: Math.log1p(counts.asks),
    denied: Math.log1p(counts.denied),
    supplied: Math.min(1, counts.supplied),
    noText: Math.min(1, counts.missing),
    physical: Math.min(1, counts.physical),
  }
}
