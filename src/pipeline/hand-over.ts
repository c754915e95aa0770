import { type Language, statusOf } from '#model/board.ts'
import { effectivePolicy } from '#policies/effective.ts'
import { type HandOver, handOver, type OpenRequest } from '#policies/hand-over/hand-over.ts'
import type { Clock } from '../clock.ts'
import type { AnswerStore } from '../store/answers.ts'
import type { ClientStore } from '../store/clients.ts'
import type { ExampleStore } from '../store/examples.ts'
import type { OpenRequests } from '../store/open-requests.ts'
import type { PolicyStore } from '../store/policies.ts'

export interface HandOverDeps {
  readonly clients: ClientStore
  readonly policies: PolicyStore
  readonly examples: ExampleStore
  readonly answers: AnswerStore
  readonly openRequests: OpenRequests
  readonly now: Clock
}

/** A colleague reads this many rulings at the most, the newest. */
const mostRulings = 50

/**
 * What somebody needs who takes a client over: what is open, promised, ruled, and by which rules.
 * @param language in which it is told; the policy's, if left out
 * @throws AppError NOT_FOUND, POLICY_INVALID when the client's own terms do not fit
 */
export async function packFor(
  clientId: string,
  language: Language | undefined,
  { clients, policies, examples, answers, openRequests, now }: HandOverDeps,
): Promise<{ pack: HandOver; language: Language }> {
  const client = await clients.get(clientId)
  const { document, version } = await policies.inForce(client.policyId, now())
  // What holds for this client has no plans any more.
  const policy = { ...effectivePolicy(document, client), plans: {} }
  const planName = client.plan === null ? null : (document.plans[client.plan]?.name ?? null)
  const learnt = await examples.at(client.policyId, await examples.revision(client.policyId))
  const all = (await openRequests.of(clientId)).map((request) => ({
    ...request,
    status: statusOf(request, request.mapping),
  }))
  const left = all.filter(({ status }) => status !== 'done' && status !== 'declined')
  const verdicts = await openRequests.verdicts(left.map(({ decisionId }) => decisionId))
  const open: OpenRequest[] = []
  for (const request of left) {
    const decision = verdicts.get(request.decisionId)
    if (decision !== undefined) open.push({ ...request, decision, answers: await answers.list(request.id) })
  }
  const spoken = language ?? document.language
  // Titles of other clients' requests are no business of whoever takes this one over.
  const rulings = learnt
    .filter((example) => example.clientId === null || example.clientId === clientId)
    .toReversed()
    .slice(0, mostRulings)
  const known = { client, policy, policyVersion: version, planName }
  const facts = { ...known, open, learnt: rulings, now: now() }
  return { pack: handOver(facts, spoken), language: spoken }
}
