import type { LabelKey } from '#model/decision.ts'
import type { Override } from '#model/facts.ts'
import type { Pending, Shown } from '#model/operation.ts'
import { spaced } from '#model/spaced.ts'
import type { Instant } from '#model/task.ts'

/**
 * What is ours on a task: what we last wrote, and of what a run that never ended meant to leave, as much as the task
 * shows. What this finds has to be kept before another run begins, for then nothing could explain it any more.
 */
export function settled(written: Shown, pending: Pending | null, theirs: Shown): Shown {
  if (pending === null) return written
  const meant = pending.shown
  const has = (shown: Shown, label: LabelKey) => shown.labels.includes(label)
  const isOurs = (label: LabelKey) => has(has(theirs, label) === has(meant, label) ? theirs : written, label)
  const field = (of: 'estimate' | 'surcharge' | 'status') => ({
    [of]: theirs[of] === meant[of] ? meant[of] : written[of],
  })
  const saysSo = theirs.comment !== null && spaced(theirs.comment.text) === spaced(meant.comment?.text ?? '')
  return {
    ...written,
    labels: [...new Set([...written.labels, ...meant.labels])].filter(isOurs),
    ...{ ...field('estimate'), ...field('surcharge'), ...field('status') },
    comment: saysSo ? theirs.comment : written.comment,
  }
}

/** What is kept as ours while a run is under way: labels with what hands did to them, for that is remembered as overrides. */
export const byHand = (base: Shown, { labels }: Shown): Shown => ({ ...base, labels })

/** Where did a person change what we wrote? A difference between *base* and *theirs* is a person's hand. */
export function overridesOf(base: Shown, theirs: Shown, at: Instant): Override[] {
  const labels = [...new Set([...base.labels, ...theirs.labels])].sort()
  const touched = labels.flatMap((label) => labelOverride(label, base, theirs, at))
  const changed = (target: 'estimate' | 'surcharge' | 'status'): Override[] =>
    base[target] !== null && base[target] !== theirs[target]
      ? [{ target, label: null, change: 'changed', at }]
      : []
  return [
    ...touched,
    ...changed('estimate'),
    ...changed('surcharge'),
    ...changed('status'),
    ...commentOverride(),
  ]

  function commentOverride(): Override[] {
    if (base.comment === null) return []
    if (theirs.comment === null) return [{ target: 'comment', label: null, change: 'removed', at }]
    const isOurs = spaced(theirs.comment.text) === spaced(base.comment.text)
    return isOurs ? [] : [{ target: 'comment', label: null, change: 'changed', at }]
  }
}

function labelOverride(label: LabelKey, base: Shown, theirs: Shown, at: Instant): Override[] {
  const [was, is] = [base, theirs].map((shown) => shown.labels.includes(label))
  if (is === was) return []
  return [{ target: 'label', label, change: is ? 'added' : 'removed', at }]
}

/**
 * A fresh override replaces an older one about the same thing. One that says the same changes nothing, but of a label: what
 * hands did to it is kept with what the task shows (`byHand`), so whoever does the same again means it anew.
 */
export function mergeOverrides(older: readonly Override[], fresh: readonly Override[]): Override[] {
  const about = (override: Override) => `${override.target}:${override.label}`
  const says = (override: Override) => `${about(override)}:${override.change}`
  const known = new Set(older.map(says))
  const news = fresh.filter((override) => override.target === 'label' || !known.has(says(override)))
  const replaced = new Set(news.map(about))
  return [...older.filter((override) => !replaced.has(about(override))), ...news]
}
