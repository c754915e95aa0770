import type { Finding } from '#model/decision.ts'
import type { Instant } from '#model/task.ts'
import { quoteEnd } from '../answers/terms.ts'
import {
  addWorkingMinutes,
  formatDay,
  formatEnd,
  formatStart,
  minutesAfter,
  nextOpening,
  startOfNextDay,
} from '../calendar.ts'
import type { CompiledPolicy } from '../compile.ts'
import { formatNumber } from '../money.ts'
import type { Case } from '../rules/rule.ts'
import type { MessageValues } from './liquid.ts'

type TimeValues = Pick<
  MessageValues,
  'due' | 'dated' | 'threshold' | 'wait_until' | 'valid_until' | 'opens' | 'closed_because'
>

/** The moments that a message of `now` speaks of, all in the client's zone. */
export function timeValues(request: Case, finding: Finding, now: Instant): TimeValues {
  const { policy, facts, found } = request
  const { language, timeZone } = policy
  const from = (moment: Instant | null) => (moment === null ? '' : formatStart(moment, timeZone, language))
  const until = (moment: Instant | null) => (moment === null ? '' : formatEnd(moment, timeZone, language))
  const isBilled = found.some(({ evidence }) => evidence.billed === true)
  const noTime = found.some(({ reason }) => reason === 'no-working-time')
  const closed = found.find(({ code }) => code === 'off_hours')
  const due = isBilled || noTime ? facts.dueAt : null
  const isDeclined = found.some(({ evidence }) => evidence.declined === true)
  const canWait =
    finding.code.startsWith('urgent_') || due !== null || isDeclined || facts.answers.choice === 'wait'
  return {
    due: () => until(due),
    dated: facts.dueAt === null ? '' : 'x',
    threshold: () => (noTime ? '' : thresholdWords(policy)),
    wait_until: () => (canWait ? from(waitUntil(request, now)) : ''),
    valid_until: () => until(quoteEnd(request)),
    opens: () => (typeof closed?.evidence.opensAt === 'string' ? from(closed.evidence.opensAt) : ''),
    closed_because: () => (closed === undefined ? '' : reasonWords(closed, language)),
  }
}

/** Somebody who waits leaves at least as much working time, so that waiting never costs a surcharge all the same. */
const leastWorkingMinutes = 60

/**
 * The first working moment that is no urgency for a client who makes up their mind on the day of the message: the threshold runs from the
 * end of their day, and working time lies between, which there is none of before Monday morning. Null without working
 * hours.
 */
function waitUntil({ policy }: Case, now: Instant): Instant | null {
  const { calendar, timeZone, document } = policy
  if (calendar === null) return null
  const { basis, thresholdHours } = document.urgency
  const minutes = Math.round(thresholdHours * 60)
  const tomorrow = startOfNextDay(now, timeZone)
  if (basis === 'working') return addWorkingMinutes(calendar, tomorrow, minutes)
  const [opening, worked] = [
    nextOpening(calendar, minutesAfter(tomorrow, minutes), 'work'),
    addWorkingMinutes(calendar, tomorrow, leastWorkingMinutes),
  ]
  return opening === null || worked === null || opening > worked ? opening : worked
}

/** Without working hours only the clock counts. */
function thresholdWords({ document, calendar, language }: CompiledPolicy): string {
  const { thresholdHours, basis } = document.urgency
  const hours = formatNumber(thresholdHours, language)
  if (basis === 'clock' || calendar === null) return `${hours} h`
  return language === 'fr'
    ? `${hours} h ${thresholdHours < 2 ? 'ouvrée' : 'ouvrées'}`
    : `${hours} working ${thresholdHours === 1 ? 'hour' : 'hours'}`
}

function reasonWords({ reason, evidence }: Finding, language: 'fr' | 'en'): string {
  const { name, until } = evidence
  if (reason === 'holiday' && typeof name === 'string') {
    return language === 'fr' ? `jour férié : ${name}` : `public holiday: ${name}`
  }
  if (reason !== 'leave') return ''
  if (typeof until !== 'string') return language === 'fr' ? 'congés' : 'on leave'
  const day = formatDay(until, language)
  return language === 'fr' ? `congés jusqu'au ${day}` : `on leave until ${day}`
}
