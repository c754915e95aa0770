import type { Compilable, Kysely } from 'kysely'
import type { Database } from '../../src/store/database.ts'
import { type DecisionFilter, decisionPage } from '../../src/store/decision-list.ts'
import { type RunFilter, runPage } from '../../src/store/run-list.ts'
import { type TaskFilter, taskPage } from '../../src/store/task-list.ts'

/** One question to a list: as it is asked over HTTP, and as the store asks it. */
export interface ListQuestion {
  readonly path: string
  page(db: Kysely<Database>): Compilable
}

const limit = 51

function query(filter: object): string {
  const given = Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value)]))
  return Object.keys(given).length === 0 ? '' : `?${new URLSearchParams(given)}`
}

const ofTasks = (filter: TaskFilter): ListQuestion => ({
  path: `/tasks${query(filter)}`,
  page: (db) => taskPage(db, filter, limit, null),
})
const ofDecisions = (filter: DecisionFilter): ListQuestion => ({
  path: `/decisions${query(filter)}`,
  page: (db) => decisionPage(db, filter, limit, null),
})
const ofRuns = (filter: RunFilter): ListQuestion => ({
  path: `/runs${query(filter)}`,
  page: (db) => runPage(db, filter, limit, null),
})

/** What people ask of the lists: every filter that an index is there for, and some together. */
export function listQuestions(now: Date): readonly ListQuestion[] {
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString()
  return [
    ofTasks({}),
    ofTasks({ boardId: 'brd_7' }),
    ofTasks({ clientId: 'cli_3' }),
    ofTasks({ headline: 'urgent_confirm' }),
    ofTasks({ headline: 'in_scope', boardId: 'brd_7' }),
    ofTasks({ state: 'open' }),
    ofTasks({ state: 'gone' }),
    ofTasks({ lastState: 'failed' }),
    ofTasks({ private: true }),
    ofTasks({ dueFrom: ago(0), dueTo: ago(-1) }),
    ofTasks({ createdFrom: ago(30), createdTo: ago(20) }),
    ofTasks({ q: 'newsletter' }),
    ofTasks({ q: 'Réunion client 500' }),
    ofTasks({ q: 'n4711' }),
    ofTasks({ q: 'newsletter', boardId: 'brd_7' }),
    ofDecisions({}),
    ofDecisions({ headline: 'quote_needed' }),
    ofDecisions({ taskId: 'tsk_500' }),
    ofDecisions({ from: ago(30), to: ago(20) }),
    ofRuns({}),
    ofRuns({ taskId: 'tsk_500' }),
    ofRuns({ boardId: 'brd_7' }),
    ofRuns({ state: 'failed' }),
    ofRuns({ from: ago(5), to: ago(4) }),
  ]
}
