import { STATUS_CODES } from 'node:http'
import type { FaultMatch, Faults as FaultsOf, FaultPlan as PlanOf } from '../../sandbox/faults.ts'
import { rateHeaders, rateLimitBody, usualRateLimits } from './rate-limit.ts'

/** An answer to give instead of the real one. */
export interface FailedAnswer extends FaultMatch {
  /** 503 by default. */
  readonly status?: number
  /** By default what ClickUp says with that status. */
  readonly body?: string
  /** In place of the usual ones; a 429 says by default that nothing remains until the next second. */
  readonly headers?: Readonly<Record<string, string>>
}

/** What a failing request is told. */
export interface Answer {
  readonly status: number
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

/** Switches by which the sandbox misbehaves. One change makes two or three webhooks. */
export type Faults = FaultsOf<FailedAnswer>

/** The switches, and how the server asks them. */
export type FaultPlan = PlanOf<FailedAnswer, Answer>

/** What a request that is to fail is told, with what ClickUp says by default. */
export function answerFor({ status = 503, body = usualBody(status), headers }: FailedAnswer = {}): Answer {
  const usual = status === 429 ? rateHeaders(usualRateLimits.perToken, 0, Date.now()) : {}
  return { status, body, headers: headers ?? usual }
}

function usualBody(status: number): string {
  if (status === 429) return JSON.stringify(rateLimitBody)
  // Behind ClickUp stands a proxy that answers for it when it is down, and not in JSON.
  return `<html><body><h1>${status} ${STATUS_CODES[status] ?? ''}</h1></body></html>`
}
