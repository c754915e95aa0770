import { isDeepStrictEqual } from 'node:util'
import type { Said } from '#model/answer.ts'
import { actsOf } from './acts.ts'
import { meaningOfLabel, type Subject, subjectOf } from './hand-labels.ts'
import type { History, Side } from './history.ts'
import type { Asked, Hand, Saying, Telling } from './memory.ts'
import { type Counted, forecastOf, isInDoubt, isUrgent, isYesVoid, shownScope } from './oracle.ts'
import { type Meaning, phraseOf, placeAnswers } from './phrases.ts'
import type { Act } from './pictures.ts'
import type { Life, Recorded } from './play.ts'
import { isLinked, isRaced, isRacedByTime } from './races.ts'

/** What must hold of answers, however things went, and what must have come of them where nothing went wrong. */
export function answerViolations(history: History, life: Life, fair: Life): string[] {
  return [life, fair].flatMap((each) => {
    const when = each === fair ? 'in fair weather, ' : ''
    return each.memory.asked.flatMap((asked, index) => {
      const known = recordsOf(asked, each)
      const fairly = fair.memory.asked[index]
      const found = [
        ...unfounded(known, asked, history),
        ...changedPrice(known, asked, history),
        ...(each === fair ? unforeseen(known, asked, history, fair) : []),
        ...(each === fair ||
        fairly === undefined ||
        isRaced(history, each.memory, asked) ||
        isRacedByTime(asked, life, fair)
          ? []
          : differs('what was answered', heardOfEach(recordsOf(fairly, fair)), heardOfEach(known))),
      ]
      return found.map((text) => `${when}request ${index + 1}: ${text}`)
    })
  })
}

/** An answer as it was recorded, and what a person did for it. */
interface Known {
  readonly recorded: Recorded
  readonly saying: Saying | null
  readonly board: Side | null
}

function recordsOf({ request, twin }: Asked, { answers }: Life): Known[] {
  return answers
    .filter(({ requestId }) => requestId === request.id)
    .map((recorded) => {
      const [place, id] = recorded.sourceId?.split(/:(.*)/s) ?? []
      const board = place === 'request' ? 'client' : place === 'twin' ? 'assistant' : null
      const hand = board === 'client' ? request : twin
      return { recorded, board, saying: hand?.sayings.find((each) => each.id === id) ?? null }
    })
}

/** Every answer is one that a person gave, once, and had the right to give. */
function unfounded(known: readonly Known[], asked: Asked, { listMoves }: History): string[] {
  const sources = known.flatMap(({ recorded }) => recorded.sourceId ?? [])
  const twice = sources.filter((source, index) => sources.indexOf(source) !== index)
  const said = known.flatMap(({ recorded, saying, board }): string[] => {
    const { via, side } = recorded
    const name = shows(recorded.said)
    if (via === 'status' || via === 'time') return []
    if (via === 'label') {
      const isPut = asked.twin?.touched.some(
        ({ label, change }) =>
          change === 'added' && isDeepStrictEqual(meaningOfLabel(label), meaningOf(recorded.said)),
      )
      return isPut ? [] : [`${name} was recorded by a label that nobody put on`]
    }
    if (via !== 'comment' || saying === null || board === null)
      return [`${name} was recorded by ${via}, and nobody said so`]
    const speaks = board === 'assistant' ? board : saying.by
    const means = saying.phrase === null ? null : phraseOf(saying.phrase).means[speaks]
    return means !== null && side === speaks && isDeepStrictEqual(means, meaningOf(recorded.said))
      ? []
      : [`${shows(saying.text)} of the ${speaks} was recorded as ${name} of the ${side}`]
  })
  const moved = (['client', 'assistant'] as const).flatMap((side) => {
    const hand: Hand | null = side === 'client' ? asked.request : asked.twin
    const places = (hand?.moves ?? []).map(({ to }) => placeAnswers[side][to]?.kind)
    const kinds = known.flatMap(({ recorded: { via, side: whose, said: what } }) =>
      via === 'status' && whose === side ? [what.kind] : [],
    )
    const tooOften = [...new Set(kinds)].filter(
      (kind) =>
        !listMoves ||
        kinds.filter((each) => each === kind).length > places.filter((each) => each === kind).length,
    )
    return tooOften.map((kind) => `${kind} of the ${side} was recorded though nobody moved it there`)
  })
  return [...twice.map((source) => `${source} was recorded twice`), ...said, ...moved]
}

/** What was accepted is what was shown to whom accepted it. */
function changedPrice(known: readonly Known[], asked: Asked, { tools, dryRun }: History): string[] {
  return known.flatMap(({ recorded: { said, via, side }, saying }) => {
    if (said.kind !== 'accept') return []
    const told = saying?.told ?? moveFor(side, via, asked)
    if (told === null || dryRun === 'client') return []
    const { min, max } = said.price.total
    const is = said.price.isOffered ? '0' : min.minor === max.minor ? String(min.minor / 100) : null
    const surcharged = told.labels.some((label) => label.startsWith('+'))
    // Of what is given away no surcharge is shown, and none is owed.
    const isSurcharge = said.price.surchargeBasisPoints > 0 && !said.price.isOffered
    // Notion has a field for it, and a person may have taken the label off, if only of what was asked before.
    const isHidden =
      tools.client === 'notion' ||
      asked.request.touched.some(({ label, change }) => change === 'removed' && label.startsWith('+'))
    return [
      ...differs('the price that was agreed', told.estimate, is),
      ...(isSurcharge && !surcharged && !isHidden ? ['a surcharge was agreed that nobody was shown'] : []),
    ]
  })
}

