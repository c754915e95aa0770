import type { Kysely } from 'kysely'
import { AppError } from '#model/error.ts'
import type { Database } from './database.ts'
import type { Vault } from './vault.ts'

const known = 'cadre'

/**
 * Make sure that this key is the one the secrets were sealed with: found out at start, not at the first webhook.
 * @throws AppError SECRET_KEY_INVALID
 */
export async function checkKey(db: Kysely<Database>, vault: Vault): Promise<void> {
  await db
    .insertInto('instance')
    .values({ id: 1, key_check: vault.seal(known, 'key-check') })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { key_check } = await db.selectFrom('instance').select('key_check').executeTakeFirstOrThrow()
  try {
    vault.open(key_check, 'key-check')
  } catch (cause) {
    const message =
      'CADRE_SECRET_KEY is not the key that this store was made with: the stored credentials cannot be read. ' +
      'Put the old key back, or start with an empty store.'
    throw new AppError('SECRET_KEY_INVALID', message, { cause })
  }
}
