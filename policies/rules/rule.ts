import type { Finding } from '#model/decision.ts'
import type { Facts } from '#model/facts.ts'
import type { Task } from '#model/task.ts'
import type { CompiledPolicy } from '../compile.ts'

/** A pure function from what is known to what is found. It may throw: then the task is to be reviewed. */
export type Rule = (policy: CompiledPolicy, task: Task, facts: Facts) => Finding[]
