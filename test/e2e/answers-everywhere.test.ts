import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Move,
  machines,
  quoteStateOf,
  type UrgentState,
  urgentStateOf,
} from '#policies/answers/states.ts'
import { weekdays } from '#policies/calendar.ts'
import { createTaskStore } from '../../src/store/tasks.ts'
import type { Side } from '../simulate/history.ts'
import { type House, openHouse } from '../simulate/house.ts'
import { newMemory } from '../simulate/memory.ts'
import { createPlayer } from '../simulate/player.ts'
import { saidToClient } from '../simulate/says.ts'
import { openWorld } from '../simulate/world.ts'

/** Work never ends, so that time passes at once; a day has gone by before anything else falls due. */
const hours = { week: Object.fromEntries(weekdays.map((day) => [day, ['00:00-24:00']])) }

let house: House
beforeAll(async () => {
  house = await openHouse({ hours })
})
afterAll(() => house.close())

type Word = 'confirm' | 'decline' | 'quote' | 'accept' | 'wait' | 'refuse'
const words: Readonly<Record<'fr' | 'en', Readonly<Record<Word, readonly [string, string]>>>> = {
  fr: {
    confirm: ['/confirmer', 'Je confirme !'],
    decline: ['/impossible', 'Je ne peux pas, merci'],
    quote: ['/devis 120', '/devis 120,00 €'],
    accept: ['/accepter', 'D’accord, merci !'],
    wait: ['/attendre', 'Je peux attendre'],
    refuse: ['/annuler', 'Non merci'],
  },
  en: {
    confirm: ['/confirm', "I'm available"],
    decline: ['/decline', 'Not possible'],
    quote: ['/quote 120', '/quote €120.00'],
    accept: ['/accept', 'Yes please'],
    wait: ['/wait', 'No rush, thanks'],
    refuse: ['/refuse', 'Never mind'],
  },
}
const isWord = (step: string | number): step is Word => typeof step === 'string'
const byAssistant = (word: Word) => word === 'confirm' || word === 'decline' || word === 'quote'

/**
 * What people say, and how many hours pass between: four urgent requests in which every step of both machines is taken.
 * Urgent work is recalled after 1 h and given up after 4, a price after 16 and 80.
 */
const tours: readonly (readonly (Word | number)[])[] = [
  [
    ...([1.1, 'accept', 'confirm', 'decline', 'confirm', 'wait', 'quote', 'accept', 'refuse'] as const),
    ...(['quote', 'quote', 'wait', 'refuse', 'wait', 'quote', 'refuse', 'quote', 'refuse'] as const),
    ...(['quote', 'decline', 'wait', 'accept', 'refuse', 'quote', 'confirm', 'refuse'] as const),
    ...([
      'quote',
      'decline',
      'refuse',
      'quote',
      1.1,
      3,
      'confirm',
      'refuse',
      'quote',
      4.1,
      'decline',
    ] as const),
    ...(['refuse', 'quote', 4.1, 'wait', 'quote', 'refuse', 'quote', 4.1, 'refuse'] as const),
    ...(['quote', 17, 70, 'quote', 81, 'wait', 'quote', 81, 'refuse'] as const),
    ...(['quote', 'accept', 'wait', 'accept'] as const),
  ],
  ['wait'],
  ['refuse'],
  ['quote'],
]

const allSteps = Object.entries(machines).flatMap(([question, machine]) =>
  Object.entries(machine).flatMap(([from, moves]) =>
    Object.entries(moves as Partial<Record<Move, string>>).map(
      ([move, to]) => `${question}: ${from} ${move} ${to}`,
    ),
  ),
)

function labelsFor(urgent: UrgentState): string[] {
  if (urgent === 'waiting' || urgent === 'declined' || urgent === 'refused') return []
  return [urgent === 'confirmed' ? 'urgent · confirmé' : 'urgent · dispo à confirmer']
}

