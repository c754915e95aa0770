import type { Language } from '#model/board.ts'
import type { Decision } from '#model/decision.ts'
import type { TimelineEvent } from '#model/timeline.ts'
import type { Twin } from '#model/twin.ts'
import { clauseSentence } from '#policies/documents/clauses.ts'
import { readEffective } from '#policies/effective.ts'
import type { Policy } from '#policies/schema.ts'
import type { Speech } from '#policies/timeline/speech.ts'
import type { Clock } from '../clock.ts'
import type { AnswerStore } from '../store/answers.ts'
import type { BookStore } from '../store/books.ts'
import type { ClientStore } from '../store/clients.ts'
import type { createDecisionList } from '../store/decision-list.ts'
import type { OrderStore } from '../store/orders.ts'
import type { PolicyStore } from '../store/policies.ts'
import type { createRunList } from '../store/run-list.ts'
import type { StoredTask, TaskStore } from '../store/tasks.ts'
import type { TwinStore } from '../store/twins.ts'

export interface TimelineDeps {
  readonly tasks: TaskStore
  readonly clients: ClientStore
  readonly policies: PolicyStore
  readonly answers: AnswerStore
  readonly orders: OrderStore
  readonly twins: Pick<TwinStore, 'find'>
  readonly books: BookStore
  readonly decisions: ReturnType<typeof createDecisionList>
  readonly runList: ReturnType<typeof createRunList>
  readonly now: Clock
}

/** What is known of a request's life, and how to say it. */
export interface Story {
  readonly title: string
  readonly events: readonly TimelineEvent[]
  readonly speech: Speech
}

/** The newest this many verdicts and writes are told; a request rarely has ten. */
const limit = 500

/**
 * Gather all that happened to a request.
 * @param language in which it is told; the client's, if left out
 * @throws AppError NOT_FOUND
 */
export async function storyOf(
  taskId: string,
  language: Language | undefined,
  deps: TimelineDeps,
): Promise<Story> {
  const task = await deps.tasks.get(taskId)
  const client = await deps.clients.get(await deps.tasks.clientOf(taskId))
  const decisions = await deps.decisions.page({ taskId }, limit, null)
  const runs = await deps.runList.page({ taskId, state: 'applied' }, limit, null)
  const answers = await deps.answers.list(taskId)
  const orders = await deps.orders.since(taskId, 0)
  const entries = await deps.books.ofTask(client.id, taskId)
  const ordered = new Set(orders.map(({ at }) => at))
  const { observed, facts } = task
  const events: TimelineEvent[] = [
    { kind: 'asked', at: facts.arrivedAt ?? observed.createdAt, title: observed.title, client: client.name },
    ...decisions.map(({ createdAt, decision }) => ({ kind: 'judged', at: createdAt, decision }) as const),
    ...runs.map(({ startedAt, finishedAt, operations }) => {
      return { kind: 'wrote', at: finishedAt ?? startedAt, operations } as const
    }),
    ...answers.map((answer) => ({ kind: 'answered', at: answer.at, answer }) as const),
    ...orders.map((order) => ({ kind: 'ordered', at: order.at, order }) as const),
    // What was ordered by the API is told as an order.
    ...facts.overrides
      .filter(({ at }) => !ordered.has(at))
      .map((override) => ({ kind: 'changed', at: override.at, override }) as const),
    ...entries.map((entry) => ({ kind: 'booked', at: entry.createdAt, entry }) as const),
    ...goneOf(task),
    ...partedOf(await deps.twins.find(taskId)),
  ]

  const versions = new Map<string, Policy>()
  for (const { decision } of decisions) {
    const version = versionKey(decision)
    if (versions.has(version)) continue
    const { document } = await deps.policies.get(decision.policyId, decision.policyVersion)
    // What was agreed since need not fit the rules of then.
    versions.set(version, readEffective(document, client).policy ?? document)
  }
  const { document: newest } = await deps.policies.inForce(client.policyId, deps.now())
  const spoken = language ?? client.language
  return {
    title: task.observed.title,
    events,
    speech: {
      language: spoken,
      client: client.name,
      timeZone: newest.hours?.timeZone ?? client.timeZone,
      currency: newest.billing.currency,
      serviceName: (id) => {
        const name = newest.services.find((service) => service.id === id)?.name
        return name?.[spoken] ?? name?.[newest.language] ?? id
      },
      clause: (decision, path) => {
        const document = versions.get(versionKey(decision))
        return document === undefined ? '' : clauseSentence(document, path, spoken)
      },
    },
  }
}

/** A substitute's policy has versions of its own. */
const versionKey = ({ policyId, policyVersion }: Pick<Decision, 'policyId' | 'policyVersion'>) =>
  `${policyId} ${policyVersion}`

const goneOf = ({ state, updatedAt }: StoredTask): TimelineEvent[] =>
  state === 'gone' ? [{ kind: 'gone', at: updatedAt }] : []

function partedOf(twin: Twin | null): TimelineEvent[] {
  const why = twin?.state === 'halted' ? 'halted' : twin?.state === 'unlinked' ? twin.parting : null
  return twin === null || why === null ? [] : [{ kind: 'parted', at: twin.updatedAt, why }]
}
