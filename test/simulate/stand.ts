import type { Question } from '#model/answer.ts'
import { actIn } from './acts.ts'
import { type Act, moved, movedByTime, type Standing, untouched } from './pictures.ts'
import type { Recorded } from './play.ts'

/** A request after some of what was answered to it, as long as its words are the same. */
export interface Stand extends Standing {
  /** Since when what may be asked is, in Unix milliseconds. */
  readonly since: Readonly<Record<Question, number>>
  readonly isReminded: Readonly<Record<Question, boolean>>
  /** Has the assistant named a price that has not run out? */
  readonly isNamed: boolean
}

/** Nobody has answered a request that is judged since a moment. */
export const standSince = (moment: number): Stand => ({
  ...untouched,
  since: { urgent: moment, quote: moment },
  isReminded: { urgent: false, quote: false },
  isNamed: false,
})

/** Does it wait for an answer? Whether the request is urgent at all is another matter. */
export const isOpen = ({ urgent, quote }: Standing, question: Question) =>
  question === 'urgent' ? urgent === 'to_confirm' : quote === 'offered'

/** Once this was answered as well. */
export function after(stand: Stand, answer: Recorded): Stand {
  const act = actIn(answer)
  if (act !== null) {
    const isReminded = { ...stand.isReminded, ...(act.kind === 'remind' && { [act.question]: true }) }
    const isNamed = stand.isNamed && !(act.kind === 'expire' && act.question === 'quote')
    return { ...stand, ...movedByTime(stand, act), isReminded, isNamed }
  }
  const kind = answer.said.kind as Exclude<typeof answer.said.kind, Act['kind']>
  const next = moved(stand, kind)
  if (kind !== 'quote' || next.quote !== 'offered') return { ...stand, ...next }
  // A price opens its question anew, and after a no the other one as well.
  const opened = { quote: answer.at, ...(stand.urgent === 'refused' && { urgent: answer.at }) }
  const isReminded = { quote: false, ...('urgent' in opened && { urgent: false }) }
  return {
    ...next,
    isNamed: true,
    since: { ...stand.since, ...opened },
    isReminded: { ...stand.isReminded, ...isReminded },
  }
}
