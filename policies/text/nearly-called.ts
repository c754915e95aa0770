import { wordsOf } from './clauses.ts'

/** How much of all their words two titles have to share. */
const share = 0.75

/** Are two things called nearly the same? Order, case, accents and punctuation do not count. */
export function isNearlyCalled(one: string, other: string): boolean {
  const [a, b] = [new Set(wordsOf(one)), new Set(wordsOf(other))]
  const both = [...a].filter((word) => b.has(word)).length
  return both > 0 && both >= share * (a.size + b.size - both)
}
