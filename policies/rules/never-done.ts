import type { Case } from './rule.ts'

/** Is this urgent work that the assistant never takes: any, or any outside working hours? */
export function isNeverDone({ policy, found }: Pick<Case, 'policy' | 'found'>): boolean {
  const { accepted, offHours } = policy.document.urgency
  const noTime = found.some(({ evidence }) => evidence.noTime === true)
  return !accepted || (noTime && offHours.work === 'no')
}
