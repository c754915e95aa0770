import type { Instant } from './task.ts'

/**
 * What an assistant writes into her books.
 * - `deposit`: money received for a request. `goodwill`: a request is given away.
 * - `hours`: work done, for a request or not. `hours_carried`: unused time that came over into a month.
 * - `paid_until`: the client has paid in advance, through `day`.
 * - `invoice_overdue`: an invoice is overdue since `day`. `invoice_settled`: the oldest such invoice is paid.
 */
export const bookKinds = [
  'deposit',
  'hours',
  'paid_until',
  'invoice_overdue',
  'invoice_settled',
  'goodwill',
  'hours_carried',
] as const
export type BookKind = (typeof bookKinds)[number]

/** One line of the books. Never changed and never removed: a wrong one is reversed by another. */
export interface BookEntry {
  readonly id: string
  readonly clientId: string
  /** Our id of the request it is about; null when it is about none. */
  readonly taskId: string | null
  readonly kind: BookKind
  /** The day it counts for, in the client's zone: `2026-11-24`. */
  readonly day: string
  /** Of a deposit, in minor units of the policy's currency; null for what is no amount. */
  readonly amountMinor: number | null
  /** Of `hours` and `hours_carried`; null for what is no time. */
  readonly minutes: number | null
  readonly note: string
  /** The entry that this one takes back; null for an ordinary one. */
  readonly reverses: string | null
  readonly actor: { readonly id: string; readonly name: string }
  readonly createdAt: Instant
}

/** Entries that count: without those that were taken back, and without what took them back. */
export function standing(entries: readonly BookEntry[]): BookEntry[] {
  const reversed = new Set(entries.map(({ reverses }) => reverses))
  return entries.filter(({ id, reverses }) => reverses === null && !reversed.has(id))
}
