import { AppError } from '#model/error.ts'
import type { Policy } from '#policies/schema.ts'
import type { ClientStore } from '../store/clients.ts'
import type { PolicyStore } from '../store/policies.ts'
import type { CaseRun, CaseRunner } from './case-runner.ts'
import { checkFits } from './check-fits.ts'
import { checkSubstitutes } from './check-substitutes.ts'

/** What a document would change about the requests that are open, found by judging them again without a write. */
export interface Impact {
  /** How many open requests were judged. */
  readonly judged: number
  /** How many of them would come out otherwise. */
  readonly changed: number
  /** Is that more than may change without a person having looked? */
  readonly isTooLarge: boolean
}

/**
 * Measures what publishing a document would change.
 * @param mostChangedPercent how much may change without a person having looked; left out: the default
 */
export type ImpactOf = (
  policyId: string,
  document: Policy,
  mostChangedPercent: number | undefined,
) => Promise<Impact>

/** What a person takes upon themselves: to publish although cases fail, or although much changes. */
export interface PublishOverride {
  readonly cases?: boolean | undefined
  readonly impact?: boolean | undefined
}

/** On what conditions a document is to pass the gate. */
export interface Conditions {
  readonly override?: PublishOverride | undefined
  /** How many percent of the open requests may come out otherwise. */
  readonly mostChangedPercent?: number | undefined
}

/** With what a document passed the gate: what failed and was overridden is here for the audit log. */
export interface Passage {
  readonly failedCases: readonly string[]
  readonly impact: Impact
}

export type PublishGate = ReturnType<typeof createPublishGate>

/** What stands between a valid document and the clients: those who are served by it, its cases, its impact. */
export function createPublishGate(deps: {
  readonly clients: Pick<ClientStore, 'ofPolicy'>
  readonly policies: Pick<PolicyStore, 'newestNumber'>
  readonly runCases: CaseRunner
  readonly impactOf: ImpactOf
}) {
  /** @throws AppError CONFLICT, POLICY_INVALID for a substitute who does not exist, POLICY_CASES_FAILED, POLICY_IMPACT_TOO_LARGE */
  return async (
    policyId: string,
    document: Policy,
    { override = {}, mostChangedPercent }: Conditions,
  ): Promise<Passage> => {
    checkFits(await deps.clients.ofPolicy(policyId), document)
    await checkSubstitutes(policyId, document, deps.policies)
    const failed = (await deps.runCases(policyId, 0, document)).filter(({ passed }) => !passed)
    if (failed.length > 0 && override.cases !== true) throw casesFailed(failed)
    const impact = await deps.impactOf(policyId, document, mostChangedPercent)
    if (impact.isTooLarge && override.impact !== true) throw impactTooLarge(impact)
    return { failedCases: failed.map(({ name }) => name), impact }
  }
}

function casesFailed(failed: readonly CaseRun[]): AppError {
  const details = failed.map(({ id, name, differences }) => ({
    path: `cases.${id}`,
    message: `${name}: ${differences.map(({ en }) => en).join(' ')}`,
    remedy: 'correct the policy or the case, or publish with override.cases',
    fr: {
      message: `${name} : ${differences.map(({ fr }) => fr).join(' ')}`,
      remedy: 'corrige la politique ou le cas, ou publie avec override.cases',
    },
  }))
  const count = failed.length === 1 ? 'a case' : `${failed.length} cases`
  return new AppError('POLICY_CASES_FAILED', `${count} of the policy would fail`, { details })
}

function impactTooLarge({ judged, changed }: Impact): AppError {
  const message = `${changed} of ${judged} open requests would come out otherwise`
  const details = [
    {
      path: 'impact',
      message,
      remedy: 'look at the preview, then publish with override.impact',
      fr: {
        message: `${changed} des ${judged} demandes ouvertes changeraient de verdict`,
        remedy: "regarde l'aperçu, puis publie avec override.impact",
      },
    },
  ]
  return new AppError('POLICY_IMPACT_TOO_LARGE', message, { details })
}
