import { isDeepStrictEqual } from 'node:util'
import type { Mapping } from '#model/board.ts'
import type { Decision, LabelKey } from '#model/decision.ts'
import type { Facts, Override } from '#model/facts.ts'
import type { Operation, Shown } from '#model/operation.ts'
import type { Instant, Observed, Status } from '#model/task.ts'
import type { PendingPair, Twin, TwinBase } from '#model/twin.ts'
import { overridesInForce } from '#policies/rules/ruling.ts'
import { desire } from './desire.ts'
import { isDueAt } from './due.ts'
import { weights } from './hops.ts'
import { type Interpreted, statusIdOf } from './interpret.ts'
import { type Content, mergeContent, mergeStatus, settledPair } from './merge-twin.ts'
import { byHand, mergeOverrides, overridesOf, settled } from './override.ts'
import { outcome, plan } from './plan.ts'

/** Everything that one pass over a pair goes by. */
export interface PairLook {
  readonly twin: Twin
  /** The twin as its tool shows it now, and taken apart. */
  readonly observed: Observed
  readonly shown: Interpreted
  /** What the request's words should be on the twin. */
  readonly wanted: Content
  /** Where the request stands now. */
  readonly status: Status | null
  readonly mappings: { readonly request: Mapping; readonly twin: Mapping }
  /** The judgement, spoken to the assistant: `message` is her note. */
  readonly decision: Decision
  /** What people have decided about the request. */
  readonly decided: Pick<Facts, 'overrides' | 'answers'>
  /** By what our comment on the twin is known. */
  readonly reference: string
  /** Since when the request is as it is: what a person made of an earlier verdict no longer holds. */
  readonly judgedAt: Instant
  readonly now: Instant
}

/** What has to be written on both sides, and what will be remembered then. */
export interface PairPlan {
  readonly onTwin: readonly Operation[]
  readonly onRequest: readonly Operation[]
  readonly base: TwinBase
  /** What was ours before: to be kept while this is under way. */
  readonly before: Pick<Twin, 'base' | 'shown'>
  /** The side whose status is written. */
  readonly moves: PendingPair['moves']
  /** What of the verdict the twin shows once `onTwin` is done. */
  readonly meant: Shown
  readonly overrides: readonly Override[]
  /** Labels of ours that a person has just put on the twin: her ruling. */
  readonly rulings: readonly LabelKey[]
  /** Where somebody has moved one side since both agreed, unheard yet, and the other has not gone along; null for nowhere. */
  readonly moved: { readonly request: Status | null; readonly twin: Status | null }
  /** What it counts for as a change that is carried over, which a loop would do without end; 0 for nothing carried. */
  readonly hop: number
}

/** The fewest operations that bring both sides of a pair to one truth. Pure. */
export function planPair(look: PairLook): PairPlan {
  const { twin, observed, shown, wanted, mappings, now, reference } = look
  const there: Content = {
    title: observed.title,
    text: observed.ownText ?? observed.text,
    due: { at: observed.dueAt, day: observed.dueDay },
  }
  const standing = { request: look.status, twin: shown.theirs.status }
  const base = settledPair(twin.base ?? { ...wanted, status: standing }, twin.pending, there, standing)
  const isMoved = !isDeepStrictEqual(standing, base.status)
  const heard = twin.base?.heard
  const written = settled(twin.shown, twin.pending, shown.theirs)
  const content = mergeContent(base, wanted, there)
  const status = mergeStatus(base.status, standing, {
    request: (wished) => statusIdOf(wished, mappings.request) !== null,
    twin: (wished) => statusIdOf(wished, mappings.twin) !== null,
  })
  const fresh = overridesOf(written, shown.theirs, now).filter(({ target }) => target !== 'status')
  const known = twin.overrides.filter(({ at }) => at >= look.judgedAt)
  const overrides = mergeOverrides(known, fresh)
  const news = overrides.filter((override) => !known.includes(override))
  const ours = desire({ ...look.decision, status: null, announce: true }, mappings.twin, reference)
  const merge = {
    ...{ base: written, theirs: shown.theirs, ours, pending: twin.pending, reference },
    overrides: overridesInForce(overrides, look.decided),
  }
  const verdict = plan(merge)
  const onTwin: Operation[] = [
    ...(content === null ? [] : [content]),
    ...verdict,
    ...(status.twin === null ? [] : [{ kind: 'status', status: status.twin } as const]),
  ]
  return {
    onTwin,
    onRequest:
      status.request === null ? [] : [carried(status.request, status.isConflict ? look.status : null)],
    base: {
      ...contentBase(base, wanted, there, content),
      status: { request: status.request ?? standing.request, twin: status.twin ?? standing.twin },
    },
    before: {
      base: { ...base, heard: isMoved ? standing : undefined },
      shown: byHand(written, shown.theirs),
    },
    moves: status.request !== null ? 'request' : status.twin !== null ? 'twin' : null,
    meant: outcome(merge, verdict, null),
    overrides,
    rulings: news.flatMap(({ label, change }) => (label !== null && change === 'added' ? [label] : [])),
    moved: {
      request: movedFrom(base.status.request, standing.request, standing.twin, heard?.request),
      twin: movedFrom(base.status.twin, standing.twin, standing.request, heard?.twin),
    },
    hop: hopOf(status.request !== null || status.twin !== null, content !== null),
  }
}

const hopOf = (isMove: boolean, isEdit: boolean) => weights[isMove ? 'move' : isEdit ? 'edit' : 'none']

/** The assistant's move as it is written on the request, over the client's own where there was one. */
const carried = (status: Status, instead: Status | null): Operation => ({
  kind: 'status',
  status,
  ...(instead !== null && { instead }),
})

/**
 * A move that the other side shows as well may be our own, which a crash kept us from noting down. What was heard already
 * is none: it only waits to be carried over.
 */
const movedFrom = (
  was: Status | null,
  is: Status | null,
  other: Status | null,
  heard: Status | null | undefined,
) => (was !== null && is !== was && is !== other && is !== heard ? is : null)

/** What is ours from now on: what was written, and what stands there as wished already. */
function contentBase(
  base: TwinBase,
  wanted: Content,
  there: Content,
  written: ReturnType<typeof mergeContent>,
): Content {
  return {
    title: written?.title ?? (there.title === wanted.title ? wanted.title : base.title),
    text: written?.text ?? (there.text === wanted.text ? wanted.text : base.text),
    due: written?.due ?? (isDueAt(there.due, wanted.due) ? wanted.due : base.due),
  }
}
