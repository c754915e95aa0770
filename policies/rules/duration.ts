import type { MinuteRange } from '#model/decision.ts'
import type { Policy, Service } from '../schema.ts'
import type { Case } from './rule.ts'
import { servicesOf } from './services.ts'

/**
 * How long the work takes, in billable minutes: as somebody answered or put down, else as the services usually take.
 * Services with a fixed price do not count hours.
 * @returns null when nobody knows
 */
export function durationOf({ policy, task, facts, found }: Case): MinuteRange | null {
  const services = servicesOf(policy, found).filter((service) => service.price === undefined)
  const said = facts.answers.hours ?? task.hours
  const hours = said === null ? usualHours(services) : { min: said, max: said }
  if (hours === null || (services.length === 0 && said === null)) return null
  const { billing } = policy.document
  return { min: billable(hours.min, billing), max: billable(hours.max, billing) }
}

/** Time goes by steps: with steps of 15 minutes, 1 h 05 is billed as 1 h 15 (up) or 1 h (nearest), never as nothing. */
function billable(hours: number, { unitMinutes, rounding }: Policy['billing']): number {
  const steps = Math.round((hours * 60 * 1000) / unitMinutes) / 1000
  return Math.max(1, rounding === 'up' ? Math.ceil(steps) : Math.round(steps)) * unitMinutes
}

/** The usual hours of several services add up; null when one has none. */
function usualHours(services: readonly Service[]): { min: number; max: number } | null {
  let [min, max] = [0, 0]
  for (const { defaultHours } of services) {
    if (defaultHours === undefined) return null
    min += typeof defaultHours === 'number' ? defaultHours : defaultHours.min
    max += typeof defaultHours === 'number' ? defaultHours : defaultHours.max
  }
  return max === 0 ? null : { min, max }
}
