import type { Adapter, Attempt, BoardLayout } from '#model/adapter.ts'
import type { Board } from '#model/board.ts'
import { type ErrorCode, isAppError } from '#model/error.ts'
import { elapsedMinutes } from '#policies/calendar.ts'
import { labelSpecs } from '#policies/labels.ts'
import type { Clock } from '../clock.ts'
import type { BoardStore } from '../store/boards.ts'
import type { ClientStore } from '../store/clients.ts'
import type { Connection, ConnectionStore } from '../store/connections.ts'
import type { RunStore } from '../store/runs.ts'
import type { TaskStore } from '../store/tasks.ts'
import { callbackUrlAt } from './callback-url.ts'
import { strangersAmong } from './change-mapping.ts'
import type { ClientPolicies } from './client-policy.ts'
import type { Connections } from './connect.ts'
import { type Advice, adviceOf, type CheckCode } from './doctor-advice.ts'
import type { Queue } from './queue.ts'
import type { Refusals } from './refusals.ts'
import { countedSince } from './written.ts'

/** One thing that was looked at. `warn`: it works, but somebody should know. `fail`: it does not work. */
export interface Check {
  readonly code: CheckCode
  readonly state: 'ok' | 'warn' | 'fail'
  /** What it is about: a connection's or a board's name, or null for the whole. */
  readonly subject: string | null
  /** What was found and what to do, in plain words. */
  readonly advice: Advice
}

export interface DoctorDeps {
  readonly boards: BoardStore
  readonly clients: ClientStore
  readonly clientPolicies: ClientPolicies
  readonly connectionStore: ConnectionStore
  readonly connections: Connections
  readonly tasks: Pick<TaskStore, 'endedIn'>
  readonly runs: Pick<RunStore, 'tasksWrittenSince'>
  readonly queue: Pick<Queue, 'dead'>
  readonly refusals: Pick<Refusals, 'of'>
  readonly now: Clock
  readonly newAttempt: () => Attempt
  /** Where the tools reach us; undefined when they cannot. */
  readonly publicUrl: string | undefined
  /** Is this address answered as a webhook address should be? */
  readonly reach: (callbackUrl: string) => Promise<boolean>
}

/** Minutes that our clock may differ from a tool's before notice would be counted wrong. */
const skewMinutes = 2

/**
 * Boards of one account that are looked at side by side: each waits for one call at a time, and no more than so many calls
 * get their turn within the two seconds for which the adapters wait for one.
 */
const boardsAtOnce = 3

/** Look at everything that has to be right for Cadre to work, and say what to do where it is not. Writes nothing. */
export async function examine(deps: DoctorDeps): Promise<Check[]> {
  const boards = await deps.boards.list()
  const connections = await deps.connectionStore.list()
  const accounts = connections.map((connection) => {
    const own = boards.filter(({ connectionId }) => connectionId === connection.id)
    return examineAccount(connection, own, deps)
  })
  const checks = (await Promise.all(accounts)).flat()
  if (connections.length === 0) checks.push(check('accounts', 'warn', null, {}))
  const dead = await deps.queue.dead(1000)
  checks.push(check('dead_letters', dead.length === 0 ? 'ok' : 'fail', null, { count: dead.length }))
  return checks
}

/**
 * An account, then its boards: the first alone, for a tool that is silent says nothing of the others either, and each would
 * wait for that as long again.
 */
async function examineAccount(
  connection: Connection,
  boards: readonly Board[],
  deps: DoctorDeps,
): Promise<Check[]> {
  const { adapter } = deps.connections.connect(connection)
  const account = await examineConnection(connection, adapter, deps)
  const checks = [...account.checks]
  let isOver = account.isSilent
  for (let from = 0, to = 1; !isOver && from < boards.length; from = to, to += boardsAtOnce) {
    const some = boards.slice(from, to).map((board) => examineBoard(board, connection, adapter, deps))
    const found = await Promise.all(some)
    checks.push(...found.flatMap((board) => board.checks))
    isOver = found.some((board) => board.isOver)
  }
  return checks
}

