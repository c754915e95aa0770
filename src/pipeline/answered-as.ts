import type { Answered, Said, TimeKind } from '#model/answer.ts'
import type { Decision } from '#model/decision.ts'
import { AppError } from '#model/error.ts'
import type { Instant } from '#model/task.ts'
import { factsFrom } from '#policies/answers/in-force.ts'
import type { Policy } from '#policies/schema.ts'
import type { Given } from './answer.ts'
import { moneyIn } from './book.ts'

/** An answer that nobody has given; that something is given away is in the account, as it would be in the books. */
export type Supposed = Exclude<Given, { readonly kind: 'goodwill' | TimeKind }>

/**
 * What would be in force if a request had been answered so, one answer after the other.
 * @param judge what the request comes to under some answers: who accepts, accepts the price that was shown
 * @throws AppError REQUEST_INVALID for an amount or a service that there is not, and an `accept` of no price
 */
export function answeredAs(
  given: readonly Supposed[],
  at: Instant,
  document: Policy,
  judge: (answers: Answered) => Decision,
): Answered {
  const answers: { said: Said; at: Instant; revision: number }[] = []
  for (const each of given) {
    const shown = () => judge(factsFrom(answers))
    answers.push({ said: saidBy(each, document, shown), at, revision: answers.length })
  }
  return factsFrom(answers)
}

function saidBy(given: Supposed, { billing, services }: Policy, shown: () => Decision): Said {
  switch (given.kind) {
    case 'quote':
      return { kind: 'quote', amount: moneyIn(given.amount, billing.currency, 'body.answers') }
    case 'accept': {
      const { price } = shown()
      if (price === null) throw refused('accept', 'the request shows no price that could be accepted')
      return { kind: 'accept', price }
    }
    case 'service':
      if (services.some(({ id }) => id === given.service)) return given
      throw refused('service', `the policy has no service "${given.service}"`)
    default:
      return given
  }
}

function refused(kind: string, message: string): AppError {
  const details = [{ path: 'body.answers', message: `${kind}: ${message}` }]
  return new AppError('REQUEST_INVALID', 'nobody could answer so', { details })
}
