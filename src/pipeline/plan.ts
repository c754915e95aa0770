import { inOrder } from '#model/decision.ts'
import type { Override } from '#model/facts.ts'
import type { Operation, Pending, Shown } from '#model/operation.ts'
import { spaced } from '#model/spaced.ts'
import type { Desired } from './desire.ts'

/** The three states of a merge, and what a person has decided about it. */
export interface Merge {
  /** What is ours there (`settled`). */
  readonly base: Shown
  /** What the tool shows now. */
  readonly theirs: Shown
  /** What the policy wants. */
  readonly ours: Desired
  readonly overrides: readonly Override[]
  /** What a run that never ended meant to write: a comment that does not show yet may be on its way. */
  readonly pending: Pending | null
  readonly reference: string
}

/**
 * The fewest operations that bring *theirs* to *ours* without touching a person's hand. Pure; sorted, so that equal
 * plans are equal. Nothing here tells whether they will be carried out: that is `guard`.
 *
 * | base | theirs | ours | |
 * |---|---|---|---|
 * | – | – | x | write |
 * | x | x | – | take away |
 * | x | y | z | a person's: leave it (`overrides` says so) |
 * | x | x | x | in sync |
 */
export function plan(merge: Merge): Operation[] {
  return [
    ...planField('estimate', merge),
    ...planField('surcharge', merge),
    ...planLabels(merge),
    ...planStatus(merge),
    ...planComment(merge),
  ]
}

/** A ruling given elsewhere than on the board is put there; what was undone is left as it is. */
function planLabels({ base, theirs, ours, overrides }: Merge): Operation[] {
  const decided = (change: Override['change']) =>
    new Set(overrides.filter((override) => override.change === change).map(({ label }) => label))
  const [added, removed, undone] = [decided('added'), decided('removed'), decided('undone')]
  const ruled = [...added].filter((label) => label !== null)
  const wanted = new Set([...ours.labels.filter((label) => !removed.has(label)), ...ruled])
  const add = [...wanted].filter((label) => !theirs.labels.includes(label) && !undone.has(label))
  const remove = theirs.labels.filter(
    (label) => base.labels.includes(label) && !wanted.has(label) && !undone.has(label),
  )
  return [
    ...inOrder(add).map((label) => ({ kind: 'label', change: 'add', label }) as const),
    ...inOrder(remove).map((label) => ({ kind: 'label', change: 'remove', label }) as const),
  ]
}

function planField(field: 'estimate' | 'surcharge', { theirs, ours, overrides }: Merge): Operation[] {
  const wanted = ours[field]
  if (wanted === undefined || wanted === theirs[field] || isOverridden(overrides, field)) return []
  return [{ kind: 'field', field, value: wanted }]
}

/** A task is moved only from where requests come in, or from where we put it. */
function planStatus({ base, theirs, ours, overrides }: Merge): Operation[] {
  if (ours.status === undefined || ours.status === theirs.status || isOverridden(overrides, 'status'))
    return []
  return [null, 'requested', base.status].includes(theirs.status)
    ? [{ kind: 'status', status: ours.status }]
    : []
}

/** One comment for the whole life of a request: made when there is something to say, then edited in place. */
function planComment({ base, theirs, ours, overrides, pending, reference }: Merge): Operation[] {
  const text = ours.comment.text
  if (isOverridden(overrides, 'comment')) return []
  if (theirs.comment === null && !ours.comment.announce) return []
  if (theirs.comment !== null && spaced(theirs.comment.text) === spaced(text)) return []
  const mayExist =
    theirs.comment === null && base.comment === null && pending !== null && pending.shown.comment !== null
  return [{ kind: 'comment', id: theirs.comment?.id ?? null, text, reference, mayExist }]
}

const isOverridden = (overrides: readonly Override[], target: Override['target']) =>
  overrides.some((override) => override.target === target)

/**
 * What is ours on the task once a plan is carried out: the next base. A status counts as ours only where we put it;
 * of the rest, what a person left there is as good as ours, for their override protects it.
 * @param commentId of a comment that the plan made; null when it is not known yet
 */
export function outcome(
  { base, theirs }: Pick<Merge, 'base' | 'theirs'>,
  operations: readonly Operation[],
  commentId: string | null,
): Shown {
  let shown: Shown = { ...theirs, status: base.status }
  for (const operation of operations) shown = { ...shown, ...effect(shown, operation, commentId) }
  return shown
}

function effect(shown: Shown, operation: Operation, commentId: string | null): Partial<Shown> {
  switch (operation.kind) {
    case 'label': {
      const others = shown.labels.filter((label) => label !== operation.label)
      return { labels: operation.change === 'add' ? [...others, operation.label].sort() : others }
    }
    case 'field':
      return { [operation.field]: operation.value }
    case 'status':
      return { status: operation.status }
    case 'comment':
      return { comment: { id: operation.id ?? commentId ?? '', text: operation.text } }
    case 'content':
    case 'relay':
      return {} // nothing of a verdict: what stands on both boards is remembered with the twin
  }
}
