import type { Board } from '#model/board.ts'
import type { Operation } from '#model/operation.ts'

/** What may be done with a plan. */
export type Permission = 'in-sync' | 'off' | 'dry-run' | 'held' | 'apply'

/**
 * May this plan be carried out? Pure. A board that suddenly wants more writes than its limit stops until a person has
 * looked: nothing that Cadre does in bulk should surprise anybody.
 * What a person has asked for by name is done on every board: they have looked already.
 * @param isAskedFor did somebody ask for these very writes?
 * @param writtenWithinTheHour other tasks of this board that were written to, since the last release if that is later
 */
export function guard(
  operations: readonly Operation[],
  board: Pick<Board, 'mode' | 'hourlyWriteLimit'>,
  writtenWithinTheHour: number,
  isAskedFor = false,
): Permission {
  if (isAskedFor) return operations.length === 0 ? 'in-sync' : 'apply'
  if (board.mode === 'off') return 'off'
  if (operations.length === 0) return 'in-sync'
  if (board.mode === 'dry-run') return 'dry-run'
  return writtenWithinTheHour >= board.hourlyWriteLimit ? 'held' : 'apply'
}
