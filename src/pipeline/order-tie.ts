import type { Attempt } from '#model/adapter.ts'
import { AppError } from '#model/error.ts'
import type { Order } from '#model/order.ts'
import type { Also } from '../store/database.ts'
import type { TaskStore } from '../store/tasks.ts'
import type { TwinStore } from '../store/twins.ts'
import { type Asked, type OrderDeps, order } from './order.ts'
import { type PlaceDeps, partingOf, placeOf } from './pair.ts'

export interface OrderTieDeps extends OrderDeps, PlaceDeps {
  readonly tasks: TaskStore
  readonly twins: TwinStore
}

/**
 * Have a request tied to a task on the assistant's board: to its own twin again, or to one that is named.
 * @param twinTaskId the tool's id; null for its own, or a new one where that is gone
 * @throws AppError NOT_FOUND, REQUEST_INVALID for a task that is not on that board, CONFLICT when the boards are not
 * linked, or the task is another request's twin
 */
export async function orderTie(
  { taskId, author }: Omit<Asked, 'wish'>,
  twinTaskId: string | null,
  also: Also<Order>,
  deps: OrderTieDeps,
  attempt: Attempt,
): Promise<Order> {
  const { boardId } = await deps.tasks.get(taskId)
  const { twinBoardId } = await deps.boards.get(boardId)
  if (twinBoardId === null)
    throw new AppError('CONFLICT', "its board is linked to none of the assistant's: set `twinBoardId` first")
  const given = twinTaskId === null ? null : await twinOn(twinBoardId, twinTaskId, taskId, deps, attempt)
  return order({ wish: { kind: 'tie', isTied: true, twinTaskId: given }, taskId, author }, also, deps)
}

/** Have a request and its twin parted: neither is deleted. @throws AppError NOT_FOUND, CONFLICT when it is gone */
export async function orderParting(
  { taskId, author }: Omit<Asked, 'wish'>,
  also: Also<Order>,
  deps: OrderTieDeps,
): Promise<Order> {
  await deps.tasks.get(taskId)
  if ((await deps.twins.find(taskId)) === null)
    throw new AppError('NOT_FOUND', `task ${taskId} has no twin that it could be parted from`)
  return order({ wish: { kind: 'tie', isTied: false, twinTaskId: null }, taskId, author }, also, deps)
}

/** @returns the id as the tool calls it itself */
async function twinOn(
  boardId: string,
  twinTaskId: string,
  taskId: string,
  deps: OrderTieDeps,
  attempt: Attempt,
): Promise<string> {
  const place = await placeOf(boardId, deps)
  const observed = await place.connected.adapter.observe(twinTaskId, attempt)
  if (observed === null || partingOf(observed, place) !== null) {
    const remedy = `give the tool's id of an open task on "${place.board.name}", or leave it out`
    const details = [{ path: 'body.taskId', message: "is no task on the assistant's board", remedy }]
    throw new AppError('REQUEST_INVALID', 'the request cannot be tied to this task', { details })
  }
  const theirs = await deps.twins.requestOf(observed.ref)
  const request = theirs === null ? null : await deps.tasks.find(theirs)
  const pair = request === null || request.id === taskId ? null : await deps.twins.find(request.id)
  if (pair !== null && pair.state !== 'unlinked')
    throw new AppError('CONFLICT', 'this task is the twin of another request: part those two first')
  return observed.ref.taskId
}
