import { fdatasyncSync } from 'node:fs'
import { PGlite, types } from '@electric-sql/pglite'

/** Start parameters that make commits reach the disk, and keep memory small (190 MB resident, not 530). */
const durable = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync', '-c', 'shared_buffers=16MB'],
]

interface NodeFileSystem {
  readonly NODEFS: { readonly stream_ops: { fsync?: (stream: { readonly nfd: number }) => number } }
}

/**
 * Open the embedded PostgreSQL so that a commit survives a power cut.
 * As shipped, PGlite starts with `-F` and its file system ignores fsync: nothing would ever be forced to the disk.
 */
export async function openPglite(directory: string): Promise<PGlite> {
  const pglite = await PGlite.create(directory, {
    startParams: durable,
    // As node-postgres does it, so that both stores hand out the same types.
    parsers: { [types.INT8]: (text) => text },
  })
  const { NODEFS } = pglite.Module as unknown as NodeFileSystem
  NODEFS.stream_ops.fsync = (stream) => {
    fdatasyncSync(stream.nfd)
    return 0
  }
  return pglite
}
