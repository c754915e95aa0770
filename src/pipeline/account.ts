import type { Client } from '#model/board.ts'
import { type Account, emptyAccount } from '#model/facts.ts'
import type { Instant, TaskRef } from '#model/task.ts'
import { startOfMonth, startOfWeek } from '#policies/calendar.ts'
import type { TaskStore } from '../store/tasks.ts'

/** What the books say about a client when a request of theirs is judged. Two queries. */
export async function accountOf(
  client: Client,
  ref: TaskRef,
  now: Instant,
  tasks: TaskStore,
): Promise<Account> {
  const { week, month, isFirst } = await tasks.countOf(client.id, {
    except: ref,
    week: startOfWeek(now, client.timeZone),
    month: startOfMonth(now, client.timeZone),
  })
  return { ...emptyAccount, acceptedAt: client.acceptedAt, requests: { week, month }, isFirst }
}
