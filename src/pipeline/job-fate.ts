import type { JobWithMetadata } from 'pg-boss'
import type { AppError, ErrorCode } from '#model/error.ts'

/** A job as the queue hands it out: how often it has failed, and what came of its last attempt. */
export type Attempted = Pick<JobWithMetadata, 'retryCount' | 'output'>

/** A job that takes longer is given up and tried again. */
export const longestJobMinutes = 2

/** Of failures that a repeat may mend and that are nobody's outage: a job that goes on failing is poison. */
const mostRetries = 8

/** Somebody is away, and the job is not to blame: it waits, for as long as the queue lets it. */
const outages: ReadonlySet<ErrorCode> = new Set(['TOOL_UNAVAILABLE', 'TOOL_TIMEOUT', 'STORE_UNAVAILABLE'])

/**
 * Is a failed job tried again, or put aside for a person to see? What failed for another reason after an outage has one
 * more attempt, for the outage has used up the others.
 */
export function fateOf(job: Attempted, { code, retry }: Pick<AppError, 'code' | 'retry'>): 'again' | 'dead' {
  if (retry === 'never') return 'dead'
  return job.retryCount < mostRetries || outages.has(code) || wasOutage(job) ? 'again' : 'dead'
}

/** Has it been begun again and again without coming to an end? The process has died of it, or it took too long. */
export const neverEnds = (job: Attempted): boolean => job.retryCount > mostRetries && !wasOutage(job)

/** Where the process died nothing is known of an attempt. */
const wasOutage = ({ output }: Attempted): boolean =>
  outages.has((output as { readonly code?: ErrorCode } | null)?.code ?? 'INTERNAL')
