import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { AppError } from '#model/error.ts'

/**
 * Hold a data directory for this process alone. The lock is the kernel's, taken through the SQLite that ships with
 * Node: it falls with the process, also by `kill -9`, and holds across containers that share a volume, where process
 * ids mean nothing.
 * @throws AppError STORE_LOCKED when another process holds it; STORE_UNAVAILABLE when there is no writing to it
 */
export function lockDirectory(directory: string): { release(): void } {
  const lock = openLock(directory)
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    if (!isBusy(cause)) throw unusable(directory, cause)
    const message = `another Cadre process uses ${directory}: stop it first, or give a second service its own DATA_DIR`
    throw new AppError('STORE_LOCKED', message, { cause })
  }
  return { release: () => lock.close() }
}

function openLock(directory: string): DatabaseSync {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    return new DatabaseSync(join(directory, 'cadre.lock'), { timeout: 0 })
  } catch (cause) {
    throw unusable(directory, cause)
  }
}

function unusable(directory: string, cause: unknown): AppError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new AppError('STORE_UNAVAILABLE', `DATA_DIR ${directory} cannot be used: ${why}`, { cause })
}

/** SQLITE_BUSY: somebody else holds the lock. */
const isBusy = (error: unknown) => error instanceof Error && 'errcode' in error && error.errcode === 5

/** Where the secret key of an embedded store lies, unless the environment has it. */
export const keyFile = (directory: string) => join(directory, 'secret.key')

/**
 * The secret key of an embedded store, readable by its owner only. 32 bytes.
 * @param mayMake whether there is nothing yet that another key could have sealed
 * @throws AppError SECRET_KEY_INVALID when it is missing and may not be made, or is no key
 */
export function keyOfDirectory(directory: string, { mayMake }: { readonly mayMake: boolean }): Uint8Array {
  const path = keyFile(directory)
  if (!existsSync(path)) {
    if (!mayMake)
      throw new AppError(
        'SECRET_KEY_INVALID',
        `the secret key is missing: put the ${path} of then back, or set CADRE_SECRET_KEY to what it held`,
      )
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    writeFileSync(path, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  }
  const key = Buffer.from(readFileSync(path, 'utf8'), 'base64')
  if (key.length === 32) return key
  throw new AppError('SECRET_KEY_INVALID', `${path} holds no key: 32 bytes in base64 are needed`)
}
