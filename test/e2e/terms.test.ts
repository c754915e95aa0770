import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MadeBoard } from '#adapters/trello/sandbox/board-setup.ts'
import { addOwnBoard } from '../support/own-board.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

/** Monday 1 February 2027, 9:00 in Paris; goes on only when told to. */
let clock: number
let world: TrelloWorld
let own: MadeBoard

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']
const hours = {
  timeZone: 'Europe/Paris',
  week: Object.fromEntries(days.map((day) => [day, ['09:00-18:00']])),
}

async function start(client: { language?: 'fr' | 'en'; address?: 'tu' | 'vous' } = {}) {
  clock = Date.parse('2027-02-01T08:00:00.000Z')
  world = await startTrelloWorld({
    now: () => new Date(clock++).toISOString(),
    client,
    policy: (rules) => ({ ...rules, hours }),
  })
  own = (await addOwnBoard(world, { lists: ['À faire', 'En cours'] })).made
}
beforeEach(() => start())
afterEach(() => world.close())

const see = (id: string) => {
  const card = world.sandbox.card(id)
  if (card === null) throw new Error('the card is gone')
  return card
}
const ask = async (title: string, inHours?: number) => {
  const due = inHours && { due: new Date(clock + inHours * 3_600_000).toISOString() }
  const id = world.sandbox.people.client.createCard({
    board: world.made.id,
    list: 'Demandes',
    title,
    ...due,
  })
  await world.settled()
  return id
}
const says = async (who: 'client' | 'assistant', id: string, text: string) => {
  world.sandbox.people[who].comment(id, text)
  await world.settled()
}
/** Time goes by, and the sweep comes round. */
const pass = async (hoursPassed: number) => {
  clock += hoursPassed * 3_600_000
  await world.service.api('POST', `/api/v1/boards/${world.boardId}/sweep`)
  await world.settled()
}
const verdict = (id: string) =>
  see(id)
    .comments.map(({ text }) => text)
    .find((text) => /r[ée]f\. \w{4}$/.test(text)) ?? ''
const note = () => {
  const [twin] = world.sandbox.cards(own.id)
  return twin === undefined ? '' : verdict(twin.id)
}
const answersTo = async (id: string) => {
  const task = await world.taskOf(id)
  const { body } = await world.service.api('GET', `/api/v1/tasks/${task.id}/answers`)
  return body.items.map(({ kind, question }: { kind: string; question?: string }) =>
    question === undefined ? kind : `${kind} ${question}`,
  )
}

describe('an urgent request that nobody confirms', () => {
  it('is recalled once to the assistant, then ends kindly on both sides, and may still be confirmed', async () => {
    const id = await ask('3 visuels Canva', 20)
    const before = verdict(id)
    await pass(0.9)
    expect(note()).not.toContain('Rappel')
    await pass(0.2)
    expect(note()).toContain('Rappel : Claire attend que tu confirmes')
    expect(verdict(id)).toBe(before)
    await pass(2)
    expect(await answersTo(id)).toEqual(['remind urgent'])

    await pass(1)
    expect(verdict(id)).toContain("Je n'ai malheureusement pas pu te confirmer à temps ma disponibilité")
    expect(see(id).labels.some((label) => label.startsWith('+'))).toBe(false)
    expect(note()).toContain('Délai dépassé')
    await pass(48)
    expect(await answersTo(id)).toEqual(['remind urgent', 'expire urgent'])
    expect(see(id).comments).toHaveLength(1)

    await says('assistant', id, '/confirmer')
    expect(see(id).labels).toContain('Urgent · confirmé')
  })

  it('is over at its due date, though the term has not run out', async () => {
    const id = await ask('3 visuels Canva', 2)
    await pass(1.1)
    await pass(1)
    expect(await answersTo(id)).toEqual(['remind urgent', 'expire urgent'])
  })

  it('waits for working hours, however long that is', async () => {
    clock = Date.parse('2027-02-05T16:30:00.000Z') // Friday, half an hour before the end
    const id = await ask('3 visuels Canva', 23)
    await pass(1)
    await pass(40)
    expect(await answersTo(id)).toEqual([])
    clock = Date.parse('2027-02-08T07:59:00.000Z')
    await pass(0)
    expect(await answersTo(id)).toEqual([])
    await pass(0.1)
    expect(await answersTo(id)).toEqual(['expire urgent'])
  })

  it('is left alone once it is confirmed, done, or waited for', async () => {
    const ids = [
      await ask('3 visuels Canva', 20),
      await ask('2 visuels Canva', 20),
      await ask('Un visuel', 20),
    ]
    const [confirmed = '', done = '', waiting = ''] = ids
    await says('assistant', confirmed, '/confirmer')
    world.sandbox.people.client.moveCard(done, 'Terminé')
    await says('client', waiting, 'Je peux attendre')
    await pass(5)
    await pass(24)
    for (const id of [confirmed, done, waiting])
      expect((await answersTo(id)).filter((each: string) => / urgent$/.test(each))).toEqual([])
  })
})

describe('a price that the client does not answer', () => {
  it.each([
    [{ language: 'fr', address: 'tu' }, 'valable jusqu', 'Un petit rappel', 'que je te proposais'],
    [{ language: 'en' }, 'until', 'A gentle reminder', 'no longer stands'],
  ] as const)(
    'is recalled once to the client and then lapses, for %j',
    async (client, until, reminder, end) => {
      await world.close()
      await start(client)
      const id = await ask(client.language === 'en' ? 'Blog post' : 'Article de blog')
      await says('assistant', id, '/devis 120')
      expect(verdict(id)).toContain(until)
      await pass(24)
      await pass(24)
      expect(verdict(id)).toContain(reminder)
      expect(note()).toContain('Claire a reçu un rappel')
      await pass(24)
      for (let day = 0; day < 9; day += 1) await pass(24)
      expect(verdict(id)).toContain(end)
      expect(note()).toContain("n'est plus proposé")
      expect(await answersTo(id)).toEqual(['quote', 'remind quote', 'expire quote'])
      expect(see(id).comments.filter(({ text }) => /r[ée]f\. \w{4}$/.test(text))).toHaveLength(1)

      await says('client', id, 'D’accord')
      expect(await answersTo(id)).toHaveLength(3)
      await says('assistant', id, '/devis 130')
      expect(verdict(id)).toMatch(/130[,.]00/)
      await says('client', id, client.language === 'en' ? 'go ahead' : 'Je valide')
      expect((await answersTo(id)).at(-1)).toBe('accept')
    },
  )
})

it('what time did is told in the request’s timeline', async () => {
  const id = await ask('3 visuels Canva', 20)
  await pass(1.1)
  const task = await world.taskOf(id)
  const { body } = await world.service.api('GET', `/api/v1/tasks/${task.id}/timeline`)
  const told = body.items.map(({ words }: { words: string }) => words)
  expect(told.join()).toContain('Rappel : la disponibilité en urgence est encore à confirmer.')
})
