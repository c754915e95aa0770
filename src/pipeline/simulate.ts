import type { Answered } from '#model/answer.ts'
import type { Client } from '#model/board.ts'
import type { Decision } from '#model/decision.ts'
import { AppError } from '#model/error.ts'
import type { Instant } from '#model/task.ts'
import type { PolicyCase } from '#policies/cases/case.ts'
import { clientOf, factsOf, taskOf } from '#policies/cases/case-judge.ts'
import { misfit } from '#policies/cases/misfit.ts'
import type { CompiledPolicy } from '#policies/compile.ts'
import { evaluate } from '#policies/evaluate.ts'
import type { Clock } from '../clock.ts'
import type { BookStore } from '../store/books.ts'
import type { ClientStore } from '../store/clients.ts'
import type { TaskStore } from '../store/tasks.ts'
import { accountOf } from './account.ts'
import { answeredAs, type Supposed } from './answered-as.ts'
import { findRules, type RulesChoice, type TriedRules, type TriedRulesDeps } from './tried-rules.ts'

/** A request that nobody has made, and who would have made it. */
export interface Asked {
  readonly request: PolicyCase['request']
  /** When it is judged; left out: when it was submitted, or else now. */
  readonly now?: Instant | undefined
  /** A client there is, with what the books say of them; or one that is only described. */
  readonly client: Client | PolicyCase['client']
  /** What people would have answered to it since, in this order. */
  readonly answers: readonly Supposed[]
}

/** What would come of a request. */
export interface Simulation {
  readonly decision: Decision
  readonly rules: TriedRules
  readonly policy: CompiledPolicy
}

export interface SimulateDeps extends TriedRulesDeps {
  readonly clients: ClientStore
  readonly tasks: TaskStore
  readonly books: BookStore
  readonly now: Clock
}

export type Simulate = ReturnType<typeof createSimulate>

/** Judges a request as if it had been made. Nothing is written. */
export function createSimulate(deps: SimulateDeps) {
  /** @throws AppError NOT_FOUND, REQUEST_INVALID, POLICY_INVALID; CONFLICT when the client cannot be of the policy */
  return async (asked: Asked, choice: RulesChoice): Promise<Simulation> => {
    const now = asked.now ?? asked.request.submittedAt ?? deps.now()
    const rules = await findRules(choice, now, deps)
    const client = isStored(asked.client) ? asked.client : clientOf({ client: asked.client }, rules.document)
    const wrong = misfit(client, rules.document)
    if (wrong !== null) throw misfitting(wrong, isStored(asked.client) ? 'body.clientId' : 'body.client')
    const books = isStored(asked.client) ? await booksOf(asked.client, asked.request, now) : {}
    const request = { ...asked.request, account: { ...books, ...asked.request.account } }
    const policy = rules.compiledFor(client)
    const [task, facts] = [taskOf({ request, now }), factsOf({ request, now }, policy)]
    const judge = (answers: Answered) => evaluate(policy, task, { ...facts, answers }, now)
    const answers = answeredAs(asked.answers, now, policy.document, judge)
    return { decision: judge(answers), rules, policy }
  }

  function booksOf(client: Client, { dueAt }: Asked['request'], now: Instant) {
    return accountOf(client, { ...noTask, dueAt: dueAt ?? null }, now, deps)
  }
}

const isStored = (client: Asked['client']): client is Client => 'id' in client

/** The books are read for a request that has no entries of its own. */
const noTask = { id: '', ref: { tool: 'trello', connectionId: '', taskId: '' }, cameAt: null } as const

function misfitting({ fr, en }: { readonly fr: string; readonly en: string }, path: string): AppError {
  const remedy = 'correct the plan or the terms of the client'
  const details = [
    {
      path,
      message: en,
      remedy,
      fr: { message: fr, remedy: 'corrige la formule ou les conditions du client' },
    },
  ]
  return new AppError('CONFLICT', 'the client cannot be one of this policy', { details })
}
