import { STATUS_CODES } from 'node:http'
import {
  type FaultSettings as CommonSettings,
  createFaultPlan as createPlan,
  type FaultMatch,
  type Faults as FaultsOf,
  type FaultPlan as PlanOf,
} from '../../sandbox/faults.ts'
import { rateLimitBody } from './rate-limit.ts'

/** An answer to give instead of the real one. */
export interface FailedAnswer extends FaultMatch {
  /** 503 by default. */
  readonly status?: number
  /** By default what Trello says with that status. */
  readonly body?: string
}

/** What a failing request is told. */
export interface Answer {
  readonly status: number
  readonly body: string
}

/** Switches by which the sandbox misbehaves. */
export interface Faults extends FaultsOf<FailedAnswer> {
  /** Webhooks come without the mark of the request that caused them. */
  stripClientIdentifier: boolean
}

/** The settings among the switches, as a sandbox may be started with. */
export type FaultSettings = CommonSettings & Partial<Pick<Faults, 'stripClientIdentifier'>>

/** The switches, and how the server asks them. */
export interface FaultPlan extends PlanOf<FailedAnswer, Answer> {
  readonly faults: Faults
}

/** Switches with nothing wrong but `settings`. `onResume` is called when webhooks may leave again. */
export function createFaultPlan(settings: FaultSettings, onResume: () => void): FaultPlan {
  const { stripClientIdentifier = false, ...others } = settings
  const plan = createPlan(others, answerFor, onResume)
  const { clear } = plan.faults
  const faults: Faults = Object.assign(plan.faults, {
    stripClientIdentifier,
    clear() {
      faults.stripClientIdentifier = false
      clear()
    },
  })
  return { ...plan, faults }
}

function answerFor({ status = 503, body = usualBody(status) }: FailedAnswer = {}): Answer {
  return { status, body }
}

function usualBody(status: number): string {
  return status === 429
    ? JSON.stringify(rateLimitBody('API_TOKEN_LIMIT_EXCEEDED'))
    : (STATUS_CODES[status] ?? '')
}
