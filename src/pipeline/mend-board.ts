import type { Adapter, Attempt } from '#model/adapter.ts'
import type { Board } from '#model/board.ts'
import type { BoardStore } from '../store/boards.ts'
import { mendMapping } from './mend-mapping.ts'

/**
 * Something that is mapped is gone from a board: the next attempt goes by what is there. One read.
 * @throws AppError TOOL_*, STORE_*
 */
export async function mendBoard(
  { id, containerId }: Pick<Board, 'id' | 'containerId'>,
  adapter: Pick<Adapter, 'layout'>,
  boards: Pick<BoardStore, 'edit'>,
  attempt: Attempt,
): Promise<void> {
  const layout = await adapter.layout(containerId, attempt)
  await boards.edit(id, ({ mapping }) => ({ mapping: mendMapping(mapping, layout) }))
}
