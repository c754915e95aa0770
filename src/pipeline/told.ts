import { type Answered, unanswered } from '#model/answer.ts'
import type { Facts, Override } from '#model/facts.ts'
import type { Order } from '#model/order.ts'
import { factsFrom } from '#policies/answers/in-force.ts'
import type { AnswerStore } from '../store/answers.ts'
import type { OrderStore } from '../store/orders.ts'
import type { StoredTask } from '../store/tasks.ts'
import { mergeOverrides } from './override.ts'

/** What people have told about a task outside its board, as far as it bears on the request as it is now. */
export interface Told {
  readonly answers: Answered
  /** Overrides as they were, with what was ordered since. */
  readonly overrides: readonly Override[]
  readonly isRejudged: boolean
  readonly undo: Facts['undo']
  readonly revision: number
}

/** Take in what was told since the last look. No query when nothing was and the request is the same. */
export async function takeIn(
  stored: StoredTask | null,
  fingerprint: string,
  { answers, orders }: { readonly answers: AnswerStore; readonly orders: OrderStore },
): Promise<Told> {
  if (stored === null) return untold
  if (stored.revision === 0) return { ...untold, overrides: stored.facts.overrides }
  const { id, facts: known, revision } = stored
  const isSame = known.fingerprint === fingerprint
  const isNew = revision !== known.revision
  if (isSame && !isNew) return { ...known, isRejudged: false }
  const inForce = factsFrom(await answers.toRequest(id, fingerprint))
  const start = { overrides: known.overrides, undo: known.undo, isRejudged: false }
  const since = isNew ? await orders.since(id, known.revision) : []
  return { ...obeyed(start, since, fingerprint), answers: inForce, revision }
}

/** Nobody has told anything. */
export const untold: Told = { answers: unanswered, overrides: [], isRejudged: false, undo: null, revision: 0 }

type Ordered = Pick<Told, 'overrides' | 'undo' | 'isRejudged'>

/** Orders one after the other. An override holds for the request that it was about. */
export function obeyed(known: Ordered, orders: readonly Order[], fingerprint: string): Ordered {
  let result = known
  for (const { wish, at, fingerprint: about } of orders) {
    if (wish.kind === 'rejudge') result = { ...result, overrides: [], isRejudged: true }
    if (wish.kind === 'undo') result = { ...result, undo: [...(result.undo ?? []), wish.undo] }
    if (wish.kind === 'override' && about === fingerprint)
      result = { ...result, overrides: ruled(result.overrides, wish, at) }
  }
  return result
}

function ruled(
  overrides: Facts['overrides'],
  { label, change }: Extract<Order['wish'], { kind: 'override' }>,
  at: string,
): Override[] {
  if (change !== 'lifted') return mergeOverrides(overrides, [{ target: 'label', label, change, at }])
  return overrides.filter((override) => override.label !== label)
}
