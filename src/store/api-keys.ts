import { createHash, randomBytes } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import type { Actor, Scope } from '#model/actor.ts'
import { AppError } from '#model/error.ts'
import type { Instant } from '#model/task.ts'
import type { Database, Db } from './database.ts'
import { newId } from './id.ts'
import { older, type Place } from './place.ts'

/** What is known of a key; never the key itself. */
export interface ApiKey {
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly createdAt: Instant
  /** From when on it no longer works; null for never. */
  readonly expiresAt: Instant | null
  /** Exact to a minute; null when it never was used. */
  readonly lastUsedAt: Instant | null
  readonly revokedAt: Instant | null
  /** Until when the key from before the last rotation still works; null when there is none. */
  readonly previousUntil: Instant | null
}

/** With the key itself: it is told once and kept nowhere. */
export type NewApiKey = ApiKey & { readonly key: string }

export type ApiKeyStore = ReturnType<typeof createApiKeyStore>

/** Keys of the admin API. Only their hash is kept: a key is shown once, when it is made or rotated. */
export function createApiKeyStore(db: Db) {
  return {
    async create(
      { name, scopes, expiresAt }: Pick<ApiKey, 'name' | 'scopes' | 'expiresAt'>,
      now: Instant,
    ): Promise<NewApiKey> {
      const key = newKey()
      const row = await db
        .insertInto('api_keys')
        .values({
          id: newId('key'),
          name,
          hash: hashOf(key),
          scopes: JSON.stringify(scopes),
          created_at: now,
          expires_at: expiresAt,
        })
        .returningAll()
        .executeTakeFirstOrThrow()
      return { ...apiKeyOf(row), key }
    },

    /**
     * Whose key is this? Null when it was never made, was revoked or has expired. Found by its hash, so that how long
     * it takes tells nothing about the key. Notes the use, with at most one write a minute.
     */
    async holderOf(key: string, now: Instant): Promise<Actor | null> {
      const hash = hashOf(key)
      const row = await db
        .selectFrom('api_keys')
        .select(['id', 'name', 'scopes'])
        .select(
          sql<boolean>`last_used_at is null or last_used_at < ${now}::timestamptz - interval '1 minute'`.as(
            'use_is_old',
          ),
        )
        .where(({ eb, or, and }) =>
          or([
            eb('hash', '=', hash),
            and([eb('previous_hash', '=', hash), eb('previous_until', '>', new Date(now))]),
          ]),
        )
        .where('revoked_at', 'is', null)
        .where(({ eb, or }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', new Date(now))]))
        .executeTakeFirst()
      if (row === undefined) return null
      if (row.use_is_old)
        await db.updateTable('api_keys').set({ last_used_at: now }).where('id', '=', row.id).execute()
      return { id: row.id, name: row.name, scopes: row.scopes }
    },

    /** Newest first, without those that were revoked. */
    async page(limit: number, after: Place | null): Promise<ApiKey[]> {
      const rows = await db
        .selectFrom('api_keys')
        .selectAll()
        .where('revoked_at', 'is', null)
        .where(older(after, 'created_at', 'id'))
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(apiKeyOf)
    },

    /**
     * Also one that was revoked: what it did stays in the audit log.
     * @throws AppError NOT_FOUND
     */
    async get(id: string): Promise<ApiKey> {
      const row = await db.selectFrom('api_keys').selectAll().where('id', '=', id).executeTakeFirst()
      if (row === undefined) throw notFound(id)
      return apiKeyOf(row)
    },

    /**
     * A new key in place of the old one, which works until `previousUntil`; one that was already being replaced ends
     * at once. Name, scopes and expiry stay.
     * @throws AppError NOT_FOUND when there is none, or it works no longer: one in its place would not either
     */
    async rotate(id: string, now: Instant, previousUntil: Instant): Promise<NewApiKey> {
      const key = newKey()
      const row = await db
        .updateTable('api_keys')
        .set(({ ref }) => ({
          hash: hashOf(key),
          previous_hash: ref('hash'),
          previous_until: previousUntil,
        }))
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .where(({ eb, or }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', new Date(now))]))
        .returningAll()
        .executeTakeFirst()
      if (row === undefined) throw new AppError('NOT_FOUND', `there is no key ${id} that still works`)
      return { ...apiKeyOf(row), key }
    },

    /**
     * It no longer works, nor does the one it replaces.
     * @throws AppError NOT_FOUND when there is none or it was revoked before
     */
    async revoke(id: string, now: Instant): Promise<ApiKey> {
      const row = await db
        .updateTable('api_keys')
        .set({ revoked_at: now, previous_hash: null, previous_until: null })
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .returningAll()
        .executeTakeFirst()
      if (row === undefined) throw notFound(id)
      return apiKeyOf(row)
    },
  }
}

const newKey = () => `cadre_${randomBytes(32).toString('base64url')}`
const hashOf = (key: string) => createHash('sha256').update(key).digest('hex')
const notFound = (id: string) => new AppError('NOT_FOUND', `there is no key ${id}`)

const apiKeyOf = (row: Selectable<Database['api_keys']>): ApiKey => ({
  id: row.id,
  name: row.name,
  scopes: row.scopes,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at?.toISOString() ?? null,
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
  revokedAt: row.revoked_at?.toISOString() ?? null,
  previousUntil: row.previous_until?.toISOString() ?? null,
})