async function examineConnection(
  connection: Connection,
  adapter: Adapter,
  deps: DoctorDeps,
): Promise<{ checks: Check[]; isSilent: boolean }> {
  const { name, tool } = connection
  const attempt = deps.newAttempt()
  const failure = await failureOf(() => adapter.whoAmI(attempt))
  const skew = attempt.serverTime === undefined ? 0 : Math.abs(elapsedMinutes(attempt.serverTime, deps.now()))
  const secrets = deps.connections.moduleOf(tool).secretsOf(connection.credentials)
  const refused = connection.updates === 'poll' ? 0 : deps.refusals.of(connection.id)
  const isTold = connection.updates === 'poll' || secrets.length > 0
  const checks = [
    check('credentials', failure === null ? 'ok' : 'fail', name, { ...failure }),
    await examineAddress(connection, deps),
    check('webhook_secret', isTold && refused === 0 ? 'ok' : 'warn', name, { tool, refused }),
    check('clock', skew <= skewMinutes ? 'ok' : 'fail', name, { minutes: Math.round(skew) }),
  ]
  return { checks, isSilent: failure?.isSilent === true }
}

async function examineAddress(connection: Connection, { reach, publicUrl }: DoctorDeps): Promise<Check> {
  const { name, callbackUrl, updates, tool } = connection
  if (updates === 'poll' || callbackUrl === null)
    return check('public_url', updates === 'poll' ? 'ok' : 'fail', name, { polled: updates === 'poll' })
  const answers = await reach(callbackUrl)
  const wanted = publicUrl === undefined ? callbackUrl : callbackUrlAt(publicUrl, connection)
  if (wanted !== callbackUrl)
    return check('moved_url', 'warn', name, { url: callbackUrl, wanted, answers, tool })
  return check('public_url', answers ? 'ok' : 'warn', name, { url: callbackUrl, polled: false })
}

async function examineBoard(
  board: Board,
  connection: Connection,
  adapter: Adapter,
  deps: DoctorDeps,
): Promise<{ checks: Check[]; isOver: boolean }> {
  const attempt = deps.newAttempt()
  const found: Check[] = []
  const failure = await failureOf(async () => {
    const layout = await adapter.layout(board.containerId, attempt)
    const present = new Set(layout.labels.map(({ id }) => id))
    found.push(
      check('board_access', 'ok', board.name, {}),
      ...(await examineWebhook(board, connection, adapter, attempt, deps)),
      examinePeople(board, layout, connection, adapter),
      examineStatuses(board, layout),
      ...(await examineLabels(board, present, deps)),
      ...(await examinePair(board, deps)),
      ...(await examineLimit(board, deps)),
    )
  })
  if (failure === null) return { checks: found, isOver: false }
  return {
    checks: [check('board_access', 'fail', board.name, { ...failure })],
    isOver: endless.includes(failure.code),
  }
}

async function examineWebhook(
  board: Board,
  connection: Connection,
  adapter: Adapter,
  attempt: Attempt,
  deps: DoctorDeps,
): Promise<Check[]> {
  // What is off, or is being left, needs none.
  if (connection.updates === 'poll' || board.mode === 'off') return []
  const webhookId = await deps.boards.webhookOf(board.id)
  const { state, failures } = await adapter.webhookHealth(board.containerId, webhookId, attempt)
  const verdict = {
    active: 'ok',
    unknown: 'ok',
    failing: 'warn',
    suspended: 'fail',
    missing: 'fail',
  } as const
  const isSilent = board.missedAt !== null && elapsedMinutes(board.missedAt, deps.now()) < 24 * 60
  return [
    check('webhook', verdict[state], board.name, { state, failures }),
    check('silence', isSilent ? 'warn' : 'ok', board.name, { since: board.missedAt ?? '' }),
  ]
}

