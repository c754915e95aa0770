import type { Kysely } from 'kysely'
import { AppError } from '#model/error.ts'
import type { Database } from './database.ts'
import type { Vault } from './vault.ts'

const known = 'cadre'
const purpose = 'key-check'

/**
 * Make sure that this key is the one the secrets were sealed with: found out at start, not at the first webhook.
 * @throws AppError SECRET_KEY_INVALID
 */
export async function checkKey(db: Kysely<Database>, vault: Vault): Promise<void> {
  await db
    .insertInto('instance')
    .values({ id: 1, key_check: vault.seal(known, purpose) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { key_check } = await db.selectFrom('instance').select('key_check').executeTakeFirstOrThrow()
  checkSealed(key_check, vault)
}

/** The same for what stands in `instance.key_check`. @throws AppError SECRET_KEY_INVALID */
export function checkSealed(keyCheck: string, vault: Vault): void {
  try {
    vault.open(keyCheck, purpose)
  } catch (cause) {
    const message =
      'the secret key (CADRE_SECRET_KEY, or else secret.key in DATA_DIR) is not the key that this store was made with: ' +
      'the stored credentials cannot be read. Put the old key back.'
    throw new AppError('SECRET_KEY_INVALID', message, { cause })
  }
}
