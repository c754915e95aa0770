import { nextStep, stepAt } from '#policies/answers/terms.ts'
import type { Clock } from '../clock.ts'
import type { TaskStore } from '../store/tasks.ts'
import type { Listen } from './listen.ts'
import type { Request } from './pair.ts'

export interface KeepTermsDeps {
  readonly tasks: Pick<TaskStore, 'lookAgainAt'>
  readonly listen: Pick<Listen, 'toTime'>
  readonly now: Clock
}

/**
 * Remind of a question that nobody answers, or end it, when its time has come; else note down when to look again, which
 * the sweep goes by. Only where Cadre speaks at all.
 * @throws AppError STORE_*
 */
export async function keepTerms(
  { context, decision }: Request,
  { tasks, listen, now }: KeepTermsDeps,
): Promise<void> {
  const { policy, task, facts, board, stored, id } = context
  const isSpeaking = board.mode === 'apply' && context.undo === null
  const step = isSpeaking ? nextStep({ policy, task, facts, found: decision.findings }) : null
  const { due, next } = stepAt(step, policy, now())
  if (due !== null) await listen.toTime(id, due)
  if (next !== (stored?.lookAt ?? null)) await tasks.lookAgainAt(id, next)
}
