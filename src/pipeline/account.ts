import type { Client } from '#model/board.ts'
import { type BookEntry, standing } from '#model/book.ts'
import type { Account } from '#model/facts.ts'
import type { Instant, TaskRef } from '#model/task.ts'
import { dayOf, localDate, startOfDate, startOfMonth, startOfWeek } from '#policies/calendar.ts'
import type { BookStore } from '../store/books.ts'
import type { TaskStore } from '../store/tasks.ts'

/** What the books alone say: it changes when somebody writes into them, not when other requests come. */
export type Booked = Omit<Account, 'requests' | 'minutesPromised' | 'isFirst'>

/** The request whose account is asked for. */
export interface Asked {
  /** Our id. */
  readonly id: string
  readonly ref: TaskRef
  readonly dueAt: Instant | null
  /** When a known request came; null for one that is new, or has only now become one. */
  readonly cameAt: Instant | null
}

/**
 * What is known of a client when a request of theirs is judged. Three queries, four with a due date, side by side.
 * However late it is changed, a request comes after those that came before it, in the week and month in which it came.
 * @param client as whoever judges it serves them: what she has promised for that day counts
 */
export async function accountOf(
  client: Client,
  asked: Asked,
  now: Instant,
  { tasks, books }: { readonly tasks: TaskStore; readonly books: BookStore },
): Promise<Account> {
  const { timeZone } = client
  const by = asked.cameAt ?? now
  const [{ week, month, isFirst }, minutesPromised, entries] = await Promise.all([
    tasks.countOf(client.id, {
      except: asked.ref,
      by,
      week: startOfWeek(by, timeZone),
      month: startOfMonth(by, timeZone),
    }),
    asked.dueAt === null
      ? 0
      : tasks.promisedFor(client.policyId, { ...dayOf(asked.dueAt, timeZone), except: asked.ref }),
    books.all(client.id),
  ])
  const booked = bookedFor(entries, client, asked.id, now)
  return { ...booked, requests: { week, month }, minutesPromised, isFirst }
}

/**
 * Read the books for a request judged at a moment. Work counts from the first of that month through that day, so that
 * what is done later changes no earlier verdict; work on the request itself is not work before it.
 */
export function bookedFor(
  entries: readonly BookEntry[],
  client: Pick<Client, 'acceptedAt' | 'timeZone'>,
  taskId: string | null,
  at: Instant,
): Booked {
  const today = localDate(at, client.timeZone)
  const month = today.slice(0, 7)
  const counting = standing(entries)
  const of = (kind: BookEntry['kind']) => counting.filter((entry) => entry.kind === kind)
  const ofTask = (kind: BookEntry['kind']) => of(kind).filter((entry) => entry.taskId === taskId)
  const work = of('hours')
  const before = work.filter(
    (entry) =>
      entry.day.startsWith(month) && entry.day <= today && (taskId === null || entry.taskId !== taskId),
  )
  const carried = of('hours_carried')
  const isRecorded = work.length + carried.length > 0
  return {
    acceptedAt: client.acceptedAt,
    depositMinor: taskId === null ? 0 : sum(ofTask('deposit').map(({ amountMinor }) => amountMinor)),
    overdueSince: overdueSince(of('invoice_overdue'), of('invoice_settled').length, client.timeZone),
    paidUntil: of('paid_until').at(-1)?.day ?? null,
    minutesUsed: isRecorded ? sum(before.map(({ minutes }) => minutes)) : null,
    minutesCarried: sum(carried.filter(({ day }) => day.startsWith(month)).map(({ minutes }) => minutes)),
    isOffered: taskId !== null && ofTask('goodwill').length > 0,
  }
}

/** Each payment settles the invoice that has been overdue for longest. */
function overdueSince(overdue: readonly BookEntry[], settled: number, timeZone: string): Instant | null {
  const oldest = overdue.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))[settled]
  return oldest === undefined ? null : startOfDate(oldest.day, timeZone)
}

const sum = (numbers: readonly (number | null)[]) =>
  numbers.reduce((total: number, number) => total + (number ?? 0), 0)
