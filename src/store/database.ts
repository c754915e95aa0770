import type { ColumnType, Generated, GeneratedAlways, Kysely, Transaction } from 'kysely'
import type { Scope } from '#model/actor.ts'
import type { Answer, AnswerWay, Side } from '#model/answer.ts'
import type { Client, Language, Mapping, Mode, Role, WebhookState } from '#model/board.ts'
import type { BookKind } from '#model/book.ts'
import type { Decision, FindingCode } from '#model/decision.ts'
import type { ErrorCode } from '#model/error.ts'
import type { Facts, Override } from '#model/facts.ts'
import type { Operation, Pending, Shown } from '#model/operation.ts'
import type { Wish } from '#model/order.ts'
import type { RunState, Timings } from '#model/run.ts'
import type { Attachment, Channel, Instant, Observed, Tool } from '#model/task.ts'
import type { Parting, PendingPair, Relayed, Twin, TwinBase, TwinState } from '#model/twin.ts'
import type { Policy } from '#policies/schema.ts'

/** A query builder, inside a transaction or not. */
export type Db = Kysely<Database> | Transaction<Database>

/** What belongs to a change, such as its entry in the audit log: written in the same transaction, so none is without the other. */
export type Also<Done> = (trx: Db, done: Done) => Promise<void>

/** Written as text, because drivers disagree on what a JavaScript array means; read as what it holds. */
type Json<T> = ColumnType<T, string, string>
type Moment = ColumnType<Date, Instant, Instant>

/** Every table. What each column means is written beside its `CREATE TABLE` in `migrations/`. */
export interface Database {
  instance: { id: number; key_check: string }
  connections: {
    id: string
    tool: Tool
    name: string
    user_id: string
    credentials: string
    callback_url: string | null
    updates: 'webhook' | 'poll'
    created_at: Moment
  }
  clients: {
    id: string
    name: string
    language: Language
    address: 'tu' | 'vous'
    time_zone: string
    policy_id: string
    plan: string | null
    terms: Json<Client['terms']>
    accepted_at: Moment | null
    created_at: Moment
    books_revision: Generated<number>
  }
  boards: {
    id: string
    connection_id: string
    container_id: string
    name: string
    url: string
    client_id: string
    role: Role
    mode: Mode
    mapping: Json<Mapping>
    hourly_write_limit: number
    webhook_id: string | null
    watched_since: Moment
    released_at: Moment | null
    swept_until: Moment | null
    missed_at: Moment | null
    webhook_state: WebhookState | null
    webhook_checked_at: Moment | null
    made_ids: ColumnType<readonly string[], string | undefined, string>
    leaving_since: Moment | null
    webhook_failing_since: Moment | null
    twin_board_id: string | null
    relays: boolean
  }
  policies: {
    id: string
    version: number
    document: Json<Policy>
    source: Json<Readonly<Record<string, unknown>>> | null
    effective_at: Moment
    note: string | null
    cancelled_at: Moment | null
    created_at: Moment
  }
  policy_drafts: {
    policy_id: string
    based_on: number | null
    source: Json<Readonly<Record<string, unknown>>>
    updated_at: Moment
  }
  policy_cases: {
    id: string
    policy_id: string
    position: Generated<number>
    document: Json<unknown>
    created_at: Moment
  }
  examples: {
    id: string
    policy_id: string
    revision: number
    removed_at_revision: number | null
    title: string
    text: string
    scope: 'in' | 'out' | 'review'
    service: string | null
    task_id: string | null
    client_id: string | null
    created_at: Moment
  }
  tasks: {
    id: string
    board_id: string
    connection_id: string
    task_id: string
    state: 'open' | 'gone'
    observed: Json<Observed>
    facts: Json<Facts>
    shown: Json<Shown>
    pending: Json<Pending> | null
    decision_id: string | null
    headline: FindingCode | null
    last_state: RunState
    created_at: Moment
    updated_at: Moment
    revision: Generated<number>
    look_at: Moment | null
    heard_at: Moment | null
    talk: ColumnType<readonly string[], string | undefined, string>
    client_id: string
    title: string
    url: string
    due_at: Moment | null
    has_private: boolean
    promised_minutes: number | null
    words: GeneratedAlways<string>
  }
  twins: {
    task_id: string
    board_id: string
    connection_id: string
    twin_id: string | null
    state: TwinState
    parting: Parting | null
    base: Json<TwinBase> | null
    shown: Json<Shown>
    pending: Json<PendingPair> | null
    overrides: Json<readonly Override[]>
    relayed: Json<readonly Relayed[]>
    hops: Json<Twin['hops']>
    revision: Generated<number>
    created_at: Moment
    updated_at: Moment
  }
  deliveries: {
    id: Generated<string>
    connection_id: string
    key: string
    event: string
    task_id: string
    occurred_at: Moment
    received_at: Moment
    shows_due: boolean
    due_at: Moment | null
    evidence: Json<object>
    request_id: string | null
  }
  decisions: {
    id: string
    task_id: string
    policy_id: string
    policy_version: number
    headline: FindingCode
    document: Json<Decision>
    created_at: Moment
  }
  runs: {
    id: string
    task_id: string
    board_id: string
    state: RunState
    decision_id: string | null
    operations: Json<readonly Operation[]>
    unsupported: Json<readonly string[]>
    timings: Json<Timings>
    reads: number
    writes: number
    error_code: ErrorCode | null
    error_message: string | null
    started_at: Moment
    finished_at: Moment | null
    request_id: string | null
    before: Json<Shown> | null
  }
  api_keys: {
    id: string
    name: string
    hash: string
    scopes: Json<readonly Scope[]>
    created_at: Moment
    expires_at: Moment | null
    last_used_at: Moment | null
    revoked_at: Moment | null
    previous_hash: string | null
    previous_until: Moment | null
  }
  audit: {
    id: string
    at: Moment
    actor_id: string
    actor_name: string
    action: string
    subject: string
    before: Json<unknown> | null
    after: Json<unknown> | null
    request_id: string
  }
  idempotent_requests: {
    actor_id: string
    key: string
    fingerprint: string
    claimed_at: Moment
    answer: string | null
  }
  answers: {
    id: string
    task_id: string
    at: Moment
    side: Side
    author_id: string
    author_name: string
    via: AnswerWay
    kind: Answer['said']['kind']
    said: Json<Answer['said']>
    source_id: string | null
    fingerprint: string
    revision: number
  }
  orders: {
    id: string
    task_id: string
    at: Moment
    author_id: string
    author_name: string
    wish: Json<Wish>
    fingerprint: string
    revision: number
  }
  requests: {
    id: string
    client_id: string
    channel: Channel
    title: string
    text: string
    sender: string | null
    received_at: Moment
    due_at: Moment | null
    due_set_at: Moment | null
    service: string | null
    hours: number | null
    attachments: Json<readonly Attachment[]>
    decision: Json<Decision>
    duplicate_of: string | null
    board_id: string | null
    begun_at: Moment | null
    task_id: string | null
    actor_id: string
    actor_name: string
    created_at: Moment
  }
  book_entries: {
    id: string
    client_id: string
    task_id: string | null
    kind: BookKind
    day: string
    amount_minor: number | string | null
    minutes: number | null
    note: string
    reverses: string | null
    actor_id: string
    actor_name: string
    created_at: Moment
  }
}
