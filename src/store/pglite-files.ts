import type { PGlite } from '@electric-sql/pglite'

export interface FileGuard {
  /** Force what was written to the disk. */
  readonly sync: (file: number) => void
  /** So many bytes were added to the write-ahead log. */
  readonly onLog: (bytes: number) => void
}

interface Stream {
  readonly nfd: number
  readonly path?: string
}

type Write = (stream: Stream, from: Uint8Array, offset: number, length: number, position: number) => number

interface NodeFileSystem {
  readonly NODEFS: { readonly stream_ops: { fsync?: (stream: Stream) => number; write: Write } }
}

/**
 * Stand between the embedded PostgreSQL and its files. A log that cannot be written makes PostgreSQL give up, which in
 * WebAssembly is a loop without end: the process ends instead, so that whoever watches it can start it again. What was
 * acknowledged is on the disk.
 */
export function guardFiles(pglite: PGlite, { sync, onLog }: FileGuard): void {
  const { stream_ops } = (pglite.Module as unknown as NodeFileSystem).NODEFS
  const { write } = stream_ops
  stream_ops.fsync = (stream) => {
    sync(stream.nfd)
    return 0
  }
  stream_ops.write = (stream, ...rest) => {
    if (stream.path?.includes('/pg_wal/') !== true) return write(stream, ...rest)
    try {
      const written = write(stream, ...rest)
      onLog(written)
      return written
    } catch {
      process.stderr.write('cadre ends: the log of the embedded store cannot be written. Is the disk full?\n')
      process.exit(1)
    }
  }
}
