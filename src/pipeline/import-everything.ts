import { AppError } from '#model/error.ts'
import type { Clock } from '../clock.ts'
import type { AuditEntry } from '../store/audit.ts'
import type { Everything, EverythingStore, MovedBoard, MovedConnection } from '../store/everything.ts'
import { newId } from '../store/id.ts'
import { importProblems } from './check-import.ts'
import { type Conflict, type ImportPlan, planImport, type ToDo } from './plan-import.ts'
import type { Queue } from './queue.ts'

export interface ImportDeps {
  readonly everything: EverythingStore
  readonly queue: Pick<Queue, 'sweep'>
  readonly now: Clock
}

export interface ImportWish {
  readonly document: Everything
  /** Say what would move in, and write nothing. */
  readonly dryRun: boolean
  /** What is there already stays as it is, or else refuses the whole. */
  readonly onConflict: 'skip' | 'fail'
}

/** What moved in, by id, what was there already, and what a person still has to do. */
export interface Imported {
  readonly policies: readonly string[]
  readonly clients: readonly string[]
  readonly boards: readonly string[]
  readonly skipped: readonly Conflict[]
  readonly toDo: readonly ToDo[]
}

/**
 * Move in what was set up elsewhere. The whole document is checked before anything is written, and then all of it is
 * written or nothing. Boards begin in dry run, whatever they were, and what is on them by now is taken in silently.
 * @throws AppError REQUEST_INVALID with every problem, CONFLICT when something is there that may not be skipped
 */
export async function importEverything(
  { document, dryRun, onConflict }: ImportWish,
  by: Pick<AuditEntry, 'actor' | 'requestId'>,
  deps: ImportDeps,
): Promise<Imported> {
  const now = deps.now()
  const { report, boards } = await deps.everything.moveIn(async (into) => {
    const details = importProblems(document, into.there, now)
    if (details.length > 0) throw new AppError('REQUEST_INVALID', 'this cannot be imported', { details })
    const plan = planImport(document, into.there, newId)
    if (onConflict === 'fail' && plan.conflicts.length > 0) throw alreadyThere(plan.conflicts)
    const report = reportOf(plan)
    if (dryRun) return { report, boards: [] }
    for (const policy of plan.policies) await into.addPolicy(policy)
    for (const client of plan.clients) await into.addClient(client)
    const boards = plan.boards.map(({ board, connection }) => movedIn(board, connection))
    for (const board of boards) await into.addBoard(board, now)
    for (const { id, twinBoardId } of plan.links) await into.link(id, twinBoardId)
    const entry = { action: 'everything.import', subject: 'everything', before: null, after: report }
    await into.audit.add({ ...by, ...entry }, now)
    return { report, boards }
  })
  // A sweep takes in what is there, and makes the webhook that is missing.
  await deps.queue.sweep(boards, { full: true })
  return report
}

const movedIn = (board: MovedBoard, { id, tool }: MovedConnection) => ({
  ...board,
  ...{ connectionId: id, tool },
  mode: board.mode === 'off' ? ('off' as const) : ('dry-run' as const),
})

const reportOf = ({ policies, clients, boards, conflicts, toDo }: ImportPlan): Imported => ({
  policies: policies.map(({ id }) => id),
  clients: clients.map(({ id }) => id),
  boards: boards.map(({ board }) => board.id),
  skipped: conflicts,
  toDo,
})

const plurals = { policy: 'policies', client: 'clients', board: 'boards' } as const

function alreadyThere(conflicts: readonly Conflict[]): AppError {
  const details = conflicts.map(({ kind, id }) => ({
    path: `${plurals[kind]}.${id}`,
    message: `there is a ${kind} ${id} already`,
    remedy: 'import into an empty service, or with "onConflict": "skip"',
    fr: {
      message: `${id} est déjà là (${kind})`,
      remedy: 'importe dans un service vide, ou avec "onConflict": "skip"',
    },
  }))
  return new AppError('CONFLICT', 'some of it is there already', { details })
}
