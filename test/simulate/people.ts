import { type Filled, ownLabel, type Sight, type SimulatedBoard } from './boards/board.ts'
import { handLabel, subjectOf } from './hand-labels.ts'
import type { Gesture, Side } from './history.ts'
import { type Asked, type Hand, type Memory, madeFor, newHand, type Telling } from './memory.ts'
import { type Meaning, phraseOf, placeAnswers } from './phrases.ts'
import { serviceLabel } from './service-labels.ts'
import { filledOf, isShortNotice } from './words.ts'
import type { World } from './world.ts'

/**
 * Somebody does something.
 * @returns what was done as it can be done again elsewhere, or null where it could not be done
 */
export function act(gesture: Gesture, world: World, memory: Memory, again?: string): string | null {
  if (gesture.does === 'ask') return ask(gesture, world, memory)
  if (gesture.does === 'tell') return null // Only by the service (`tell.ts`).
  if (gesture.does === 'note') return note(gesture.side, world, memory)
  const asked = memory.asked[gesture.of % Math.max(1, memory.asked.length)]
  const board = world.boards[gesture.side]
  const hand = gesture.side === 'client' ? asked?.request : asked?.twin
  const sight = hand && !hand.isDeleted ? board?.see(hand.id) : null
  if (!asked || !board || !hand || !sight) return null
  if (hand.isArchived && gesture.does !== 'restore' && gesture.does !== 'delete') return null
  const told = tellingOf(asked, world, memory)
  const done = doIt(gesture, { world, board, hand, asked, sight, again, memory, told })
  if (done !== null) hand.done.push({ epoch: memory.epoch, step: memory.step, what: whatIs(gesture) })
  return done
}

/** What says nothing from whoever says it is talk. */
function whatIs(gesture: OnTask): string {
  // Which service it is belongs to what is asked.
  if (gesture.does === 'choose') return 'edit'
  if (gesture.does !== 'answer') return gesture.does
  const meaning = phraseOf(gesture.phrase).means[gesture.by]
  if (meaning === null) return 'say'
  if (meaning.kind === 'accept') return 'accept'
  return ['in', 'out', 'service'].includes(meaning.kind) ? 'teach' : 'answer'
}

function tellingOf({ request, twin }: Asked, { boards }: World, { step }: Memory): Telling {
  const card = boards.client.see(request.id)
  const other = twin === null ? null : boards.assistant?.see(twin.id)
  return {
    step,
    labels: card?.labels ?? [],
    estimate: card?.estimate ?? null,
    places: { client: card?.place ?? null, assistant: other?.place ?? null },
  }
}

function ask(gesture: Extract<Gesture, { does: 'ask' }>, { boards, house }: World, memory: Memory): string {
  const at = house.clock.ms()
  const { title = 'Newsletter', due, ...others } = filledOf(gesture, at)
  const id = boards.client.ask('client', { title, ...others, ...(due && { due }) })
  isAsked({ id, reference: null, title, due: due ? { at: due, setAt: at } : null }, memory)
  return ''
}

/** A request that there is from now on, on the board or by another way. */
export function isAsked(
  { id, title, ...what }: Pick<Asked, 'reference' | 'due'> & { readonly id: string; readonly title: string },
  memory: Memory,
): void {
  const request = newHand(id)
  request.done.push({ epoch: memory.epoch, step: memory.step, what: 'edit' })
  const asked: Asked = { ...what, request, twin: null, versions: [] }
  memory.asked.push(asked)
  isAskedAs(title, asked, memory)
}

function isAskedAs(title: string, { request, due, versions }: Asked, { step }: Memory): void {
  const service = request.services.at(-1) ?? null
  versions.push({ step, title, due: due?.at ?? null, isShort: isShortNotice(due), service })
}

function note(side: Side, { boards }: World, memory: Memory): string | null {
  const board = boards[side]
  if (board === null) return null
  memory.notes.add(board.ask('assistant', { title: 'Penser à la facture' }))
  return ''
}

interface Scene {
  readonly world: World
  readonly board: SimulatedBoard
  readonly hand: Hand
  readonly asked: Asked
  readonly sight: Sight
  readonly again: string | undefined
  readonly memory: Memory
  readonly told: Telling
}

type OnTask = Exclude<Gesture, { does: 'ask' | 'tell' | 'note' }>

