import {
  type Answer,
  type Answered,
  type Asked,
  type Question,
  type Said,
  unanswered,
} from '#model/answer.ts'
import type { Instant } from '#model/task.ts'
import { quoteMachine, quoteStateOf, urgentMachine, urgentStateOf } from './states.ts'

type Given = Pick<Answer, 'said' | 'at' | 'revision'>

/**
 * What holds after some answers to the same request: a later one takes the place of an earlier one on its subject, as
 * far as the state machines know of it. Pure; the order of the answers is in them.
 */
export function factsFrom(answers: readonly Given[]): Answered {
  return answers.toSorted((a, b) => a.revision - b.revision).reduce(after, unanswered)
}

function after(known: Answered, { said, at }: Pick<Answer, 'said' | 'at'>): Answered {
  switch (said.kind) {
    case 'in':
    case 'out':
      return { ...known, ruling: { is: said.kind, service: null, at } }
    case 'service':
      return { ...known, ruling: { is: 'service', service: said.service, at } }
    case 'hours':
      return { ...known, hours: said.hours }
    case 'goodwill':
      // The books say it (`Account.isOffered`).
      return known
    default:
      return isKnown(known, said) ? moved(known, said, at) : known
  }
}

/** Does a machine know of this in the present state? An answer about one question leaves the other alone. */
function isKnown(known: Answered, said: Moving): boolean {
  const [urgent, quote] = [urgentMachine[urgentStateOf(known)], quoteMachine[quoteStateOf(known)]]
  switch (said.kind) {
    case 'remind':
    case 'expire':
      return (said.question === 'urgent' ? urgent : quote)[said.kind] !== undefined
    case 'quote':
    case 'accept':
      return quote[said.kind] !== undefined
    default:
      return urgent[said.kind] !== undefined || quote[said.kind] !== undefined
  }
}

/** What is no matter of the machines: rulings, and what belongs to the work. */
type Plain = 'in' | 'out' | 'service' | 'hours' | 'goodwill'
type Moving = Exclude<Said, { readonly kind: Plain }>

function moved(known: Answered, said: Moving, at: Instant): Answered {
  switch (said.kind) {
    case 'confirm':
    case 'decline':
      return { ...known, availability: { is: said.kind, at } }
    case 'wait':
      return { ...undecided(known), choice: 'wait', availability: { is: 'wait', at } }
    case 'refuse':
      return { ...undecided(known), choice: 'refuse', refusedAt: at, availability: null }
    case 'quote': {
      const back = known.choice === 'refuse' ? asks(undecided(known), 'urgent', { since: at }) : known
      return { ...asks(back, 'quote', { since: at }), quote: said.amount, choice: null }
    }
    case 'accept':
      return { ...known, choice: 'accept', accepted: said.price, acceptedAt: at }
    case 'remind':
      return asks(known, said.question, { ...known.asked?.[said.question], remindedAt: at })
    case 'expire': {
      const expired = asks(known, said.question, { ...known.asked?.[said.question], expiredAt: at })
      // What is no longer offered has no price.
      return said.question === 'quote' ? { ...expired, quote: null } : expired
    }
  }
}

/** Without a yes or a no of the client. */
function undecided({ acceptedAt: _, refusedAt: __, ...known }: Answered): Answered {
  return { ...known, accepted: null }
}

function asks(known: Answered, question: Question, changes: Partial<Asked>): Answered {
  const asked: Asked = { since: null, remindedAt: null, expiredAt: null, ...changes }
  return { ...known, asked: { ...known.asked, [question]: asked } }
}
