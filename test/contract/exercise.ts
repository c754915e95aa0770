import { isAppError } from '#model/error.ts'
import { anotherId, type Bench, type Harness, newAttempt } from '../adapters/conformance/harness.ts'
import {
  judge,
  look,
  mappingOf,
  nothingShown,
  pendingOf,
  relaxed,
  urgent,
} from '../adapters/conformance/verdict.ts'
import { useTwin } from './exercise-twin.ts'

/** Lets an adapter do once whatever it can do, with and without what a board may lack. */
export async function exercise(harness: Harness, onStart: (bench: Bench) => void): Promise<void> {
  const boards = [
    { bare: true, use: useAll },
    { bare: false, use: useAll },
    // Apart, so that one board's calls stay below the tool's limit.
    { bare: false, use: useTwin },
  ]
  for (const { bare, use } of boards) {
    const bench = await harness.start({ bare })
    onStart(bench)
    try {
      await use(bench, harness)
    } finally {
      await bench.close()
    }
  }
}

async function useAll(bench: Bench, { longestText }: Harness): Promise<void> {
  await useBoard(bench)
  await useWebhooks(bench)
  await useTask(bench, longestText)
  await leaveBoard(bench)
  await fail(bench)
}

async function useBoard({ adapter, containerId, people }: Bench): Promise<void> {
  for (let number = 0; number < 101; number += 1) people.client.create({ title: `Post ${number}` })
  await adapter.whoAmI(newAttempt())
  await adapter.boards(newAttempt())
  await adapter.layout(containerId, newAttempt())
  await adapter.list(containerId, null, newAttempt())
  await adapter.list(containerId, new Date().toISOString(), newAttempt())
}

async function useWebhooks({ adapter, containerId, receiver, suspendWebhooks }: Bench): Promise<void> {
  const path = `/webhooks/${adapter.tool}/con-${adapter.tool}`
  const { webhookId } = await adapter.subscribe(containerId, receiver.url(path), newAttempt())
  await adapter.subscribe(containerId, receiver.url(path), newAttempt())
  await adapter.webhookHealth(containerId, webhookId, newAttempt())
  await suspendWebhooks()
  await adapter.subscribe(containerId, receiver.url(path, 'localhost'), newAttempt())
  await adapter.unsubscribe(webhookId ?? '', newAttempt())
}

/** A verdict, the same again after a crash, another one, and none of it in the end. */
async function useTask(bench: Bench, longestText: number): Promise<void> {
  const { people, adapter } = bench
  const id = people.client.create({
    title: 'Write two posts',
    text: 'For the campaign.'.repeat(longestText / 17),
    due: '2027-03-02T16:00:00.000Z',
  })
  const mapping = await mappingOf(bench)
  const about = { mapping, decision: urgent, base: nothingShown }
  people.client.comment(id, 'When?')
  people.client.attach(id, { name: 'voice note.m4a', mimeType: 'audio/mp4' })
  const first = await look(bench, id, about)
  bench.faults.answer(500, { lost: true, only: 'comments' })
  await refused(judge(bench, id, about))
  const base = await judge(bench, id, { ...about, pending: pendingOf(first, about) })
  await judge(bench, id, { mapping, decision: relaxed, base })
  const long = { ...relaxed, message: 'Un été à Nîmes. '.repeat(700).trim() }
  const { observed, operations } = await look(bench, id, { mapping, decision: long, base })
  await adapter.apply(observed, operations, mapping, newAttempt())
  // As from a listing, which shows no comments.
  const unseen = operations.map((each) =>
    each.kind === 'comment' ? { ...each, id: null, mayExist: true } : each,
  )
  await adapter.apply({ ...observed, comments: null }, unseen, mapping, newAttempt())
  await adapter.apply(
    observed,
    [
      { kind: 'label', change: 'add', label: 'quote_needed' },
      { kind: 'label', change: 'remove', label: 'in_scope' },
    ],
    mapping,
    newAttempt(),
  )
  await adapter.apply(observed, [{ kind: 'label', change: 'add', label: 'in_scope' }], mapping, newAttempt())
  await adapter.apply(
    observed,
    [{ kind: 'label', change: 'remove', label: 'in_scope' }],
    mapping,
    newAttempt(),
  )
  if (mapping.fields.estimate !== undefined)
    await adapter.apply(observed, [{ kind: 'field', field: 'estimate', value: null }], mapping, newAttempt())
}

/** A status may stand for another board, whose statuses are others; and for one that is not there. */
async function leaveBoard({ adapter, containerId, people, addNeighbor }: Bench): Promise<void> {
  if (addNeighbor === null) return
  const before = await adapter.layout(containerId, newAttempt())
  addNeighbor()
  const { lists } = await adapter.layout(containerId, newAttempt())
  const placeId = lists.find(({ id }) => before.lists.every((list) => list.id !== id))?.id ?? ''
  const send = async (id: string) => {
    const observed = await adapter.observe(people.client.create({ title: 'Write two posts' }), newAttempt())
    if (observed === null) throw new Error('the task is gone')
    const statuses = [{ id, status: 'declined' }] as const
    const mapping = { labels: {}, statuses, fields: {}, services: {}, assistants: [] }
    await adapter.apply(observed, [{ kind: 'status', status: 'declined' }], mapping, newAttempt())
  }
  await send(placeId)
  await refused(send(anotherId(placeId)))
}

/** What the tool refuses. */
async function fail(bench: Bench): Promise<void> {
  const { adapter, people, containerId } = bench
  await refused(bench.connect({ isUnknown: true }).whoAmI(newAttempt()))
  await refused(adapter.layout(anotherId(containerId), newAttempt()))
  const id = people.client.create({ title: 'Write two posts' })
  await adapter.list(containerId, null, newAttempt())
  bench.lose(id)
  await adapter.observe(id, newAttempt())
}

async function refused(work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (isAppError(error)) return
    throw error
  }
  throw new Error('the tool was expected to refuse')
}
