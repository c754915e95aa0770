import type { Wanted } from '#model/adapter.ts'
import type { Mapping } from '#model/board.ts'
import type { Decision } from '#model/decision.ts'
import type { Operation, Pending, Shown } from '#model/operation.ts'
import type { Observed } from '#model/task.ts'
import { desire } from '#src/pipeline/desire.ts'
import { interpret } from '#src/pipeline/interpret.ts'
import { overridesOf, settled } from '#src/pipeline/override.ts'
import { outcome, plan } from '#src/pipeline/plan.ts'
import { proposeMapping } from '#src/pipeline/propose-mapping.ts'
import { referenceOf } from '#src/pipeline/reference.ts'
import { type Bench, newAttempt } from './harness.ts'

/** What Cadre asks for on every board. One of the names is there already, written otherwise, on boards that are not bare. */
export const wanted: Wanted = {
  labels: [
    { key: 'in_scope', name: 'In scope', color: 'green' },
    { key: 'quote_needed', name: 'Quote needed', color: 'purple' },
    { key: 'urgent_confirm', name: 'Urgent · availability to confirm', color: 'orange' },
    { key: 'surcharge:35', name: '+35%', color: 'yellow' },
  ],
  names: { labels: 'Cadre', estimate: 'Estimate', surcharge: 'Surcharge' },
  currency: 'EUR',
}

/** A decision with two labels, both amounts, a status and something to say. */
export const urgent: Decision = {
  policyId: 'rules',
  policyVersion: 1,
  examplesRevision: 0,
  at: '2026-11-23T21:00:00.000Z',
  findings: [],
  privateFindings: [],
  headline: 'urgent_confirm',
  labels: ['in_scope', 'urgent_confirm'],
  service: null,
  complexity: 'medium',
  takes: null,
  price: null,
  fields: { estimate: { number: '94.50', text: '94,50 €' }, surcharge: { number: '35', text: '+35 %' } },
  status: 'waiting',
  message: 'Hello Paul,\n\nthis is due in less than 24 hours. I will tell you this morning whether I can.',
  announce: true,
}

/** The same task once its due date was moved out. */
export const relaxed: Decision = {
  ...urgent,
  headline: 'in_scope',
  labels: ['in_scope'],
  fields: { estimate: { number: '70', text: '70 €' }, surcharge: null },
  status: 'requested',
  message: 'Hello Paul,\n\nthis is within the plan now.',
}

/** The same task, and no price for it. */
export const priceless: Decision = { ...urgent, fields: { estimate: null, surcharge: null } }

export const nothingShown: Shown = {
  labels: [],
  estimate: null,
  surcharge: null,
  status: null,
  comment: null,
}

const proposalFor = async ({ adapter, containerId, userIds }: Bench) =>
  proposeMapping(await adapter.layout(containerId, newAttempt()), userIds.us, wanted.currency)

/** What the service asks for on a board as it is, for which it has just proposed a mapping. */
export async function wantedOn(bench: Bench): Promise<Wanted> {
  return { ...wanted, known: { labels: {}, fields: (await proposalFor(bench)).fields } }
}

/** A board's mapping as the service makes it: proposed from the layout, completed by `provision`. */
export async function mappingOf(bench: Bench): Promise<Mapping> {
  const proposed = await proposalFor(bench)
  const known = { labels: {}, fields: proposed.fields }
  const provisioned = await bench.adapter.provision(bench.containerId, { ...wanted, known }, newAttempt())
  return {
    ...proposed,
    labels: provisioned.labels,
    fields: { ...provisioned.fields, ...proposed.fields },
  }
}

/** What a look goes by. `pending` is what a pass that never ended meant to leave behind. */
export interface About {
  readonly mapping: Mapping
  readonly decision: Decision
  readonly base: Shown
  readonly pending?: Pending | null
}

/** One pass over a task, as far as a plan. */
export interface Look {
  readonly observed: Observed
  readonly theirs: Shown
  readonly operations: readonly Operation[]
}

/** Observe, interpret, desire, plan: what the service would do about this task. */
export async function look(
  { adapter, userIds }: Pick<Bench, 'adapter' | 'userIds'>,
  taskId: string,
  { mapping, decision, base, pending = null }: About,
  attempt = newAttempt(),
): Promise<Look> {
  const observed = await adapter.observe(taskId, attempt)
  if (observed === null) throw new Error('the task is gone')
  const reference = referenceOf(taskId, 'en')
  const { theirs } = interpret(observed, mapping, {
    reference,
    userId: userIds.us,
    last: base.comment,
    timeZone: 'Europe/Paris',
  })
  const written = settled(base, pending, theirs)
  const overrides = overridesOf(written, theirs, decision.at)
  const ours = desire(decision, mapping, reference)
  const operations = plan({ base: written, theirs, ours, overrides, pending, reference })
  return { observed, theirs, operations }
}

/** What a pass notes before its first write. */
export function pendingOf({ theirs, operations }: Look, { base, decision }: About): Pending {
  return { shown: outcome({ base, theirs }, operations, null), since: decision.at }
}

/** A look whose plan is carried out. Returns what is ours on the task from then on. */
export async function judge(
  bench: Pick<Bench, 'adapter' | 'userIds'>,
  taskId: string,
  about: About,
  attempt = newAttempt(),
): Promise<Shown> {
  const { observed, theirs, operations } = await look(bench, taskId, about, attempt)
  const { commentId } = await bench.adapter.apply(observed, operations, about.mapping, attempt)
  return outcome({ base: about.base, theirs }, operations, commentId)
}
