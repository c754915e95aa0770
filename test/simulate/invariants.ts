import { isDeepStrictEqual } from 'node:util'
import { answerViolations } from './answers.ts'
import type { Sight } from './boards/board.ts'
import { ownLabel, placesOf } from './boards/board.ts'
import { copyViolations, repeatedCopies } from './copies.ts'
import type { History } from './history.ts'
import { type Asked, type Hand, madeFor } from './memory.ts'
import type { Life } from './play.ts'
import { isComparable, isLinked, isRaced, isRacedByTime } from './races.ts'
import { timeViolations } from './time.ts'
import { isShortNotice, soundsUrgent } from './words.ts'

/** Writes that a gesture, or what time does, may cost on both boards together, and a mishap by making us begin anew. */
export const writesPerGesture = 10
export const writesPerMishap = 8

/** What must hold of every history once it has come to rest. @returns what does not, in words */
export function violationsOf(history: History, life: Life, fair: Life): string[] {
  const { asked } = life.memory
  return [
    ...life.lost,
    ...duplicatesOf(life),
    ...repeatedCopies(life),
    ...answerViolations(history, life, fair),
    ...timeViolations(history, life),
    ...timeViolations(history, fair).map((each) => `in fair weather, ${each}`),
    ...spreadOf(life),
    ...asked.flatMap((each, index) => {
      const fairly = fair.memory.asked[index]
      const isAnswerRaced = isRaced(history, life.memory, each) || isRacedByTime(each, life, fair)
      return [
        ...named(`request ${index + 1}`, requestViolations(each, fairly, life, fair, isAnswerRaced)),
        ...named(`twin ${index + 1}`, twinViolations(each, fairly, history, life, fair, isAnswerRaced)),
      ]
    }),
    ...dryRunViolations(history, life),
    ...tooManyWrites(life),
  ]
}

const named = (name: string, violations: readonly string[]) => violations.map((each) => `${name}: ${each}`)
const shows = (value: unknown) => JSON.stringify(value)

/** At most one twin of a request, one card of what was written down, and one comment of ours a task. */
function duplicatesOf({ sights, memory }: Life): string[] {
  const births = [...memory.born.values()]
  const twins = memory.asked.flatMap((asked, index) => {
    const count = births.filter((each) => each === asked).length
    return count > 1 ? [`request ${index + 1} has ${count} twins`] : []
  })
  const strangers = births.filter((each) => each === null).map(() => 'a task that is nobody’s twin')
  const cards = memory.asked.flatMap((asked, index) => {
    const count = madeFor(asked, sights.client.values()).length
    return count > 1 ? [`request ${index + 1} has ${count} cards`] : []
  })
  const known = new Set([...memory.notes, ...memory.asked.map(({ request }) => request.id)])
  const unasked = [...sights.client.values()]
    .filter(({ id }) => !known.has(id))
    .map(({ title }) => `a card “${title}” that nobody asked for`)
  const all = [...sights.client.values(), ...sights.assistant.values()]
  const repeated = all.flatMap((sight) => {
    const signed = sight.comments.filter(({ text, isOurs }) => isOurs && /réf\. [2-9A-Z]{4}$/.test(text))
    return signed.length > 1 ? [`${signed.length} comments of ours on “${sight.title}”`] : []
  })
  return [...twins, ...strangers, ...cards, ...unasked, ...repeated]
}

/** Nothing is archived or deleted but by a person, and people's own labels are where they put them. */
function spreadOf({ sights, memory }: Life): string[] {
  return memory.asked.flatMap(({ request, twin }, index) => [
    ...named(`request ${index + 1}`, handViolations(request, sights.client.get(request.id))),
    ...(twin ? named(`twin ${index + 1}`, handViolations(twin, sights.assistant.get(twin.id))) : []),
  ])
}

