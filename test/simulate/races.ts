import type { Hand } from './memory.ts'

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
      return counts.every((epoch) => !has(epoch, 'overrule') || !has(epoch, 'edit'))
    case 'estimate':
      return true
    // What was said about words that nobody reads any more is never said in foul weather.
    case 'comment':
      return counts.every(
        (epoch) => (epoch.get('edit') ?? 0) <= 1 && (!has(epoch, 'overrule') || !has(epoch, 'edit')),
      )
    case 'place': {
      const moves = (epoch: Map<string, number> | undefined) => epoch?.get('move') ?? 0
      const longer = counts.length > others.length ? counts : others
      return longer.every(
        (_, index) =>
          moves(counts[index]) + moves(others[index]) <= 1 &&
          !(counts[index]?.has('move') && counts[index].has('edit')),
      )
    }
  }
}

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