function doIt(gesture: OnTask, scene: Scene): string | null {
  const { board, hand, sight, world } = scene
  const { side } = gesture
  const { id } = hand
  switch (gesture.does) {
    case 'edit':
      return edit(gesture, scene)
    case 'move':
      if (!board.holds.includes(gesture.to) || sight.place === gesture.to) return null
      board.move(side, id, gesture.to)
      hand.place = gesture.to
      hand.moves.push({ to: gesture.to, told: scene.told })
      if (world.listMoves) doubtHands(scene.asked, isAnsweredBy(placeAnswers[side][gesture.to] ?? null))
      return ''
    case 'say':
      say(scene, { by: side, words: talk(scene, side, gesture.toClient), ...gesture })
      if (gesture.twice) say(scene, { by: side, words: talk(scene, side, gesture.toClient), ...gesture })
      return ''
    case 'answer':
      say(scene, { ...gesture, ...answerOf(scene, gesture) })
      if (isAnswer(whatIs(gesture))) doubtHands(scene.asked)
      return ''
    case 'correct':
    case 'unsay': {
      const saying = hand.sayings.findLast(({ isDeleted }) => !isDeleted)
      if (saying === undefined) return null
      if (gesture.does === 'unsay') {
        board.unsay(saying.by, saying.id)
        saying.isDeleted = true
        return ''
      }
      saying.text = `${saying.text} !`
      board.correct(saying.by, saying.id, saying.text)
      return ''
    }
    case 'tag':
    case 'untag':
      if (hand.isTagged === (gesture.does === 'tag')) return null
      board[gesture.does](side, id, ownLabel)
      hand.isTagged = gesture.does === 'tag'
      return ''
    case 'overrule': {
      const label = scene.again ?? sight.labels.find((each) => world.ourLabels.has(each))
      if (label === undefined || !sight.labels.includes(label)) return null
      takeOff(label, scene, side)
      return label
    }
    case 'rule':
      return rule(gesture, scene)
    case 'choose':
      return choose(gesture, scene)
    case 'archive':
    case 'restore':
      if (hand.isArchived === (gesture.does === 'archive')) return null
      board[gesture.does](side, id)
      hand.isArchived = gesture.does === 'archive'
      return ''
    case 'delete':
      board.delete(side, id)
      hand.isDeleted = true
      return ''
  }
}

/** What is said at the same time may be seen first: then it is as if it had been said after. */
function takeOff(label: string, scene: Scene, by: Side): void {
  const { board, hand, told } = scene
  board.untag(by, hand.id, label)
  hand.touched.push({ label, change: 'removed', told })
  hand.put = hand.put.filter((each) => each !== label)
  if (isJustAnswered(scene, label)) hand.unsure.push(label)
  else hand.overruled.push(label)
}

/** @returns what was taken off for it */
function rule(
  { side, label: number, instead }: Extract<Gesture, { does: 'rule' }>,
  scene: Scene,
): string | null {
  const { board, hand, asked, sight, told, again } = scene
  const { name, about } = handLabel(number)
  const label = name.toLowerCase()
  if (sight.labels.includes(label)) return null
  const rivals = sight.labels.filter((each) => about !== null && subjectOf(each) === about)
  const off = again === undefined ? (instead ? rivals : []) : again.split('|')
  for (const each of off.filter((rival) => sight.labels.includes(rival))) takeOff(each, scene, side)
  board.tag(side, hand.id, name)
  hand.touched.push({ label, change: 'added', told })
  for (const each of handsOf(asked)) {
    each.put = each.put.filter((other) => about === null || subjectOf(other) !== about)
    // What it was taken off for holds no longer; whether it stays off the other side nobody has decided.
    if (each !== hand && each.overruled.includes(label)) each.unsure.push(label)
    each.overruled = each.overruled.filter((other) => other !== label)
  }
  hand.unsure = hand.unsure.filter((other) => other !== label)
  if (isJustAnswered(scene, label) || isJustTakenOff(scene)) hand.unsure.push(label)
  else hand.put.push(label)
  return off.join('|')
}

/** No service twice: whether a request that is again what it was is the same one, the documents leave open. */
function choose(
  { side, service }: Extract<Gesture, { does: 'choose' }>,
  { world, board, hand, asked, sight, memory }: Scene,
): string | null {
  const { name } = serviceLabel(service)
  if (hand.services.includes(name)) return null
  const former = hand.services.at(-1)
  if (former !== undefined) board.untag(side, hand.id, former)
  board.tag(side, hand.id, name)
  hand.services.push(name)
  askAnew(asked, {}, sight, memory, world.house.clock.ms())
  return ''
}

/** Words about a verdict may take the place of what was done to its labels before. */
function doubtHands(asked: Asked, isMeant: (label: string) => boolean = () => true): void {
  for (const hand of handsOf(asked)) {
    hand.unsure.push(...[...hand.overruled, ...hand.put].filter(isMeant))
    hand.overruled = hand.overruled.filter((label) => !isMeant(label))
    hand.put = hand.put.filter((label) => !isMeant(label))
  }
}

/** Is a label about what a move to another list answers? A yes to a price is one to the work as well. */
const isAnsweredBy = (said: Meaning | null) => (label: string) => {
  const subject = subjectOf(label)
  return said !== null && (subject === 'urgency' || (subject === 'scope' && said.kind === 'accept'))
}

