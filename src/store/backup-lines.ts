import { createHash } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '#model/error.ts'
import type { TableTotal } from './tables.ts'

const Head = z.object({
  kind: z.literal('cadre backup'),
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The last migration of the store it was taken of. */
  schema: z.string(),
  /** Version of the queue's tables; null where no service ever ran on the store. */
  queue: z.int().nullable(),
  /** What only the secret key of that store can open. The key itself is not in the backup. */
  keyCheck: z.string(),
})
export type BackupHead = z.infer<typeof Head>

/**
 * A line of a backup that is not a row. Rows (`rowOf`) begin with `[` and belong to the table named before them; its
 * total comes after them, as the database itself counted and summed it.
 */
const Mark = z.discriminatedUnion('kind', [
  Head,
  z.object({
    kind: z.literal('table'),
    table: z.string(),
    columns: z.array(z.tuple([z.string(), z.string()])),
  }),
  z.object({ kind: z.literal('total'), rows: z.string(), digest: z.string() }),
  z.object({ kind: z.literal('sequence'), name: z.string(), last: z.string(), isCalled: z.boolean() }),
  z.object({ kind: z.literal('end') }),
])
export type BackupMark = z.infer<typeof Mark>

export const isRow = (line: string): boolean => line.startsWith('[')

/** @throws AppError BACKUP_INVALID */
export function markOf(line: string): BackupMark {
  try {
    return Mark.parse(JSON.parse(line))
  } catch (cause) {
    throw new AppError('BACKUP_INVALID', 'this is no backup of Cadre, or of a newer version', { cause })
  }
}

/** @throws AppError BACKUP_INVALID when what comes first is not the head of a backup */
export function headOf(line: string | undefined): BackupHead {
  const mark = markOf(line ?? '')
  if (mark.kind === 'cadre backup') return mark
  throw new AppError('BACKUP_INVALID', 'this backup does not begin as one')
}

/** What a whole backup holds. */
export interface BackupSummary extends BackupHead {
  readonly tables: number
  readonly rows: number
}

/**
 * Read a backup to its end and hold every table to the sum that the database gave for it.
 * @throws AppError BACKUP_INVALID when anything is missing or changed
 */
export async function checkBackup(lines: AsyncIterable<string>): Promise<BackupSummary> {
  let head: BackupHead | undefined
  let rows = 0n
  let digest = 0n
  let isWhole = false
  const sum = { tables: 0, rows: 0 }
  for await (const line of lines) {
    if (isRow(line)) {
      rows += 1n
      digest += digestOf(line)
      continue
    }
    const mark = head === undefined ? headOf(line) : markOf(line)
    if (mark.kind === 'cadre backup') head = mark
    if (mark.kind === 'total') {
      expectTotal(mark, { rows: String(rows), digest: String(digest) })
      sum.tables += 1
      sum.rows += Number(rows)
      rows = 0n
      digest = 0n
    }
    isWhole = mark.kind === 'end'
  }
  if (head === undefined || !isWhole) throw new AppError('BACKUP_INVALID', 'this backup is cut off')
  return { ...head, ...sum }
}

/** @throws AppError BACKUP_INVALID */
export function expectTotal(expected: TableTotal, found: TableTotal): void {
  if (expected.rows === found.rows && expected.digest === found.digest) return
  const message = `rows are missing or changed: ${found.rows} are there of ${expected.rows}`
  throw new AppError('BACKUP_INVALID', message)
}

/** The first 60 bits of the row's SHA-256. A table's digest is their sum, which does not depend on the rows' order. */
function digestOf(row: string): bigint {
  return BigInt(`0x${createHash('sha256').update(row).digest('hex').slice(0, 15)}`)
}