describe.each([
  ['trello', 'notion', 'fr'],
  ['notion', 'clickup', 'en'],
  ['clickup', 'trello', 'fr'],
] as const)('a client in %s, the assistant in %s, words in %s', (client, assistant, language) => {
  it('bring an urgent request and its price to every state, by every step', async () => {
    const tools = { client, assistant }
    const world = await openWorld(house, { tools, dryRun: null, relays: false, steps: [] })
    const player = createPlayer(world, newMemory(), true)
    const tasks = createTaskStore(house.store.db)
    const taken = new Set<string>()
    let said = 0

    const boardOf = (side: Side) => {
      const board = world.boards[side]
      if (board === null) throw new Error('there is no such board')
      return board
    }
    const say = (side: Side, id: string, word: Word) => {
      said += 1
      // In turns a command and plain words; the assistant in turns at home and under the client's card.
      const text = words[language][word][said % 2] ?? ''
      const twin = boardOf('assistant').all().at(-1)
      const isAtHome = side === 'assistant' && said % 4 < 2
      if (isAtHome && twin !== undefined) boardOf('assistant').say(side, twin.id, text)
      else boardOf('client').say(side, id, text)
    }
    const stateOf = async (id: string) => {
      const stored = await tasks.find({ connectionId: `con_${client}`, taskId: id })
      if (stored === null) throw new Error('nobody knows it')
      const { answers } = stored.facts
      return { urgent: urgentStateOf(answers), quote: quoteStateOf(answers), isNamed: answers.quote !== null }
    }
    const answersOf = async (id: string) => {
      const stored = await tasks.find({ connectionId: `con_${client}`, taskId: id })
      const rows = await house.store.db
        .selectFrom('answers')
        .selectAll()
        .where('task_id', '=', stored?.id ?? '')
        .orderBy('revision')
        .execute()
      return rows.map(({ said }) => said)
    }

    for (const tour of tours) {
      house.clock.pass(60)
      const due = new Date(house.clock.ms() + 20 * 3_600_000).toISOString()
      const id = boardOf('client').ask('client', { title: 'Newsletter', due })
      await player.settle()
      let { isNamed: _, ...before } = await stateOf(id)
      let known = 0
      for (const step of tour) {
        house.clock.pass(isWord(step) ? 1 : step * 60)
        if (isWord(step)) say(byAssistant(step) ? 'assistant' : 'client', id, step)
        else
          await world.jobs.queue.sweep([{ id: world.boardIds.client ?? '', connectionId: `con_${client}` }], {
            full: false,
          })
        await player.settle()
        const answers = await answersOf(id)
        // Each answer by itself: of several that time has given at once, each is a step.
        for (const answer of answers.slice(known)) {
          const about = 'question' in answer ? [answer.question] : (['urgent', 'quote'] as const)
          for (const question of about) {
            const to = (machines[question] as Record<string, Partial<Record<Move, string>>>)[
              before[question]
            ]?.[answer.kind]
            if (to === undefined) continue
            taken.add(`${question}: ${before[question]} ${answer.kind} ${to}`)
            before = { ...before, [question]: to }
          }
        }
        expect(answers.length, `${step} was heard`).toBeGreaterThan(known)
        known = answers.length
        const { isNamed, ...now } = await stateOf(id)
        expect(now, `after ${step}`).toEqual(before)
        const seen = boardOf('client').see(id)
        const twin = boardOf('assistant').all().at(-1)
        for (const sight of [seen, twin])
          expect(
            sight?.labels.filter((label) => label.startsWith('urgent')),
            `after ${step}`,
          ).toEqual(labelsFor(now.urgent))
        const ours = (seen?.comments ?? []).filter(({ isOurs, text }) => isOurs && /réf\. \w{4}$/.test(text))
        expect(ours.map(({ text }) => text)).toEqual([expect.stringMatching(saidToClient(now, isNamed))])
      }
    }
    expect(allSteps.filter((step) => !taken.has(step))).toEqual([])
  })
})
