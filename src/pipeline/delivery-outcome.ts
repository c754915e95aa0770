import type { ListedDelivery } from '../store/delivery-list.ts'
import { keyOf, type Queue } from './queue.ts'

/**
 * What became of a webhook that was taken in.
 * - `looked-at`: its task was; `run` tells how that ended. `waiting`: a look is queued or under way.
 * - `dead`: looks have failed for good, a person is needed. `ignored`: its task is on no watched board.
 */
export const deliveryOutcomes = ['looked-at', 'waiting', 'dead', 'ignored'] as const
export type DeliveryOutcome = (typeof deliveryOutcomes)[number]

/** Add to each delivery what became of it. One query, and none where every task was looked at. */
export async function withOutcomes<T extends ListedDelivery>(
  deliveries: readonly T[],
  queue: Pick<Queue, 'fates'>,
): Promise<(T & { readonly outcome: DeliveryOutcome })[]> {
  const open = deliveries.filter(({ run }) => run === null || run.state === 'failed')
  // A job about a twin has its request looked at, by a job of its own.
  const jobsOf = ({ ref, request }: ListedDelivery) => (request === null ? [ref] : [ref, request])
  const fates = await queue.fates(open.flatMap(jobsOf))
  return deliveries.map((delivery) => {
    const { run } = delivery
    const isOpen = run === null || run.state === 'failed'
    const [fate] = isOpen ? jobsOf(delivery).flatMap((ref) => fates.get(keyOf(ref)) ?? []) : []
    return { ...delivery, outcome: fate ?? (run === null ? 'ignored' : 'looked-at') }
  })
}
