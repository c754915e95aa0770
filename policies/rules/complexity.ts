import { type Complexity, complexities } from '#model/task.ts'
import { readComplexity } from '../scope/complexity.ts'
import type { Case } from './rule.ts'
import { servicesOf } from './services.ts'

/**
 * How complex the work is: as somebody said in a field, else as the policy says of the most complex service asked for,
 * else as the words of the request tell.
 */
export function complexityOf({ policy, task, found }: Case): Complexity {
  if (task.complexity !== null) return task.complexity
  const written = servicesOf(policy, found).map(({ complexity }) => complexity)
  const highest = complexities.findLast((level) => written.includes(level))
  if (highest !== undefined) return highest
  return readComplexity(task.title, task.text, 'medium', policy.document.language).level
}
