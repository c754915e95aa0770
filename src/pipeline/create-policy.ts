import { AppError } from '#model/error.ts'
import { startOfSecond } from '#policies/calendar.ts'
import { asDocument } from '#policies/document.ts'
import type { Json } from '#policies/merge-patch.ts'
import { presetCases } from '#policies/presets/preset-cases.ts'
import { presetSources } from '#policies/presets/presets.ts'
import { parsePolicy } from '#policies/schema.ts'
import type { Clock } from '../clock.ts'
import type { Also } from '../store/database.ts'
import type { PolicyStore, PolicyVersion } from '../store/policies.ts'
import type { CaseStore } from '../store/policy-cases.ts'
import type { LockedPolicy, PolicyLock } from '../store/policy-lock.ts'
import { checkSubstitutes } from './check-substitutes.ts'
import { type Draft, draftOf } from './policy-drafts.ts'

/** What a new policy is made of. */
export type Origin =
  | { readonly preset: string }
  | { readonly document: Json }
  | { readonly clone: { readonly policyId: string; readonly version?: number | undefined } }

export interface NewPolicy {
  readonly id: string
  readonly from: Origin
  /** False: only a draft, which may have problems. */
  readonly publish: boolean
  /** Also take the cases of the preset, or of the policy that is cloned. */
  readonly withCases: boolean
}

/** A new policy: its first version, or its draft. */
export type MadePolicy = { readonly version: PolicyVersion } | { readonly draft: Draft }

export interface CreatePolicyDeps {
  readonly lock: PolicyLock
  readonly policies: PolicyStore
  readonly cases: CaseStore
  readonly now: Clock
}

/**
 * Make a policy: its first version, or with `publish: false` its draft.
 * @throws AppError NOT_FOUND for an unknown preset or original, POLICY_INVALID, CONFLICT when the id is taken
 */
export async function createPolicy(
  { id, from, publish, withCases }: NewPolicy,
  also: Also<MadePolicy>,
  deps: CreatePolicyDeps,
): Promise<MadePolicy> {
  const source = await sourceOf(from, deps)
  const cases = withCases ? await casesOf(from, deps.cases) : []
  const now = deps.now()
  return deps.lock(id, async (stores) => {
    const isKnown = (await stores.policies.newestNumber(id)) > 0 || (await stores.drafts.find(id)) !== null
    if (isKnown) throw new AppError('CONFLICT', `there is a policy ${id} already`)
    await stores.cases.add(id, cases, now)
    const made = publish ? { version: await firstVersion(stores) } : { draft: await firstDraft(stores) }
    await also(stores.trx, made)
    return made
  })

  async function firstVersion({ policies }: LockedPolicy): Promise<PolicyVersion> {
    await checkSubstitutes(id, parsePolicy(source), policies)
    return policies.append(id, source, 0, now, { effectiveAt: startOfSecond(now) })
  }

  async function firstDraft(stores: LockedPolicy): Promise<Draft> {
    await stores.drafts.save({ policyId: id, basedOn: null, source, updatedAt: now })
    return draftOf(id, stores, now)
  }
}

async function sourceOf(from: Origin, { policies, now }: CreatePolicyDeps): Promise<Json> {
  if ('document' in from) return asDocument(from.document)
  if ('preset' in from) return presetSource(from.preset, 'body.preset')
  const { policyId, version } = from.clone
  return (await (version === undefined ? policies.inForce(policyId, now()) : policies.get(policyId, version)))
    .source
}

async function casesOf(from: Origin, cases: CaseStore): Promise<readonly unknown[]> {
  if ('preset' in from) return presetCases(from.preset)
  if ('clone' in from) return (await cases.all(from.clone.policyId)).map(({ document }) => document)
  return []
}

/**
 * A preset as it is written.
 * @param path where in the request it is named
 * @throws AppError NOT_FOUND
 */
export function presetSource(name: string, path: string): Json {
  if (Object.hasOwn(presetSources, name)) return presetSources[name] as Json
  const names = Object.keys(presetSources).join(', ')
  const detail = {
    path,
    message: 'is none of those there are',
    remedy: `take one of ${names}`,
    fr: { message: "n'est aucun de ceux qui existent", remedy: `au choix : ${names}` },
  }
  throw new AppError('NOT_FOUND', `there is no preset ${name}`, { details: [detail] })
}