function handViolations(hand: Hand, sight: Sight | undefined): string[] {
  if (hand.isDeleted) return sight === undefined || sight.archived ? [] : ['is back though it was deleted']
  if (hand.id === '') return ['was written down, and never put on the board']
  if (sight === undefined) return ['was deleted by nobody']
  return [
    ...(sight.archived === hand.isArchived
      ? []
      : [sight.archived ? 'was archived by nobody' : 'was restored by nobody']),
    ...(sight.labels.includes(ownLabel.toLowerCase()) === hand.isTagged
      ? []
      : ['a person’s own label was touched']),
    ...differs(
      'the label of its service',
      hand.services.slice(-1).map((name) => name.toLowerCase()),
      sight.labels.filter((label) => label.startsWith('service')),
    ),
    ...hand.sayings
      .filter(
        ({ isDeleted, id, text }) =>
          !isDeleted && !sight.comments.some((each) => each.id === id && each.text === text),
      )
      .map(({ text }) => `a person’s comment ${shows(text)} was touched`),
    ...hand.overruled
      .filter((label) => sight.labels.includes(label))
      .map((label) => `the label ${label} was put back after a person took it away`),
    ...hand.put
      .filter((label) => !sight.labels.includes(label))
      .map((label) => `the label ${label} was taken off after a person put it on`),
  ]
}

/** The request shows what it would have shown had nothing gone wrong. */
function requestViolations(
  asked: Asked,
  fairly: Asked | undefined,
  life: Life,
  fair: Life,
  isAnswerRaced: boolean,
): string[] {
  const { request, twin, due } = asked
  const [is, was] = [life.sights.client.get(request.id), fair.sights.client.get(fairly?.request.id ?? '')]
  if (is === undefined || was === undefined || request.isDeleted || request.isArchived) return []
  const ours = oursIn(life)
  const comments = (sight: Sight) => verdictsOn(sight).map(({ text }) => unsigned(text))
  // Whose request is judged only once the assistant is back is not told when she will be, and perhaps nothing at all.
  const judged = life.judged.get(request.id)
  const isSeenLate = judged?.opensAt != null && judged.opensAt <= judged.since
  // One that somebody put on stays, whatever is asked instead later.
  const surcharged = is.labels.some(
    (label) => label.startsWith('+') && !request.touched.some((touch) => touch.label === label),
  )
  return [
    ...(!isAnswerRaced && isComparable('labels', request) ? differs('labels', ours(was), ours(is)) : []),
    ...(!isAnswerRaced && isComparable('estimate', request)
      ? differs('the estimate', was.estimate, is.estimate)
      : []),
    ...(!isAnswerRaced && !isSeenLate && isComparable('comment', request)
      ? differs('our comment', comments(was), comments(is))
      : []),
    ...(isComparable('place', request, twin) ? differs('the status', was.place, is.place) : []),
    ...cardViolations(asked, is),
    // Where only the client moves things, they stay where the client put them.
    ...(twin?.place == null ? differs('the status', request.place ?? 'requested', is.place) : []),
    ...(surcharged &&
    !isShortNotice(due) &&
    !soundsUrgent(is.title) &&
    request.overruled.length + request.unsure.length + request.put.length === 0
      ? [`a surcharge without short notice: ${shows(is.labels)}`]
      : []),
  ]
}

/** The card of what was written down says what was asked, as long as nobody has changed it. */
function cardViolations({ reference, request, versions: [first] }: Asked, card: Sight): string[] {
  const isChanged = request.done.filter(({ what }) => what === 'edit').length > 1
  if (reference === null || first === undefined || isChanged) return []
  return [...differs('the title', first.title, card.title), ...differs('the date', first.due, card.due)]
}

const oursIn =
  ({ ourLabels }: Life) =>
  ({ labels }: Sight) =>
    labels.filter((label) => ourLabels.has(label))

