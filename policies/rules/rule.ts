import type { Finding } from '#model/decision.ts'
import type { Facts } from '#model/facts.ts'
import type { Task } from '#model/task.ts'
import type { CompiledPolicy } from '../compile.ts'

/** One request under judgement: all that a rule may look at. */
export interface Case {
  readonly policy: CompiledPolicy
  readonly task: Task
  readonly facts: Facts
  /** What the rules before this one found. */
  readonly found: readonly Finding[]
}

/** A pure function from what is known to what is found. It may throw: then the task is to be reviewed. */
export type Rule = (request: Case) => readonly Finding[]

/** Is nothing in doubt? As long as something is, nothing is priced or said. */
export const isSure = (found: readonly Finding[]) => found.every(({ code }) => code !== 'to_review')
