import { createHash, randomBytes } from 'node:crypto'
import type { Actor, Scope } from '#model/actor.ts'
import { AppError } from '#model/error.ts'
import type { Instant } from '#model/task.ts'
import type { Db } from './database.ts'
import { newId } from './id.ts'

export interface ApiKey {
  readonly id: string
  readonly name: string
  readonly createdAt: Instant
}

export type ApiKeyStore = ReturnType<typeof createApiKeyStore>

/** Keys of the admin API. Only their hash is kept: a key is shown once, when it is made. */
export function createApiKeyStore(db: Db) {
  return {
    async create(name: string, now: Instant): Promise<ApiKey & { key: string }> {
      const key = `cadre_${randomBytes(32).toString('base64url')}`
      const row = {
        id: newId('key'),
        name,
        hash: hashOf(key),
        scopes: JSON.stringify(['admin'] satisfies Scope[]),
        created_at: now,
      }
      await db.insertInto('api_keys').values(row).execute()
      return { id: row.id, name, createdAt: now, key }
    },

    /** Whose key is this? Null when it was never made, was revoked or has expired. A hash leaks no timing about the key. */
    async holderOf(key: string, now: Instant): Promise<Actor | null> {
      const row = await db
        .selectFrom('api_keys')
        .select(['id', 'name', 'scopes'])
        .where('hash', '=', hashOf(key))
        .where('revoked_at', 'is', null)
        .where(({ eb, or }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', new Date(now))]))
        .executeTakeFirst()
      return row ?? null
    },

    async list(): Promise<ApiKey[]> {
      const rows = await db
        .selectFrom('api_keys')
        .selectAll()
        .where('revoked_at', 'is', null)
        .orderBy('created_at')
        .execute()
      return rows.map((row) => ({ id: row.id, name: row.name, createdAt: row.created_at.toISOString() }))
    },

    /** @throws AppError NOT_FOUND */
    async revoke(id: string, now: Instant): Promise<void> {
      const result = await db
        .updateTable('api_keys')
        .set({ revoked_at: now })
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .executeTakeFirst()
      if (result.numUpdatedRows === 0n) throw new AppError('NOT_FOUND', `there is no key ${id}`)
    },
  }
}

const hashOf = (key: string) => createHash('sha256').update(key).digest('hex')
