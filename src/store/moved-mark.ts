import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#model/error.ts'
import type { Instant } from '#model/task.ts'
import { syncDirectory } from './backup-file.ts'

/** Inside of the embedded database's own directory, so that it goes where that goes. */
const markIn = (store: string) => join(store, 'moved-to-postgresql')

const moving = 'moving since '

/**
 * Let no service start on an embedded store while what it holds is on its way elsewhere: a crash may come when it is there
 * already. It survives a power cut.
 * @returns whether the store was marked before
 */
export async function markMoving(store: string, at: Instant): Promise<boolean> {
  const wasMarked = existsSync(markIn(store))
  if (!wasMarked) await mark(store, `${moving}${at}`)
  return wasMarked
}

/** Let no service start on an embedded store any more: what it held goes on elsewhere. */
export const markMoved = (store: string, at: Instant): Promise<void> => mark(store, at)

/** It stays where it is after all. */
export async function unmark(store: string): Promise<void> {
  rmSync(markIn(store))
  await syncDirectory(store)
}

async function mark(store: string, words: string): Promise<void> {
  writeFileSync(markIn(store), `${words}\n`, { mode: 0o600, flush: true })
  await syncDirectory(store)
}

/** @throws AppError STORE_MOVED: two services would look at the same boards */
export function expectNotMoved(store: string): void {
  const file = markIn(store)
  if (!existsSync(file)) return
  const isMoving = readFileSync(file, 'utf8').startsWith(moving)
  const what = isMoving
    ? `moving the store in ${store} to PostgreSQL broke off: run \`cadre move-store\` again. Where it says that the ` +
      'database is not empty (CONFLICT), everything has arrived: set DATABASE_URL and CADRE_SECRET_KEY in .env. '
    : `the store in ${store} was moved to PostgreSQL: set DATABASE_URL and CADRE_SECRET_KEY in .env. `
  throw new AppError(
    'STORE_MOVED',
    `${what}To go back to what it held then, never beside the other, delete ${file}`,
  )
}
