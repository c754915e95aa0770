import { createPreviewer } from '../../src/pipeline/preview.ts'
import { createBoardStore } from '../../src/store/boards.ts'
import { createClientStore } from '../../src/store/clients.ts'
import { createExampleStore } from '../../src/store/examples.ts'
import { createJudgedTasks } from '../../src/store/judged-tasks.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { createPolicyStore } from '../../src/store/policies.ts'
import { createDraftStore } from '../../src/store/policy-drafts.ts'
import { eachOf, type Measure } from './part.ts'
import { document, fillWithPast, policyId } from './past-store.ts'
import { onFreshPlace } from './place.ts'
import { spreadOf } from './spread.ts'

interface Round {
  readonly seconds: number
  readonly cpu: number
  readonly changed: number
}

/** Judge everything again by a document with a dearer hour and one service less. */
async function preview(store: Store, tasks: number): Promise<Round> {
  const { db } = store
  const look = createPreviewer({
    ...{ clients: createClientStore(db), boards: createBoardStore(db), judged: createJudgedTasks(db) },
    ...{ policies: createPolicyStore(db), drafts: createDraftStore(db), examples: createExampleStore(db) },
    now: () => new Date().toISOString(),
  })
  const changedDocument = {
    ...document,
    billing: { ...document.billing, hourlyRate: 41 },
    services: document.services.map((service) =>
      service.id === 'newsletter' ? { ...service, kind: 'excluded' as const } : service,
    ),
  }
  const [start, used] = [performance.now(), process.cpuUsage()]
  const { summary } = await look(
    { policyId, state: 'document', document: changedDocument },
    { days: 30, limit: 50, after: null, onlyChanged: true },
  )
  const { user, system } = process.cpuUsage(used)
  const seconds = (performance.now() - start) / 1000
  if (summary?.judged !== tasks) throw new Error(`judged ${summary?.judged} of ${tasks}`)
  return { seconds, cpu: (user + system) / 1e6, changed: summary.changed }
}

/** What it takes to preview a change of rules on past requests, on the embedded store. */
export const measure: Measure = async (scale) => {
  const [tasks, rounds] = scale.quick ? [200, 1] : [10_000, 3]
  return onFreshPlace('pglite', scale, async (place) => {
    const store = await openStore(place)
    try {
      await fillWithPast(store.db, tasks, new Date())
      await preview(store, tasks) // warms up
      const taken = await eachOf(Array(rounds).fill(tasks), () => preview(store, tasks))
      return {
        ...{ tasks, changed: taken[0]?.changed ?? 0 },
        previewSeconds: spreadOf(taken.map(({ seconds }) => seconds)),
        previewCpuSeconds: spreadOf(taken.map(({ cpu }) => cpu)),
        megabytes: Math.round(process.memoryUsage().rss / 1024 / 1024),
      }
    } finally {
      await store.close()
    }
  })
}
