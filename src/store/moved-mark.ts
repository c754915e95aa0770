import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#model/error.ts'
import type { Instant } from '#model/task.ts'
import { syncDirectory } from './backup-file.ts'

/** Inside of the embedded database's own directory, so that it goes where that goes. */
const markIn = (store: string) => join(store, 'moved-to-postgresql')

/** Let no service start on an embedded store any more: what it held goes on elsewhere. It survives a power cut. */
export async function markMoved(store: string, at: Instant): Promise<void> {
  writeFileSync(markIn(store), `${at}\n`, { mode: 0o600, flush: true })
  await syncDirectory(store)
}

/** @throws AppError STORE_MOVED: two services would look at the same boards */
export function expectNotMoved(store: string): void {
  const mark = markIn(store)
  if (!existsSync(mark)) return
  const message =
    `the store in ${store} was moved to PostgreSQL: set DATABASE_URL and CADRE_SECRET_KEY in .env. ` +
    `To go back to what it held then, never beside the other, delete ${mark}`
  throw new AppError('STORE_MOVED', message)
}
