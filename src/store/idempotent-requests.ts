import { sql } from 'kysely'
import { z } from 'zod'
import type { Instant } from '#model/task.ts'
import type { Db } from './database.ts'
import type { Vault } from './vault.ts'

/** Whose request it is, by which key they will know it again, and what it asks. */
export interface IdempotentRequest {
  readonly actorId: string
  readonly key: string
  /** Of method, address and body: the same for the same request only. */
  readonly fingerprint: string
}

/** An answer as it was sent, to be sent again. */
export const KeptAnswer = z.object({
  status: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
})
export type KeptAnswer = Readonly<z.infer<typeof KeptAnswer>>

/**
 * - `claimed`: nobody has asked for this, go on; `claim` is needed to keep or drop the answer.
 * - `answered`: done before. `reused`: the key was used for something else. `in-progress`: at work, here or elsewhere.
 */
export type Claim =
  | { readonly outcome: 'claimed'; readonly claim: string }
  | { readonly outcome: 'answered'; readonly answer: KeptAnswer }
  | { readonly outcome: 'reused' | 'in-progress' }

export type IdempotentRequests = ReturnType<typeof createIdempotentRequests>

/**
 * Requests that may be sent twice and are done once. The row is inserted before the work begins, so that of two
 * instances one goes on. Answers are sealed, for they may hold a new key or a client's words.
 */
export function createIdempotentRequests(db: Db, vault: Vault) {
  const purpose = ({ actorId, key }: IdempotentRequest) => `answer:${actorId}:${key}`

  return {
    /** Answers are kept for a day. A claim without an answer is given up after five minutes: its process died. */
    async claim(request: IdempotentRequest, now: Instant): Promise<Claim> {
      const { actorId, key, fingerprint } = request
      const taken = await db
        .insertInto('idempotent_requests')
        .values({ actor_id: actorId, key, fingerprint, claimed_at: now })
        .onConflict((conflict) =>
          conflict
            .columns(['actor_id', 'key'])
            .doUpdateSet({ fingerprint, claimed_at: now, answer: null })
            .where(
              sql<boolean>`idempotent_requests.claimed_at < ${now}::timestamptz
                - case when idempotent_requests.answer is null then interval '5 minutes' else interval '1 day' end`,
            ),
        )
        .returning('claimed_at')
        .executeTakeFirst()
      if (taken !== undefined) return { outcome: 'claimed', claim: taken.claimed_at.toISOString() }
      const known = await db
        .selectFrom('idempotent_requests')
        .select(['fingerprint', 'answer'])
        .where('actor_id', '=', actorId)
        .where('key', '=', key)
        .executeTakeFirst()
      if (known !== undefined && known.fingerprint !== fingerprint) return { outcome: 'reused' }
      // Gone in between: the other one has just failed, and the next try will find the way free.
      if (known === undefined || known.answer === null) return { outcome: 'in-progress' }
      const answer = KeptAnswer.parse(JSON.parse(vault.open(known.answer, purpose(request))))
      return { outcome: 'answered', answer }
    },

    /** Keep what was answered, unless the claim was given up in the meantime. */
    async keep(request: IdempotentRequest, claim: string, answer: KeptAnswer): Promise<void> {
      await db
        .updateTable('idempotent_requests')
        .set({ answer: vault.seal(JSON.stringify(answer), purpose(request)) })
        .where('actor_id', '=', request.actorId)
        .where('key', '=', request.key)
        .where('claimed_at', '=', new Date(claim))
        .execute()
    },

    /** It failed: whoever tries again may begin anew. */
    async drop(request: IdempotentRequest, claim: string): Promise<void> {
      await db
        .deleteFrom('idempotent_requests')
        .where('actor_id', '=', request.actorId)
        .where('key', '=', request.key)
        .where('claimed_at', '=', new Date(claim))
        .execute()
    },

    /** @returns how many were removed */
    async removeBefore(moment: Instant): Promise<number> {
      const result = await db
        .deleteFrom('idempotent_requests')
        .where('claimed_at', '<', new Date(moment))
        .executeTakeFirst()
      return Number(result.numDeletedRows)
    },
  }
}
