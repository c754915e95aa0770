import type { Facts } from '#model/facts.ts'
import type { Instant } from '#model/task.ts'

/**
 * The moment from which a message counts its days: when the request was judged or, if that came later, when somebody last
 * answered, put on a label by hand, or time reminded of a question or ended it. Who reads the message then can still make
 * use of the days that it names. Time passing alone does not move it.
 */
export function spokenAt(
  { answers, overrides }: Pick<Facts, 'answers' | 'overrides'>,
  judgedAt: Instant,
): Instant {
  const { availability, ruling, acceptedAt, refusedAt, asked } = answers
  const moments = [
    judgedAt,
    availability?.at,
    ruling?.at,
    acceptedAt,
    refusedAt,
    ...Object.values(asked ?? {}).flatMap(({ since, remindedAt, expiredAt }) => [
      since,
      remindedAt,
      expiredAt,
    ]),
    ...overrides.filter(({ change }) => change === 'added').map(({ at }) => at),
  ]
  return (
    moments
      .filter((moment) => moment != null)
      .toSorted()
      .at(-1) ?? judgedAt
  )
}
