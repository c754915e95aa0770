import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { AppError, isAppError } from '#model/error.ts'
import { type BackupSummary, checkBackup } from './backup-lines.ts'

/**
 * Write the lines of a backup as one compressed file that only its owner can read. It takes its name only when it is
 * on the disk and has been read back whole, so a file of that name is a backup.
 * @throws AppError CONFLICT when the file is there already; STORE_UNAVAILABLE when it cannot be written
 */
export async function writeBackup(path: string, lines: AsyncIterable<string>): Promise<BackupSummary> {
  if (existsSync(path)) throw new AppError('CONFLICT', `${path} is there already: choose another name`)
  const unfinished = `${path}.part`
  rmSync(unfinished, { force: true })
  try {
    const file = createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true })
    await pipeline(Readable.from(ended(lines)), createGzip(), file)
    const summary = await checkBackup(readBackup(unfinished))
    renameSync(unfinished, path)
    await syncDirectory(dirname(path))
    return summary
  } catch (cause) {
    rmSync(unfinished, { force: true })
    if (isAppError(cause)) throw cause
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new AppError('STORE_UNAVAILABLE', `the backup could not be written to ${path}: ${why}`, { cause })
  }
}

async function* ended(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`
}

/**
 * The lines of a backup.
 * @throws AppError BACKUP_INVALID when the file is missing, cut off or none of ours
 */
export async function* readBackup(path: string): AsyncGenerator<string> {
  let begun = ''
  const text = createReadStream(path)
    .on('error', (error) => text.destroy(error))
    .pipe(createGunzip())
  text.setEncoding('utf8')
  try {
    for await (const chunk of text as AsyncIterable<string>) {
      const lines = (begun + chunk).split('\n')
      begun = lines.pop() ?? ''
      yield* lines
    }
  } catch (cause) {
    if (isAppError(cause)) throw cause
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new AppError('BACKUP_INVALID', `${path} cannot be read: ${why}`, { cause })
  }
  if (begun !== '') throw new AppError('BACKUP_INVALID', `${path} is cut off`)
}

/** So that a new name in it survives a power cut too. */
export async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path)
  await directory.sync().finally(() => directory.close())
}
