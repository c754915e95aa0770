import { AppError } from '#model/error.ts'
import type { Instant } from '#model/task.ts'
import { startOfSecond } from '#policies/calendar.ts'
import { parsePolicy } from '#policies/schema.ts'
import type { Clock } from '../clock.ts'
import { createClientStore } from '../store/clients.ts'
import type { Also } from '../store/database.ts'
import type { PolicyStore, PolicyVersion } from '../store/policies.ts'
import type { DraftStore } from '../store/policy-drafts.ts'
import type { LockedPolicy, PolicyLock } from '../store/policy-lock.ts'
import { checkFits } from './check-fits.ts'
import { type Draft, type DraftCheck, draftOf } from './policy-drafts.ts'
import type { Conditions, Passage, PublishGate } from './publish-gate.ts'

/** How a document is to be published. */
export interface PublishRequest extends Conditions {
  /** From when on it is to be in force; left out: at once. */
  readonly effectiveAt?: Instant | undefined
  readonly note?: string | null | undefined
}

/** What was published, and what had to be overridden for it. */
export interface Publication extends Passage {
  readonly version: PolicyVersion
}

export interface PublisherDeps {
  readonly lock: PolicyLock
  readonly policies: PolicyStore
  readonly drafts: DraftStore
  readonly gate: PublishGate
  readonly now: Clock
}

export type Publisher = ReturnType<typeof createPublisher>

/** Makes versions of policies, and takes back those that are not in force yet. */
export function createPublisher({ lock, policies, drafts, gate, now }: PublisherDeps) {
  return {
    /**
     * Publish the draft. It has to be a change of the version now in force, so that nobody else's version is undone.
     * @throws AppError NOT_FOUND, REQUEST_INVALID, CONFLICT, PRECONDITION_FAILED, `check`'s, POLICY_INVALID, the gate's
     */
    async publishDraft(
      policyId: string,
      check: DraftCheck,
      request: PublishRequest,
      also: Also<Publication>,
    ): Promise<Publication> {
      checkMoment(request, now())
      const draft = await draftOf(policyId, { policies, drafts }, now())
      check(draft)
      checkBase(draft)
      const passage = await gate(policyId, parsePolicy(draft.source), request)
      return lock(policyId, async (stores) => {
        // The gate takes its time: what it has seen is what is published.
        if (JSON.stringify(await draftOf(policyId, stores, now())) !== JSON.stringify(draft))
          throw new AppError('PRECONDITION_FAILED', 'the draft was changed while it was being published')
        const after = await stores.policies.newestNumber(policyId)
        const version = await append(stores, { policyId, source: draft.source, after }, request)
        await stores.drafts.remove(policyId)
        const publication = { version, ...passage }
        await also(stores.trx, publication)
        return publication
      })
    },

    /**
     * Publish a document without a draft.
     * @param after the number of the newest version, which it changes
     * @throws AppError NOT_FOUND, REQUEST_INVALID, POLICY_INVALID, the gate's
     * @throws AppError CONFLICT when another version has been published since
     */
    async publishDocument(
      policyId: string,
      source: unknown,
      after: number,
      request: PublishRequest,
      also: Also<Publication>,
    ): Promise<Publication> {
      checkMoment(request, now())
      await policies.get(policyId, after)
      const passage = await gate(policyId, parsePolicy(source), request)
      return lock(policyId, async (stores) => {
        const version = await append(stores, { policyId, source, after }, request)
        const publication = { version, ...passage }
        await also(stores.trx, publication)
        return publication
      })
    },

    /**
     * Put the document of an old version in force again, as a new version. It has served before, so only the clients of
     * today are asked for.
     * @throws AppError NOT_FOUND; CONFLICT when it is in force already, never was, or no longer fits a client; POLICY_INVALID
     */
    async rollBack(
      policyId: string,
      to: number,
      note: string | null,
      also: Also<PolicyVersion>,
    ): Promise<PolicyVersion> {
      return lock(policyId, async (stores) => {
        const old = await stores.policies.get(policyId, to)
        if ((await stores.policies.versionAt(policyId, now())) === to)
          throw new AppError('CONFLICT', `version ${to} of policy ${policyId} is in force already`)
        if (old.cancelledAt !== null || old.effectiveAt > now())
          throw new AppError('CONFLICT', `version ${to} of policy ${policyId} was never in force: publish it`)
        const after = await stores.policies.newestNumber(policyId)
        const version = await append(stores, { policyId, source: old.source, after }, { note })
        await also(stores.trx, version)
        return version
      })
    },

    /**
     * Take back a version that is not in force yet. Its number is not used again.
     * @throws AppError NOT_FOUND; CONFLICT when it is or was in force, or is the only one
     */
    async cancel(policyId: string, number: number, also: Also<PolicyVersion>): Promise<PolicyVersion> {
      return lock(policyId, async (stores) => {
        const version = await stores.policies.get(policyId, number)
        if ((await stores.policies.versionAt(policyId, now())) === number)
          throw new AppError(
            'CONFLICT',
            `version ${number} of policy ${policyId} is the one its clients have`,
          )
        if (!(await stores.policies.cancel(policyId, number, now())))
          throw new AppError(
            'CONFLICT',
            `version ${number} of policy ${policyId} has been in force or is cancelled`,
          )
        await also(stores.trx, version)
        return version
      })
    },
  }

  /**
   * Add the version, unless a client has come to need what it lacks while the gate was looking, or since it served.
   *
   * A moment that came while the gate was looking is now. Now is the whole second: no tool says more finely when a request
   * was made (a Trello card's id), and what is asked right after a version came into force is judged by it.
   * @throws AppError CONFLICT, POLICY_INVALID
   */
  async function append(
    stores: LockedPolicy,
    {
      policyId,
      source,
      after,
    }: { readonly policyId: string; readonly source: unknown; readonly after: number },
    { effectiveAt: wished, note }: Pick<PublishRequest, 'effectiveAt' | 'note'>,
  ): Promise<PolicyVersion> {
    const moment = now()
    const effectiveAt = wished !== undefined && wished > moment ? wished : startOfSecond(moment)
    const version = await stores.policies.append(policyId, source, after, moment, { effectiveAt, note })
    checkFits(await createClientStore(stores.trx).ofPolicy(policyId), version.document)
    return version
  }
}

function checkMoment({ effectiveAt }: PublishRequest, now: Instant): void {
  if (effectiveAt === undefined || effectiveAt > now) return
  const details = [
    { path: 'body.effectiveAt', message: 'is not in the future', remedy: 'leave it out to publish at once' },
  ]
  throw new AppError('REQUEST_INVALID', 'a version cannot come into force in the past', { details })
}

function checkBase({ policyId, basedOn, inForce, isSaved }: Draft): void {
  if (!isSaved) throw new AppError('CONFLICT', `the draft of policy ${policyId} changes nothing`)
  if (basedOn === inForce) return
  const remedy = `look at GET /policies/${policyId}/diff?from=${inForce}&to=draft, then PUT the draft again`
  const message = `the draft changes version ${basedOn}, but version ${inForce} is in force now`
  throw new AppError('CONFLICT', message, { details: [{ path: 'draft.basedOn', message, remedy }] })
}