/** The move that said it; null where several may have. */
function moveFor(side: Side, via: Recorded['via'], { request, twin }: Asked): Telling | null {
  if (via !== 'status') return null
  const moves = (side === 'client' ? request : twin)?.moves ?? []
  const found = moves.filter(({ to }) => placeAnswers[side][to]?.kind === 'accept')
  return found.length === 1 ? (found[0]?.told ?? null) : null
}

/** What the documents foretell is what was recorded, and what the card shows in the end. */
function unforeseen(known: readonly Known[], asked: Asked, history: History, life: Life): string[] {
  const { sights } = life
  const card = sights.client.get(asked.request.id)
  const { request, twin } = asked
  const there = sights.assistant.get(twin?.id ?? '')
  if (card === undefined || history.dryRun !== null || request.isArchived) return []
  if (!isLinked(request, twin) || request.done.some(({ what }) => what === 'archive')) return []
  const forecast = forecastOf(asked, history.listMoves === true, actsOf(asked.request.id, life))
  if (forecast === null) return []
  const { counted, urgent, urgentSince, quote, quoted, isGivenAway, version } = forecast
  const agreed = isYesVoid(forecast) ? null : forecast.agreed
  const scope = shownScope(forecast)
  const isAsked = isUrgent(version) && !['waiting', 'declined', 'refused'].includes(urgent)
  const urgency = !isAsked
    ? null
    : urgent === 'confirmed'
      ? 'urgent · confirmé'
      : 'urgent · dispo à confirmer'
  const shown = [
    { name: 'the request', hand: request, labels: card.labels },
    ...(twin === null || there === undefined ? [] : [{ name: 'the twin', hand: twin, labels: there.labels }]),
  ]
  const price =
    agreed !== null
      ? agreed.estimate
      : quote === 'refused' || quoted === null || isInDoubt(forecast)
        ? null
        : String(quoted / 100)
  const isPriced = agreed !== null || quote === 'refused' || quoted !== null
  return [
    ...differs('what was answered', counted.map(countedWords), heard(known)),
    ...shown.flatMap(({ name, hand, labels }) => [
      ...mislabelled('urgency', urgency, urgentSince, hand, labels, confirmedAt(request)).map(
        (text) => `${name}: ${text}`,
      ),
      ...(scope === null ? [] : mislabelled('scope', scope.label, scope.step, hand, labels)).map(
        (text) => `${name}: ${text}`,
      ),
    ]),
    ...(isPriced
      ? differs('the price', isGivenAway && (agreed !== null || price !== null) ? '0' : price, card.estimate)
      : []),
  ]
}

/** When *confirmed* was last put on a request, which takes the place of what else is said of the urgency on either side. */
const confirmedAt = ({ touched }: Hand) =>
  touched.findLast(({ label, change }) => change === 'added' && meaningOfLabel(label)?.kind === 'confirm')
    ?.told.step ?? 0

/** What was decided last is what a card shows of it, and what was done there since. */
function mislabelled(
  about: Subject,
  label: string | null,
  since: number | null,
  { touched }: Hand,
  labels: readonly string[],
  confirmed = 0,
): string[] {
  const isOutdone = ({ label, change, told }: Hand['touched'][number]) =>
    change === 'added' && meaningOfLabel(label)?.kind !== 'confirm' && told.step < confirmed
  const touches = touched.filter((touch) => subjectOf(touch.label) === about && !isOutdone(touch))
  if (since === null && touches.length > 0) return []
  const should = new Set(label === null ? [] : [label])
  for (const touch of touches.filter(({ told }) => told.step > (since ?? 0))) {
    if (touch.change === 'removed') should.delete(touch.label)
    else should.add(touch.label)
  }
  return differs(
    `the ${about}`,
    [...should].sort(),
    labels.filter((each) => subjectOf(each) === about),
  )
}

const countedWords = ({ side, via, means, step }: Counted) =>
  `${side} ${ways[via] ?? `at step ${step}`}: ${shows(means)}`

const ways: Readonly<Partial<Record<Recorded['via'], string>>> = {
  status: 'by moving it',
  label: 'by a label',
  time: 'by letting time pass',
}

/** What was recorded, in words that are the same in every life. */
const heard = (known: readonly Known[]) =>
  known.map(({ recorded: { side, via, said }, saying }) => {
    return `${side} ${ways[via] ?? `at step ${saying?.told.step}`}: ${shows(meaningOf(said))}`
  })

/** What people said and what time did, each in its order: what one look finds of both has none. */
const heardOfEach = (known: readonly Known[]) =>
  [false, true].map((byTime) => heard(known.filter(({ recorded: { via } }) => (via === 'time') === byTime)))

function meaningOf(said: Said): Meaning | Act {
  switch (said.kind) {
    case 'quote':
      return { kind: 'quote', minor: said.amount.minor }
    case 'accept':
      return { kind: 'accept' }
    default:
      return said
  }
}

const shows = (value: unknown) => JSON.stringify(value)
const differs = (what: string, should: unknown, is: unknown) =>
  isDeepStrictEqual(should, is) ? [] : [`${what} should be ${shows(should)} and is ${shows(is)}`]
