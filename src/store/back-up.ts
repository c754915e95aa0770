import type { Instant } from '#model/task.ts'
import { writeBackup } from './backup-file.ts'
import type { BackupSummary } from './backup-lines.ts'
import { copyIn } from './copy-in.ts'
import { copyOut } from './copy-out.ts'
import { markMoved, markMoving, unmark } from './moved-mark.ts'
import { connectStore, embeddedStore, expectStore, type StoreConfig } from './open.ts'

/**
 * Write everything that the store holds to one file; on PostgreSQL also while services use it. The secret key is not
 * in the file.
 * @throws AppError NOT_FOUND, STORE_LOCKED, STORE_DAMAGED, STORE_UNAVAILABLE, SECRET_KEY_INVALID, CONFLICT
 */
export async function backUpStore(path: string, config: StoreConfig, now: Instant): Promise<BackupSummary> {
  expectStore(config)
  const store = await connectStore(config)
  return copyOut(store, now, (lines) => writeBackup(path, lines)).finally(() => store.close())
}

/**
 * Copy everything from the embedded store in DATA_DIR into the empty database at DATABASE_URL: all of it, or nothing.
 * The embedded store stays as it was, but no service starts on it any more, nor after a crash on the way.
 * @throws AppError as `backUpStore` and `copyIn`
 */
export async function moveStore(
  config: StoreConfig & { readonly DATABASE_URL: string },
  now: Instant,
): Promise<BackupSummary> {
  const embedded = { ...config, DATABASE_URL: undefined }
  expectStore(embedded)
  const from = await connectStore(embedded)
  try {
    const to = await connectStore(config)
    const store = embeddedStore(config.DATA_DIR)
    try {
      const wasMarked = await markMoving(store, now)
      const moved = await copyOut(from, now, (lines) => copyIn(to, lines)).catch(async (error) => {
        if (!wasMarked) await unmark(store)
        throw error
      })
      // Whatever goes wrong from here on, everything has arrived: the mark stays.
      await markMoved(store, now)
      return moved
    } finally {
      await to.close()
    }
  } finally {
    await from.close()
  }
}