const isAnswer = (what: string) => ['answer', 'accept', 'teach'].includes(what)

const handsOf = ({ request, twin }: Asked) => (twin === null ? [request] : [request, twin])

/** Where moves say something, it is about the urgency. */
const isJustAnswered = ({ asked, memory, world }: Scene, label: string) =>
  handsOf(asked).some(({ done }) =>
    done.some(
      ({ epoch, what }) =>
        epoch === memory.epoch &&
        (isAnswer(what) ||
          what === 'rule' ||
          (what === 'move' && world.listMoves && subjectOf(label) === 'urgency')),
    ),
  )

/** Taken off and put back between two looks is no change, and a request that was edited meanwhile is judged anew. */
const isJustTakenOff = ({ hand, asked, memory }: Scene) =>
  hasDone('overrule', hand, memory) && hasDone('edit', asked.request, memory)

const hasDone = (what: string, { done }: Hand, memory: Memory) =>
  done.some((each) => each.epoch === memory.epoch && each.what === what)

/** How everything begins that says more than it has to. */
function talk(
  { world }: Scene,
  by: Side,
  toClient: boolean,
): { readonly token: string; readonly text: string } {
  const token = `${by === 'client' ? 'C' : 'A'}${Math.floor(world.house.clock.ms() / 60_000)}`
  return { token, text: `${toClient ? '>> ' : ''}${token}, bonjour` }
}

/** A command stands on a line of its own below other words, plain words stand alone. */
function answerOf(scene: Scene, { by, phrase, toClient }: Extract<Gesture, { does: 'answer' }>) {
  const { words, isCommand } = phraseOf(phrase)
  if (!isCommand) return { words: { token: null, text: words }, toClient: false }
  const { token, text } = talk(scene, by, toClient)
  return { words: { token, text: `${text}\n${words}` }, toClient }
}

interface Spoken {
  readonly by: Side
  readonly words: { readonly token: string | null; readonly text: string }
  readonly toClient: boolean
  readonly phrase?: number
}

function say({ board, hand, told }: Scene, { by, words, toClient, phrase }: Spoken): void {
  const id = board.say(by, hand.id, words.text)
  hand.sayings.push({ id, by, ...words, toClient, phrase: phrase ?? null, told, isDeleted: false })
}

function edit(
  gesture: Extract<Gesture, { does: 'edit' }>,
  { world, board, hand, asked, sight, memory }: Scene,
): string | null {
  const at = world.house.clock.ms()
  const filled = filledOf(gesture, at)
  const changes = Object.entries(filled).filter(([field, word]) => sight[field as keyof Filled] !== word)
  if (changes.length === 0) return null
  board.edit(gesture.side, hand.id, filled)
  if (gesture.side === 'assistant') own(hand, Object.fromEntries(changes), sight)
  else askAnew(asked, filled, sight, memory, at)
  const request = world.boards.client.see(asked.request.id)
  // What both say is nobody's own, and follows from then on.
  if (asked.twin !== null && request !== null) asked.twin.words = differing(asked.twin.words, request)
  return ''
}

function askAnew(asked: Asked, { title, due }: Filled, sight: Sight, memory: Memory, at: number): void {
  for (const hand of handsOf(asked)) {
    hand.overruled = []
    hand.unsure = []
    hand.put = []
  }
  if (due !== undefined) asked.due = due === null ? null : { at: due, setAt: at }
  isAskedAs(title ?? sight.title, asked, memory)
}

/** The assistant's words are hers, but where she puts back what stood there before. */
function own(hand: Hand, changed: Filled, sight: Sight): void {
  Object.assign(hand.before, { ...pick(sight, changed), ...hand.before })
  hand.words = differing({ ...hand.words, ...changed }, hand.before)
}

const differing = (words: Filled, others: Filled): Filled =>
  Object.fromEntries(Object.entries(words).filter(([field, word]) => others[field as keyof Filled] !== word))

const pick = (sight: Sight, fields: Filled): Filled =>
  Object.fromEntries(Object.keys(fields).map((field) => [field, sight[field as keyof Filled]]))

/** What has come to be on either board by nobody's hand: people see which request it is for. */
export function notice({ boards }: World, memory: Memory): void {
  for (const asked of memory.asked.filter(({ request }) => request.id === ''))
    asked.request.id = madeFor(asked, boards.client.all())[0]?.id ?? ''
  for (const sight of boards.assistant?.all() ?? []) {
    if (memory.notes.has(sight.id) || memory.born.has(sight.id)) continue
    const asked = memory.asked.find(({ request }) => {
      const url = boards.client.see(request.id)?.url
      return url !== undefined && sight.text.includes(url)
    })
    memory.born.set(sight.id, asked ?? null)
    if (asked !== undefined) asked.twin ??= newHand(sight.id)
  }
}
