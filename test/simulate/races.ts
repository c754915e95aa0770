import { isDeepStrictEqual } from 'node:util'
import { actsOf } from './acts.ts'
import type { History } from './history.ts'
import type { Asked, Hand, Memory, Saying } from './memory.ts'
import type { Life } from './play.ts'

/** What of a task is compared with fair weather. */
export type Aspect = 'labels' | 'estimate' | 'comment' | 'place'

/**
 * May an aspect of a request be compared with what fair weather makes of it? Not where people were quicker than we: what
 * happened between two looks is seen at once and without its order, so of some gestures of one epoch another order, or
 * none at all, is as right as what happened.
 */
export function isComparable(aspect: Aspect, request: Hand, twin: Hand | null = null): boolean {
  const counts = epochsOf(request)
  const others = twin === null ? [] : epochsOf(twin)
  const has = (epoch: Map<string, number>, ...what: readonly string[]) => what.some((each) => epoch.has(each))
  // What was away and came back in one epoch was never away for us.
  if (counts.some((epoch) => has(epoch, 'archive', 'restore') && epoch.size > 1)) return false
  switch (aspect) {
    // A ruling on a verdict that is about to change is forgotten or kept, whichever was seen first.
    case 'labels':
      return counts.every((epoch) => !has(epoch, 'overrule', 'rule') || !has(epoch, 'edit'))
    case 'estimate':
      return true
    // What was said about words that nobody reads any more is never said in foul weather.
    case 'comment':
      return counts.every(
        (epoch) => (epoch.get('edit') ?? 0) <= 1 && (!has(epoch, 'overrule', 'rule') || !has(epoch, 'edit')),
      )
    case 'place': {
      const moves = (epoch: Map<string, number> | undefined) => epoch?.get('move') ?? 0
      const longer = counts.length > others.length ? counts : others
      return longer.every(
        (_, index) =>
          moves(counts[index]) + moves(others[index]) <= 1 &&
          !(counts[index]?.has('move') && counts[index].has('edit')) &&
          // With what was taken away at once, where it had been moved to is gone too.
          !(others[index]?.has('move') && has(others[index], 'archive', 'delete')),
      )
    }
  }
}

/**
 * Did people answer quicker than they were heard, so that another order, or that an answer was about something else, is
 * as right as what fair weather makes of it? Several answers at once are heard in their order on one board alone, and who
 * agrees to a price has to have seen it first.
 */
export function isRaced({ listMoves }: History, { asked }: Memory, { request, twin }: Asked): boolean {
  const [here, there] = [epochsOf(request), twin === null ? [] : epochsOf(twin)]
  const taught = new Set(asked.flatMap((each) => [...epochsWith('teach', each), ...epochsWith('rule', each)]))
  const doubtful = Math.min(...asked.flatMap(doubtfulLessons))
  const isMoved = (hand: Hand | null) => listMoves === true && hand?.done.some(({ what }) => what === 'move')
  const isHeard = [...here, ...there].some((epoch) => answers.some((each) => epoch.has(each)))
  if (!isLinked(request, twin) && (isHeard || isMoved(request) || isMoved(twin))) return true
  if (isHeard && [request, twin].some((hand) => hand?.sayings.some(isUnsought([request, twin])))) return true
  return Array.from({ length: Math.max(here.length, there.length) }, (_, index) => index).some((index) => {
    const count = (epochs: readonly Map<string, number>[], ...what: readonly string[]) =>
      what.reduce((sum, each) => sum + (epochs[index]?.get(each) ?? 0), 0)
    const both = (...what: readonly string[]) => count(here, ...what) + count(there, ...what)
    const [mine, hers] = [count(here, ...answers), count(there, ...answers)]
    const moves = listMoves ? both('move') : 0
    // What is learnt from one request changes how others are judged from then on.
    if (count(here, 'edit') > 0 && (taught.has(index) || index >= doubtful)) return true
    if (mine + hers + moves === 0) return false
    const isAlone = mine + hers + moves === 1
    const isOrdered = moves === 0 && (mine === 0 || hers === 0) && both('accept', 'rule') === 0
    return (
      count(here, 'edit') + both('correct', 'unsay', 'archive', 'restore', 'overrule') > 0 ||
      !(isAlone || isOrdered)
    )
  })
}

/**
 * Did time take another place among what people did to a request than in fair weather? Time acts when somebody looks: a
 * question whose term is over is answered all the same if the answer is heard by the look that would have ended it, and
 * has ended if it is not. In foul weather looks come later, and so do answers, and what they open. Either is right then,
 * and what must hold all the same is in `time.ts`.
 */
export function isRacedByTime(asked: Asked, life: Life, fair: Life): boolean {
  const fairly = fair.memory.asked[life.memory.asked.indexOf(asked)]
  const placed = ({ request, twin }: Asked, each: Life) => {
    const done = [...request.done, ...(twin?.done ?? [])].filter(({ what }) => !idle.includes(what))
    return actsOf(request.id, each).map(({ kind, question, step }) => {
      const before = done.filter((deed) => deed.step <= step).length
      return `${kind} ${question} after ${before}`
    })
  }
  return fairly !== undefined && !isDeepStrictEqual(placed(asked, life), placed(fairly, fair))
}

const answers = ['answer', 'accept', 'teach', 'rule']

/** What has nothing to do with any verdict. */
const idle = ['say', 'correct', 'unsay', 'tag', 'untag']

/** Epochs in which what was ruled, in words or by a label, may teach one thing or another, or nothing. */
function doubtfulLessons(asked: Asked): number[] {
  const done = [...asked.request.done, ...(asked.twin?.done ?? [])].filter(({ what }) => !idle.includes(what))
  const inOne = (epoch: number) => done.filter((each) => each.epoch === epoch)
  const ruled = [...epochsWith('rule', asked), ...epochsWith('teach', asked)]
  return ruled.filter((epoch) => inOne(epoch).length > 1)
}

/** Under what is done nobody looks for answers that no webhook told of. */
const isUnsought =
  (pair: readonly (Hand | null)[]) =>
  ({ phrase, told }: Saying) =>
    phrase !== null &&
    (told.places.client === 'done' ||
      pair.some((hand) => hand?.moves.some(({ to, told: { step } }) => to === 'done' && step > told.step)))

const epochsWith = (what: string, { request, twin }: Asked) =>
  [...request.done, ...(twin?.done ?? [])].flatMap((each) => (each.what === what ? [each.epoch] : []))

/** Are both sides of a pair there, and was neither ever taken away from the other? */
export function isLinked(request: Hand, twin: Hand | null): boolean {
  const taken = (hand: Hand) => hand.done.some(({ what }) => what === 'archive' || what === 'delete')
  return !request.isDeleted && !request.isArchived && (twin === null || !taken(twin))
}

function epochsOf({ done }: Hand): Map<string, number>[] {
  const epochs: Map<string, number>[] = []
  for (const { epoch, what } of done) {
    const counts = epochs[epoch] ?? new Map<string, number>()
    epochs[epoch] = counts
    counts.set(what, (counts.get(what) ?? 0) + 1)
  }
  return Array.from({ length: epochs.length }, (_, index) => epochs[index] ?? new Map())
}
