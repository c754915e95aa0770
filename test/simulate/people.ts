import { type Filled, ownLabel, type Sight, type SimulatedBoard } from './boards/board.ts'
import type { Gesture, Side } from './history.ts'
import { type Asked, type Hand, type Memory, newHand } from './memory.ts'
import { filledOf } from './words.ts'
import type { World } from './world.ts'

/**
 * Somebody does something.
 * @returns what was done as it can be done again elsewhere, or null where it could not be done
 */
export function act(gesture: Gesture, world: World, memory: Memory, again?: string): string | null {
  if (gesture.does === 'ask') return ask(gesture, world, memory)
  if (gesture.does === 'note') return note(gesture.side, world, memory)
  const asked = memory.asked[gesture.of % Math.max(1, memory.asked.length)]
  const board = world.boards[gesture.side]
  const hand = gesture.side === 'client' ? asked?.request : asked?.twin
  const sight = hand && !hand.isDeleted ? board?.see(hand.id) : null
  if (!asked || !board || !hand || !sight) return null
  if (hand.isArchived && gesture.does !== 'restore' && gesture.does !== 'delete') return null
  const done = doIt(gesture, { world, board, hand, asked, sight, again })
  if (done !== null) hand.done.push({ epoch: memory.epoch, what: gesture.does })
  return done
}

function ask(gesture: Extract<Gesture, { does: 'ask' }>, { boards, house }: World, memory: Memory): string {
  const at = house.clock.ms()
  const { title = 'Newsletter', due, ...others } = filledOf(gesture, at)
  const id = boards.client.ask('client', { title, ...others, ...(due && { due }) })
  const request = newHand(id)
  request.done.push({ epoch: memory.epoch, what: 'edit' })
  memory.asked.push({ request, twin: null, due: due ? { at: due, setAt: at } : null })
  return ''
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
}

type OnTask = Exclude<Gesture, { does: 'ask' | 'note' }>

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
      return ''
    case 'say': {
      const token = `${side === 'client' ? 'C' : 'A'}${world.house.clock.ms() / 60_000}`
      const text = `${gesture.toClient ? '>> ' : ''}${token}, bonjour`
      hand.sayings.push({
        id: board.say(side, id, text),
        token,
        toClient: gesture.toClient,
        text,
        isDeleted: false,
      })
      return ''
    }
    case 'correct':
    case 'unsay': {
      const saying = hand.sayings.findLast(({ isDeleted }) => !isDeleted)
      if (saying === undefined) return null
      if (gesture.does === 'unsay') {
        board.unsay(side, saying.id)
        saying.isDeleted = true
        return ''
      }
      saying.text = `${saying.text} !`
      board.correct(side, saying.id, saying.text)
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
      board.untag(side, id, label)
      hand.overruled.push(label)
      return label
    }
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

function edit(
  gesture: Extract<Gesture, { does: 'edit' }>,
  { world, board, hand, asked, sight }: Scene,
): string | null {
  const at = world.house.clock.ms()
  const filled = filledOf(gesture, at)
  const changes = Object.entries(filled).filter(([field, word]) => sight[field as keyof Filled] !== word)
  if (changes.length === 0) return null
  board.edit(gesture.side, hand.id, filled)
  if (gesture.side === 'assistant') {
    own(hand, Object.fromEntries(changes), sight)
    return ''
  }
  hand.overruled = []
  if (asked.twin !== null) asked.twin.overruled = []
  if (filled.due !== undefined) asked.due = filled.due === null ? null : { at: filled.due, setAt: at }
  return ''
}

/** The assistant's words are hers, but where she puts back what stood there before. */
function own(hand: Hand, changed: Filled, sight: Sight): void {
  Object.assign(hand.before, { ...pick(sight, changed), ...hand.before })
  const words = { ...hand.words, ...changed }
  const kept = Object.entries(words).filter(([field, word]) => hand.before[field as keyof Filled] !== word)
  hand.words = Object.fromEntries(kept)
}

const pick = (sight: Sight, fields: Filled): Filled =>
  Object.fromEntries(Object.keys(fields).map((field) => [field, sight[field as keyof Filled]]))

/** What has come to be on the assistant's board by nobody's hand: people see whose twin it is. */
export function notice({ boards }: World, memory: Memory): void {
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
