import type { Language } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import { weekAt, weekNamed } from '#policies/calendar.ts'
import { type WeeklyReport, weeklyReport } from '#policies/report/weekly-report.ts'
import type { Clock } from '../clock.ts'
import type { ExampleStore } from '../store/examples.ts'
import type { PolicyStore } from '../store/policies.ts'
import type { WeekList } from '../store/week-list.ts'

export interface WeeklyReportDeps {
  readonly policies: PolicyStore
  readonly examples: ExampleStore
  readonly weeks: WeekList
  readonly now: Clock
}

export interface WhichWeek {
  readonly policyId: string
  /** `2026-W48`; the present one, if left out. */
  readonly week?: string | undefined
  /** The policy's own, if left out. */
  readonly language?: Language | undefined
}

/**
 * The week of the assistant who works by a policy, counted in her own zone.
 * @throws AppError NOT_FOUND, REQUEST_INVALID when the year has no such week
 */
export async function reportOf(
  { policyId, week, language }: WhichWeek,
  { policies, examples, weeks, now }: WeeklyReportDeps,
): Promise<{ report: WeeklyReport; language: Language }> {
  const moment = now()
  const present = await policies.inForce(policyId, moment)
  const timeZone = present.document.hours?.timeZone ?? 'UTC'
  const span = week === undefined ? weekAt(moment, timeZone) : weekNamed(week, timeZone)
  if (span === null) {
    const remedy = 'weeks are named as 2026-W48; most years have 52'
    const fr = {
      message: `la semaine ${week} n'existe pas`,
      remedy: "une semaine s'écrit 2026-W48 ; la plupart des années en ont 52",
    }
    const details = [{ path: 'querystring.week', message: `there is no week ${week}`, remedy, fr }]
    throw new AppError('REQUEST_INVALID', 'the week does not exist', { details })
  }
  const { document: policy } = span.to <= moment ? await policies.inForce(policyId, span.to) : present
  const requests = await weeks.requests(policyId, span)
  const lessons = await weeks.lessons(policyId, span)
  const learnt = await examples.at(policyId, await examples.revision(policyId))
  const spoken = language ?? policy.language
  const facts = { policyId, policy, timeZone, span, now: moment, requests, lessons, learnt }
  return { report: weeklyReport(facts, spoken), language: spoken }
}