async function examineLabels(board: Board, present: ReadonlySet<string>, deps: DoctorDeps): Promise<Check[]> {
  if (board.mode !== 'apply') return [check('mode', 'ok', board.name, { mode: board.mode })]
  const client = await deps.clients.get(board.clientId)
  const policy = await deps.clientPolicies.inForceAt(client, deps.now())
  const keepsField = board.mapping.fields.surcharge !== undefined
  const wanted = labelSpecs(policy).filter(({ key }) => !(keepsField && key.startsWith('surcharge:')))
  const lacking = wanted
    .filter(({ key }) => !present.has(board.mapping.labels[key] ?? ''))
    .map(({ name }) => name)
  return [check('labels', lacking.length === 0 ? 'ok' : 'warn', board.name, { names: lacking.join(', ') })]
}

/** A mapping names only people of the board when it is changed; they may have left since, or it is older than that rule. */
function examinePeople(
  { name, mapping }: Board,
  { members }: BoardLayout,
  { userId }: Connection,
  { capabilities }: Adapter,
): Check {
  const named = new Set([...mapping.assistants, ...Object.keys(mapping.policies ?? {})])
  const known = [userId, ...members.map(({ id }) => id)]
  const strangers = strangersAmong([...named], known, capabilities.unlistedPeople)
  return check('people', strangers.length === 0 ? 'ok' : 'warn', name, { ids: strangers.join(', ') })
}

/** What stands where nothing is mapped any more passes for having no status: a list is gone, or another column has come before it. */
function examineStatuses({ name, tool, mapping }: Board, { lists }: BoardLayout): Check {
  const present = new Set(lists.map(({ id }) => id))
  const gone = mapping.statuses.filter(({ id }) => !present.has(id)).map(({ status }) => status)
  const statuses = [...new Set(gone)].join(', ')
  return check('statuses', gone.length === 0 ? 'ok' : 'warn', name, { statuses, tool })
}

/** Of two linked boards both have to be written to before a request has a twin; it is said of the one that is not. */
async function examinePair(board: Board, { boards }: DoctorDeps): Promise<Check[]> {
  if (board.twinBoardId === null) return []
  const twin = await boards.get(board.twinBoardId)
  const [idle, other] = board.mode === 'apply' ? [twin, board] : [board, twin]
  const isHalf = idle.mode !== 'apply' && other.mode === 'apply'
  return [check('pair', isHalf ? 'warn' : 'ok', idle.name, { other: other.name, mode: idle.mode })]
}

/** A verdict that waits is known of its request; of what a pair waits for, only that one of its boards has no room for it. */
async function examineLimit(board: Board, { tasks, runs, now }: DoctorDeps): Promise<Check[]> {
  if (board.mode !== 'apply') return []
  const limit = board.hourlyWriteLimit
  const hasPairs = board.role === 'assistant' || board.twinBoardId !== null
  const isHeld =
    (await tasks.endedIn(board.id, ['held'])).length > 0 ||
    (hasPairs && (await runs.tasksWrittenSince(board.id, countedSince(board, now()))) >= limit)
  return [check('limit', isHeld ? 'warn' : 'ok', board.name, { limit })]
}

function check(
  code: CheckCode,
  state: Check['state'],
  subject: string | null,
  facts: Readonly<Record<string, string | number | boolean>>,
): Check {
  return { code, state, subject, advice: adviceOf(code, state, facts) }
}

/** What a tool that is down answers, or one that somebody has asked too much: no fault of the account or the board. */
const silences: readonly ErrorCode[] = [
  'TOOL_TIMEOUT',
  'TOOL_UNAVAILABLE',
  'TOOL_RATE_LIMITED',
  'TOOL_RESPONSE_INVALID',
]

/** What the next board would wait for as well. Any other silence is over at once, and may be of one board alone. */
const endless: readonly ErrorCode[] = ['TOOL_TIMEOUT', 'TOOL_RATE_LIMITED']

interface Failure {
  readonly code: ErrorCode
  /** The code and its words. */
  readonly error: string
  readonly isSilent: boolean
}

/** What became of it; null when it went well. */
async function failureOf(work: () => Promise<unknown>): Promise<Failure | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (!isAppError(error)) throw error
    const { code, message } = error
    return { code, error: `${code}: ${message}`, isSilent: silences.includes(code) }
  }
}
