import type { Selectable } from 'kysely'
import type { Order } from '#model/order.ts'
import type { Database, Db } from './database.ts'
import { newId } from './id.ts'

export type OrderStore = ReturnType<typeof createOrderStore>

/** What people wanted done about tasks, in the order in which they did. Nothing here changes or removes an order. */
export function createOrderStore(db: Db) {
  const ofTask = (taskId: string) =>
    db.selectFrom('orders').selectAll().where('task_id', '=', taskId).orderBy('revision')

  return {
    async add(order: Omit<Order, 'id'>): Promise<Order> {
      const id = newId('ord')
      await db
        .insertInto('orders')
        .values({
          id,
          task_id: order.taskId,
          at: order.at,
          author_id: order.author.id,
          author_name: order.author.name,
          wish: JSON.stringify(order.wish),
          fingerprint: order.fingerprint,
          revision: order.revision,
        })
        .execute()
      return { id, ...order }
    },

    /** Those that a look has not taken in yet, oldest first. */
    async since(taskId: string, revision: number): Promise<Order[]> {
      return (await ofTask(taskId).where('revision', '>', revision).execute()).map(orderOf)
    },
  }
}

/** A row as an order. */
export const orderOf = (row: Selectable<Database['orders']>): Order => ({
  id: row.id,
  taskId: row.task_id,
  at: row.at.toISOString(),
  author: { id: row.author_id, name: row.author_name },
  wish: row.wish,
  fingerprint: row.fingerprint,
  revision: row.revision,
})
