import type { Question, TimeKind } from '#model/answer.ts'
import type { Facts } from '#model/facts.ts'
import type { Instant } from '#model/task.ts'
import { addWorkingMinutes, isOpen, nextOpening } from '../calendar.ts'
import type { CompiledPolicy } from '../compile.ts'
import { isNeverDone } from '../rules/never-done.ts'
import { type Case, isSure } from '../rules/rule.ts'
import { urgentStandingOf } from '../rules/ruling.ts'
import type { Terms } from '../schema/fields.ts'
import { isSilent } from './silence.ts'
import { quoteStateOf } from './states.ts'

/** What time does about a question that nobody answers, and when: always a moment of working time. */
export interface Step {
  readonly question: Question
  readonly kind: TimeKind
  readonly at: Instant
}

/** Since when a question is open, for how long, and what time has done about it. */
interface Open {
  readonly question: Question
  readonly since: Instant
  readonly terms: Terms
  readonly isReminded: boolean
  /** It is moot from this moment on, whatever the terms. */
  readonly until: Instant | null
}

/**
 * The next thing that time does about a request: one reminder and then an end, of each question that is open. Nothing
 * without working hours, while anything is in doubt, or once the request is over. Pure: who asks knows what time it is.
 *
 * Urgent work that nobody confirmed by its due date is over then, even if the term has not run out.
 */
export function nextStep(request: Case): Step | null {
  const { facts, task, found } = request
  if (isSilent(facts) || !isSure(found) || task.status === 'done' || task.status === 'declined') return null
  const steps = [urgentQuestion(request), quoteQuestion(request)].flatMap((open) =>
    open === null ? [] : stepsOf(open, request),
  )
  return steps.toSorted((a, b) => (a.at < b.at ? -1 : 1))[0] ?? null
}

/**
 * Has the moment of a step come? Late is no matter, but what falls due after work waits for the next opening.
 * @returns the step to take now, and when to look again
 */
export function stepAt(
  step: Step | null,
  { calendar }: CompiledPolicy,
  now: Instant,
): { readonly due: Step | null; readonly next: Instant | null } {
  if (step === null || calendar === null) return { due: null, next: null }
  if (step.at > now) return { due: null, next: step.at }
  return isOpen(calendar, now, 'work')
    ? { due: step, next: null }
    : { due: null, next: nextOpening(calendar, now, 'work') }
}

/** Until when a price that the assistant named is offered; null when it always is, or none is. */
export function quoteEnd(request: Case): Instant | null {
  const open = quoteQuestion(request)
  if (open === null) return null
  return stepsOf(open, request).find(({ kind }) => kind === 'expire')?.at ?? null
}

function urgentQuestion(request: Case): Open | null {
  const { policy, facts, found } = request
  const isUrgent = found.some(({ code }) => code === 'urgent_confirm')
  if (!isUrgent || urgentStandingOf(facts) !== 'to_confirm' || isNeverDone(request)) return null
  const open = openOf('urgent', facts, policy.document.urgency.confirmation)
  const { dueAt } = facts
  return { ...open, until: dueAt !== null && dueAt > open.since ? dueAt : null }
}

function quoteQuestion({ policy, facts }: Case): Open | null {
  if (quoteStateOf(facts.answers) !== 'offered') return null
  return { ...openOf('quote', facts, policy.document.billing.quote), until: null }
}

function openOf(question: Question, { answers, judgedAt }: Facts, terms: Terms): Omit<Open, 'until'> {
  const asked = answers.asked?.[question]
  return { question, since: asked?.since ?? judgedAt, terms, isReminded: asked?.remindedAt != null }
}

function stepsOf({ question, since, terms, isReminded, until }: Open, { policy }: Case): Step[] {
  const after = (hours: number | 'never') =>
    hours === 'never' || policy.calendar === null
      ? null
      : addWorkingMinutes(policy.calendar, since, Math.round(hours * 60))
  const opening = (moment: Instant | null) =>
    moment === null || policy.calendar === null ? null : nextOpening(policy.calendar, moment, 'work')
  const [end] = [after(terms.expireAfterHours), until].filter((each) => each !== null).toSorted()
  const expires = opening(end ?? null)
  const reminds = isReminded ? null : opening(after(terms.remindAfterHours))
  return [
    ...(reminds !== null && (expires === null || reminds < expires)
      ? [{ question, kind: 'remind', at: reminds } as const]
      : []),
    ...(expires === null ? [] : [{ question, kind: 'expire', at: expires } as const]),
  ]
}
