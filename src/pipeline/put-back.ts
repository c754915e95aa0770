import type { Override } from '#model/facts.ts'
import { isOfVerdict, type Operation, type Shown, type VerdictOperation } from '#model/operation.ts'
import { spaced } from '#model/spaced.ts'
import type { Instant } from '#model/task.ts'
import { withdrawnText } from '#policies/messages/withdrawn.ts'
import type { Written } from '../store/runs.ts'
import type { Context } from './context.ts'
import type { Desired } from './desire.ts'

/**
 * What a task should show once our writes are put back, for the same merge that writes them. Only what still stands as
 * we left it is touched: where a person has changed it since, theirs stays.
 */
export function putBack(
  { theirs, facts, policy, reference }: Pick<Context, 'theirs' | 'facts' | 'policy' | 'reference'>,
  written: readonly Written[],
): { readonly ours: Desired; readonly overrides: readonly Override[] } {
  const people = facts.overrides.filter(({ change }) => change !== 'undone')
  const withdrawn = `${withdrawnText(policy.language)}\n\n${reference}`
  const target = shownBefore(theirs, written, people, withdrawn)
  const { labels, estimate, surcharge, status, comment } = target
  return {
    ours: {
      labels,
      estimate,
      surcharge,
      status: status ?? undefined,
      comment: { text: comment?.text ?? '', announce: false },
      unsupported: [],
    },
    overrides: people,
  }
}

/** Take back the writes of some runs, the newest first. Pure. */
export function shownBefore(
  theirs: Shown,
  written: readonly Written[],
  people: readonly Override[],
  withdrawn: string,
): Shown {
  let shown = theirs
  for (const { operations, before } of written)
    for (const operation of operations.filter(isOfVerdict).toReversed())
      if (!isTouched(operation, people)) shown = { ...shown, ...taken(operation, shown, before, withdrawn) }
  return shown
}

function taken(operation: VerdictOperation, shown: Shown, before: Shown, withdrawn: string): Partial<Shown> {
  switch (operation.kind) {
    case 'label': {
      const { label } = operation
      const others = shown.labels.filter((each) => each !== label)
      return { labels: before.labels.includes(label) ? [...others, label].sort() : others }
    }
    case 'field': {
      const { field, value } = operation
      return shown[field] === value ? { [field]: before[field] } : {}
    }
    case 'status':
      return shown.status === operation.status && before.status !== null ? { status: before.status } : {}
    case 'comment': {
      if (shown.comment === null || spaced(shown.comment.text) !== spaced(operation.text)) return {}
      return { comment: { id: shown.comment.id, text: before.comment?.text ?? withdrawn } }
    }
  }
}

/** Has a person since decided about the same thing? */
const isTouched = (operation: VerdictOperation, people: readonly Override[]) =>
  people.some(({ target, label }) => {
    const [about, which] = subjectOf(operation)
    return target === about && label === which
  })

/** What was put back stays so until the request changes. */
export function undoneBy(operations: readonly Operation[], at: Instant): Override[] {
  return operations.filter(isOfVerdict).map((operation) => {
    const [target, label] = subjectOf(operation)
    return { target, label, change: 'undone', at }
  })
}

function subjectOf(operation: VerdictOperation): [Override['target'], Override['label']] {
  if (operation.kind === 'label') return ['label', operation.label]
  return [operation.kind === 'field' ? operation.field : operation.kind, null]
}
