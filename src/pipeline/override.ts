import type { LabelKey } from '#model/decision.ts'
import type { Override } from '#model/facts.ts'
import type { Pending, Shown } from '#model/operation.ts'
import type { Instant } from '#model/task.ts'

/**
 * Where did a person change what we wrote? A difference between *base* and *theirs* is a person's hand, unless a run
 * that never ended explains it: then it may be our own write, and is not held against anybody.
 */
export function overridesOf(base: Shown, pending: Pending | null, theirs: Shown, at: Instant): Override[] {
  const mine = pending?.shown ?? base
  const labels = [...new Set([...base.labels, ...mine.labels, ...theirs.labels])].sort()
  const touched = labels.flatMap((label) => labelOverride(label, base, mine, theirs, at))
  const differs = (was: unknown, meant: unknown, is: unknown) => is !== was && is !== meant
  const changed = (target: 'estimate' | 'surcharge' | 'status'): Override[] =>
    base[target] !== null && differs(base[target], mine[target], theirs[target])
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
    const is = spaced(theirs.comment.text)
    const known = [base.comment.text, mine.comment?.text ?? base.comment.text].map(spaced)
    return known.includes(is) ? [] : [{ target: 'comment', label: null, change: 'changed', at }]
  }
}

function labelOverride(label: LabelKey, base: Shown, mine: Shown, theirs: Shown, at: Instant): Override[] {
  const [was, meant, is] = [base, mine, theirs].map((shown) => shown.labels.includes(label))
  if (is === was || is === meant) return []
  return [{ target: 'label', label, change: is ? 'added' : 'removed', at }]
}

/** A fresh override replaces an older one about the same thing; one that says the same changes nothing. */
export function mergeOverrides(older: readonly Override[], fresh: readonly Override[]): Override[] {
  const about = (override: Override) => `${override.target}:${override.label}`
  const says = (override: Override) => `${about(override)}:${override.change}`
  const known = new Set(older.map(says))
  const news = fresh.filter((override) => !known.has(says(override)))
  const replaced = new Set(news.map(about))
  return [...older.filter((override) => !replaced.has(about(override))), ...news]
}

/** Tools may change white space in what they are given; that is no person's hand. */
const spaced = (text: string) => text.replace(/\s+/gu, ' ').trim()
