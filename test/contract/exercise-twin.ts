import type { Operation } from '#model/operation.ts'
import { type Bench, newAttempt } from '../adapters/conformance/harness.ts'
import { mappingOf, wanted } from '../adapters/conformance/verdict.ts'

/** A copy of a request from another board: made, its words changed, and what was said about it passed on. */
export async function useTwin(bench: Bench): Promise<void> {
  const { adapter, containerId, people } = bench
  await adapter.provision(containerId, { ...wanted, textName: 'Request' }, newAttempt())
  const mapping = await mappingOf(bench)
  const task = { title: 'Paul · Write two posts', text: 'From Paul · ref. K7Q2' }
  const moment = { at: '2027-03-02T16:00:00.000Z', day: null }
  const never = { at: null, day: null }
  await adapter.create(containerId, { ...task, status: null, due: never }, mapping, newAttempt())
  const id = await adapter.create(
    containerId,
    { ...task, status: 'waiting', due: moment },
    mapping,
    newAttempt(),
  )
  const relay = { kind: 'relay', sourceId: '1', id: null, text: 'Paul: when?', mayExist: false } as const
  const apply = async (...operations: readonly Operation[]) => {
    const observed = await adapter.observe(id, newAttempt())
    if (observed === null) throw new Error('the twin is gone')
    return await adapter.apply(observed, operations, mapping, newAttempt())
  }
  await apply({ kind: 'content', title: 'Paul · Write three posts' }, { kind: 'status', status: 'done' })
  if (adapter.capabilities.holdsDueDays)
    await apply({ kind: 'content', due: { at: null, day: '2027-03-02' } })
  await apply({ kind: 'content', text: 'Other words.', due: moment })
  await apply({ kind: 'content', text: '', due: never })
  const { relayed } = await apply(relay)
  await apply({ ...relay, id: relayed['1'] ?? null, text: 'Paul: when, please?' })
  await apply({ ...relay, sourceId: '2', text: 'Paul: when, please?', mayExist: true })
  for (let number = 0; number < 101; number += 1) people.client.comment(id, `ping ${number}`)
  await adapter.comments(id, newAttempt())
}
