import { fdatasyncSync, statfsSync } from 'node:fs'
import { PGlite, type Transaction, types } from '@electric-sql/pglite'
import { AppError } from '#model/error.ts'
import { guardFiles } from './pglite-files.ts'

/** Start parameters that make commits reach the disk, and keep memory and log small (190 MB resident, not 530). */
const durable = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync', '-c', 'shared_buffers=16MB'],
  ...['-c', 'min_wal_size=32MB', '-c', 'max_wal_size=64MB'],
]

/** Bytes that must be free before anything new is begun: what is under way then always has room for its log. */
const reserve = 64 * 1024 * 1024

/** Bytes of log after which what it holds is written to where it belongs, so that the log can be used again. */
const checkpointEvery = 32 * 1024 * 1024

/**
 * Open the embedded PostgreSQL so that a commit survives a power cut, and a full disk is an error like any other.
 * As shipped, PGlite starts with `-F` and its file system ignores fsync: nothing would ever be forced to the disk.
 * It never makes a checkpoint by itself, so its log would grow until the disk is full; and where its log has no room,
 * it neither goes on nor ends. So it is never let to come that far.
 * @param isRoomFor are that many bytes free beside the store? Asked before every statement.
 * @throws AppError STORE_DAMAGED; STORE_UNAVAILABLE when the disk is full
 */
export async function openPglite(
  directory: string,
  isRoomFor: (bytes: number, directory: string) => boolean = isFree,
): Promise<PGlite> {
  const pglite = await start(directory)
  let logged = 0
  guardFiles(pglite, {
    sync: fdatasyncSync,
    onLog(bytes) {
      logged += bytes
      if (logged < checkpointEvery) return
      logged = 0
      // Waits for its turn. Where it fails, the next one does what this one left.
      queueMicrotask(() => void pglite.exec('CHECKPOINT').catch(() => {}))
    },
  })
  return refuseWhenFull(pglite, () => isRoomFor(reserve, directory))
}

/** @throws AppError STORE_DAMAGED when what is there cannot be opened */
async function start(directory: string): Promise<PGlite> {
  try {
    return await PGlite.create(directory, {
      startParams: durable,
      // As node-postgres does it, so that both stores hand out the same types.
      parsers: { [types.INT8]: (text) => text },
    })
  } catch (cause) {
    const message =
      `the embedded store in ${directory} cannot be opened: its files are damaged or incomplete. ` +
      'Keep the directory, put an empty one in its place, and bring the last backup back: cadre restore FILE'
    throw new AppError('STORE_DAMAGED', message, { cause })
  }
}

function isFree(bytes: number, directory: string): boolean {
  const { bavail, bsize } = statfsSync(directory)
  return bavail * bsize >= bytes
}

/** Every statement goes through these three; a transaction that was begun is refused inside, so that it ends. */
function refuseWhenFull(pglite: PGlite, isRoom: () => boolean): PGlite {
  const { query, exec, transaction } = pglite
  const full = () =>
    Promise.reject(
      new AppError(
        'STORE_UNAVAILABLE',
        `the disk is full: nothing more is stored until ${reserve >> 20} MB are free`,
      ),
    )
  return Object.assign(pglite, {
    query: ((...given) => (isRoom() ? query.apply(pglite, given) : full())) as PGlite['query'],
    exec: ((...given) => (isRoom() ? exec.apply(pglite, given) : full())) as PGlite['exec'],
    transaction: (<T>(work: (trx: Transaction) => Promise<T>) =>
      transaction.call(pglite, (trx) =>
        work(isRoom() ? trx : { ...trx, query: full, exec: full, sql: full }),
      )) as PGlite['transaction'],
  })
}
