import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#model/error.ts'
import { readBackup, syncDirectory } from './backup-file.ts'
import { type BackupSummary, checkBackup } from './backup-lines.ts'
import { copyIn } from './copy-in.ts'
import { keyOfDirectory, lockDirectory } from './directory.ts'
import { connectStore, embeddedStore, openEmbeddedAt, type StoreConfig } from './open.ts'

/**
 * Bring a backup back: into DATA_DIR where no store is yet, or into the empty database at DATABASE_URL. The file is
 * read to its end before anything is made of it, and a half-filled store never takes the place of one.
 * @throws AppError BACKUP_INVALID, SECRET_KEY_INVALID, CONFLICT, STORE_LOCKED
 */
export async function restoreStore(path: string, config: StoreConfig): Promise<BackupSummary> {
  await checkBackup(readBackup(path))
  if (config.DATABASE_URL === undefined) return restoreEmbedded(path, config)
  const store = await connectStore(config)
  return copyIn(store, readBackup(path)).finally(() => store.close())
}

async function restoreEmbedded(
  path: string,
  { DATA_DIR, CADRE_SECRET_KEY }: StoreConfig,
): Promise<BackupSummary> {
  const lock = lockDirectory(DATA_DIR)
  try {
    const directory = embeddedStore(DATA_DIR)
    if (existsSync(directory))
      throw new AppError(
        'CONFLICT',
        `${DATA_DIR} holds a store already: move it away, or give another DATA_DIR`,
      )
    const key = CADRE_SECRET_KEY ?? keyOfDirectory(DATA_DIR, { mayMake: false })
    const unfinished = `${directory}.part`
    rmSync(unfinished, { recursive: true, force: true })
    const store = await openEmbeddedAt(unfinished, key)
    try {
      const summary = await copyIn(store, readBackup(path)).finally(() => store.close())
      syncAll(unfinished)
      renameSync(unfinished, directory)
      await syncDirectory(DATA_DIR)
      return summary
    } finally {
      rmSync(unfinished, { recursive: true, force: true })
    }
  } finally {
    lock.release()
  }
}

/** Also what the database itself made before anything was forced to the disk. */
function syncAll(directory: string): void {
  for (const { parentPath, name } of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const file = openSync(join(parentPath, name), 'r')
    fsyncSync(file)
    closeSync(file)
  }
}
