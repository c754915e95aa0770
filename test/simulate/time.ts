import { isDeepStrictEqual } from 'node:util'
import type { Question } from '#model/answer.ts'
import { actIn } from './acts.ts'
import type { Sight } from './boards/board.ts'
import { subjectOf } from './hand-labels.ts'
import type { History } from './history.ts'
import { isWorking, termsSince } from './hours.ts'
import type { Asked } from './memory.ts'
import { isUrgent } from './oracle.ts'
import type { Act } from './pictures.ts'
import type { Life, Recorded } from './play.ts'
import { isLinked } from './races.ts'
import { saidToClient } from './says.ts'
import { after, isOpen, type Stand, standSince } from './stand.ts'

const questions = ['urgent', 'quote'] as const

/**
 * What must hold of time in every life by itself, whoever was quicker: in working hours it reminds of an open question
 * once and then ends it, when the term of that is over and not before, and both boards say so.
 */
export function timeViolations(history: History, life: Life): string[] {
  return life.memory.asked.flatMap((asked, index) => {
    const answers = life.answers.filter(({ requestId }) => requestId === asked.request.id)
    const found = [...untimely(asked, answers, life), ...leftAlone(asked, answers, history, life)]
    return found.map((text) => `request ${index + 1}: ${text}`)
  })
}

/** A request as it stands in the end: since when it is judged so, and what was answered to it. */
interface Present {
  readonly since: number
  readonly answers: readonly Recorded[]
}

function presentOf({ request }: Asked, answers: readonly Recorded[], { judged }: Life): Present | null {
  const known = judged.get(request.id)
  if (known === undefined) return null
  return {
    since: known.since,
    answers: answers.filter(({ fingerprint }) => fingerprint === known.fingerprint),
  }
}

/** What time did and should not have, or not yet. */
function untimely(asked: Asked, answers: readonly Recorded[], life: Life): string[] {
  const present = presentOf(asked, answers, life)
  return [...Map.groupBy(answers, ({ fingerprint }) => fingerprint).values()].flatMap((about) => {
    let stand = standSince(present?.since ?? 0)
    return about.flatMap((answer) => {
      const [before, act] = [stand, actIn(answer)]
      stand = after(stand, answer)
      if (act === null) return []
      const { kind, question } = act
      const isOfPresent = about[0]?.fingerprint === present?.answers[0]?.fingerprint
      const wrongs = [
        isWorking(answer.at) ? null : 'out of working hours',
        isOpen(before, question) ? null : 'though it is not open',
        kind === 'remind' && before.isReminded[question] ? 'again' : null,
        ...(isOfPresent && answer.at > before.since[question]
          ? [tooSoon(act, answer.at, before, asked)]
          : []),
      ]
      return wrongs.flatMap((wrong) =>
        wrong === null ? [] : [`${kind} ${question} ${wrong}, at ${new Date(answer.at).toISOString()}`],
      )
    })
  })
}

function tooSoon({ kind, question }: Act, at: number, stand: Stand, asked: Asked): string | null {
  const terms = termsOf(question, stand, asked)
  if (at < terms[kind]) return 'before its time'
  return kind === 'expire' && terms.remind < terms.expire && !stand.isReminded[question]
    ? 'without a reminder'
    : null
}

const termsOf = (question: Question, { since }: Stand, { due }: Asked) =>
  termsSince(question, since[question], due === null ? null : Date.parse(due.at))

/** What time has not done by when it should, or has done and nobody is told. Where hands ruled, they decide otherwise. */
function leftAlone(asked: Asked, answers: readonly Recorded[], history: History, life: Life): string[] {
  const { request, twin, versions } = asked
  const present = presentOf(asked, answers, life)
  const isRuled = request.touched.some(({ label }) => subjectOf(label) !== null)
  if (present === null || isRuled || history.dryRun !== null || !history.keepsHours) return []
  const urges = versions.slice(-1).some(isUrgent)
  const asks = (question: Question) => question === 'quote' || urges
  const standAt = (moment: number) =>
    present.answers.filter(({ at }) => at <= moment).reduce(after, standSince(present.since))
  const late = life.rounds.flatMap(({ at, cards }) => {
    if (at <= present.since || !isWorking(at) || !isWaitedFor(cards.get(request.id))) return []
    const stand = standAt(at)
    return questions.flatMap((question) => {
      if (!asks(question) || !isOpen(stand, question)) return []
      const { remind, expire } = termsOf(question, stand, asked)
      const next = stand.isReminded[question] || remind >= expire ? expire : remind
      return next < at ? [`nothing was done about ${question} by ${new Date(at).toISOString()}`] : []
    })
  })
  const card = life.sights.client.get(request.id)
  if (!isWaitedFor(card)) return late
  const stand = standAt(Number.POSITIVE_INFINITY)
  const note = isLinked(request, twin) ? life.sights.assistant.get(twin?.id ?? '') : undefined
  const shown = { ...stand, urgent: urges ? stand.urgent : 'to_confirm' } as const
  // A price that was named and agreed stays as it was shown, and so does what a hand has put there.
  const isSurcharged =
    shown.urgent === 'expired' &&
    !(stand.quote === 'accepted' && stand.isNamed) &&
    !request.touched.some(({ label }) => label.startsWith('+')) &&
    card.labels.some((label) => label.startsWith('+'))
  return [
    ...late,
    ...unsaid(shown, urges, card, note),
    ...(isSurcharged ? ['a surcharge for what is over'] : []),
  ]
}

/** Is a card there, and anything about it still to be decided? */
const isWaitedFor = (card: Sight | undefined): card is Sight =>
  card !== undefined && !card.archived && card.place !== 'done' && !card.labels.includes('à vérifier')

function unsaid(stand: Stand, urges: boolean, card: Sight, twin: Sight | undefined): string[] {
  const { urgent, quote, isReminded } = stand
  const [said, note] = [card, twin].map((sight) => (sight === undefined ? '' : verdictOn(sight)))
  const isOver = urgent === 'expired' || quote === 'expired'
  const reminds = quote === 'offered' && isReminded.quote
  const should = [
    ...(urgent === 'expired' ? ['Délai dépassé'] : []),
    ...(urges && urgent === 'to_confirm' && isReminded.urgent ? ['Rappel :'] : []),
    ...(reminds ? ['a reçu un rappel'] : []),
    ...(quote === 'expired' ? ["n'est plus proposé"] : []),
  ]
  const is = ['Délai dépassé', 'Rappel :', 'a reçu un rappel', "n'est plus proposé"].filter((words) =>
    note?.includes(words),
  )
  return [
    ...(isOver && !saidToClient(stand, stand.isNamed).test(said ?? '')
      ? [`the client is not told of ${urgent}, ${quote}`]
      : []),
    ...(reminds === /petit rappel/.test(said ?? '') ? [] : ['the client is reminded or should be']),
    ...(twin === undefined || twin.archived || isDeepStrictEqual(should, is)
      ? []
      : [`the note should say ${JSON.stringify(should)} and says ${JSON.stringify(is)}`]),
  ]
}

const verdictOn = ({ comments }: Sight) =>
  comments.find(({ text, isOurs }) => isOurs && /réf\. [2-9A-Z]{4}$/.test(text))?.text ?? ''