/** The twin says what the request says, but for what the assistant made of it. */
function twinViolations(
  asked: Asked,
  fairly: Asked | undefined,
  { relays }: History,
  life: Life,
  fair: Life,
  isAnswerRaced: boolean,
): string[] {
  const { request, twin } = asked
  const requestNow = life.sights.client.get(request.id)
  const is = life.sights.assistant.get(twin?.id ?? '')
  if (!requestNow) return []
  if (!is || !twin) {
    const shouldBe = fairly?.twin && !request.isDeleted && !request.isArchived && isLinked(request, twin)
    return shouldBe ? ['was never made'] : []
  }
  const was = fair.sights.assistant.get(fairly?.twin?.id ?? '')
  // Where a write of ours was cut short, what had stood there before looks as if it had never been changed.
  const isAsBefore = (word: unknown) =>
    life.mishaps > 0 && asked.versions.some(({ title, due }) => word === title || word === due)
  const kept = Object.entries(twin.words).flatMap(([field, word]) =>
    isAsBefore(word)
      ? []
      : differs(`the assistant’s own ${field}`, word, is[field as keyof typeof twin.words]),
  )
  if (!isLinked(request, twin) || is.archived || requestNow.archived) return kept
  const words = (['title', 'text', 'due'] as const).flatMap((field) =>
    was === undefined || field in twin.before || (fairly?.twin && field in fairly.twin.before)
      ? []
      : differs(`the ${field}`, spaced(unlinked(was[field])), spaced(unlinked(is[field]))),
  )
  const both = is.place !== null && placesOf('client').includes(is.place)
  const there = requestNow.place !== null && placesOf('assistant').includes(requestNow.place)
  return [
    ...kept,
    ...words,
    ...(was !== undefined && !isAnswerRaced && [request, twin].every((hand) => isComparable('labels', hand))
      ? differs('the labels', oursIn(life)(was), oursIn(life)(is))
      : []),
    ...(both && there ? differs('the status against the request’s', requestNow.place, is.place) : []),
    ...(verdictsOn(is).length === 1 ? [] : [`${verdictsOn(is).length} notes on it`]),
    ...verdictsOn(is).flatMap(({ text }) =>
      /n'y est plus reliée|BOUCLE/.test(text) ? [`says that it is not linked: ${text.slice(0, 40)}`] : [],
    ),
    ...(relays ? copyViolations(request, is, 'client') : []),
    ...(relays ? copyViolations(twin, requestNow, 'assistant') : []),
  ]
}

function dryRunViolations({ dryRun }: History, { writes, memory }: Life): string[] {
  return [
    ...(dryRun === 'client' && writes > 0
      ? [`${writes} writes though the client’s board is in dry run`]
      : []),
    ...(dryRun === 'assistant' && memory.born.size > 0 ? ['a twin on a board in dry run'] : []),
  ]
}

function tooManyWrites({ writes, memory, mishaps, answers }: Life): string[] {
  const acts = answers.filter(({ via }) => via === 'time').length
  const most = (memory.gestures + acts) * writesPerGesture + mishaps * writesPerMishap
  return writes > most
    ? [`${writes} writes for ${memory.gestures} gestures, ${acts} acts of time and ${mishaps} mishaps`]
    : []
}

const verdictsOn = ({ comments }: Sight) =>
  comments.filter(({ text, isOurs }) => isOurs && /réf\. [2-9A-Z]{4}$/.test(text))
const differs = (what: string, should: unknown, is: unknown) =>
  isDeepStrictEqual(should, is) ? [] : [`${what} should be ${shows(should)} and is ${shows(is)}`]
/** Without what names the one task, and the minute; terms begin when something is looked at. */
const unsigned = (text: string) =>
  text.replace(
    /réf\. \w{4}$|(?<=valable jusqu'au|mets l'échéance au|à partir de|peux attendre|ce serait) [a-zéû]+ \d+ [a-zéû]+| à \d+ h( \d+)?/g,
    '',
  )
/** Without what is made of ids, which the tools choose anew each time. */
const unlinked = (text: string | null) => text?.replace(/https?:\S+ · réf\. \w{4}|réf\. \w{4}/g, '') ?? null
const spaced = (text: string | null) => text?.replace(/\s+/g, ' ').trim() ?? null
