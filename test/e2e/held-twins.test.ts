import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MadeBoard } from '#adapters/trello/sandbox/board-setup.ts'
import { eventually } from '../support/eventually.ts'
import { addOwnBoard } from '../support/own-board.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

let world: TrelloWorld
let own: MadeBoard
let ownBoardId: string
let now: string

/** The assistant's own board, which takes two twins an hour, and has one. */
beforeEach(async () => {
  now = '2027-02-01T09:00:00.000Z'
  world = await startTrelloWorld({ now: () => now })
  const board = await addOwnBoard(world, { hourlyWriteLimit: 2 })
  own = board.made
  ownBoardId = board.id
  await ask('Newsletter de mai')
})
afterEach(() => world.close())

async function ask(title: string, due?: string) {
  const card = { board: world.made.id, list: 'Demandes', title, ...(due && { due }) }
  const id = world.sandbox.people.client.createCard(card)
  await world.settled()
  const twin = world.sandbox.cards(own.id).find((card) => card.title.includes(title))
  return { id, twinId: twin?.id ?? '' }
}
const labels = (id: string) => world.sandbox.card(id)?.labels

const limit = async (subject = 'Mon tableau') => {
  const { checks } = await world.done('GET', '/doctor')
  return checks.find((check: Record<string, string>) => check.code === 'limit' && check.subject === subject)
}

it('requests beyond what the board may take in an hour get no twin until it is released, and the doctor says so', async () => {
  expect(await limit()).toMatchObject({ state: 'ok' })
  await ask('Article de blog')
  const waiting = [await ask('Page de vente'), await ask('Audit SEO')]
  expect(waiting.map(({ twinId }) => twinId)).toEqual(['', ''])
  expect(await limit()).toMatchObject({ state: 'warn' })
  now = '2027-02-01T09:20:00.000Z'
  expect(await world.done('POST', `/boards/${ownBoardId}/release`)).toEqual({ waiting: 4 })
  await world.settled()
  expect(world.sandbox.cards(own.id)).toHaveLength(4)
})

it('a twin that had to wait gets its verdict when its board is released, however long ago it was made', async () => {
  const { id, twinId } = await ask('Article de blog')
  await world.done('PATCH', `/boards/${ownBoardId}`, { hourlyWriteLimit: 1 })
  world.sandbox.people.client.editCard(id, { title: 'Newsletter de juin' })
  await world.settled()
  expect(labels(twinId)).toEqual(['Hors cadre'])
  now = '2027-02-01T09:10:00.000Z'
  await world.done('POST', `/boards/${ownBoardId}/sweep`)
  await world.settled()
  now = '2027-02-01T09:20:00.000Z'
  expect(await world.done('POST', `/boards/${ownBoardId}/release`)).toEqual({ waiting: 2 })
  await world.settled()
  expect(labels(twinId)).toEqual(['Dans le cadre'])
})

it('what the assistant rules by a label on a twin that has to wait is heard once', async () => {
  const { id, twinId } = await ask('Article de blog')
  await world.done('PATCH', `/boards/${ownBoardId}`, { hourlyWriteLimit: 1 })
  world.sandbox.people.assistant.addLabel(twinId, 'Dans le cadre')
  await eventually(
    () => labels(id),
    (shown) => shown?.join() === 'Dans le cadre',
  )
  await world.settled()
  const task = await world.taskOf(id)
  const { items } = await world.done('GET', `/tasks/${task.id}/answers`)
  expect(items.map(({ kind, via }: Record<string, string>) => [kind, via])).toEqual([['in', 'label']])
})

it('what the assistant moves reaches the client until her board has had its writes for the hour, the rest when it is released', async () => {
  const asked = [await ask('Newsletter de juin'), await ask('Newsletter de juillet')]
  now = '2027-02-01T11:00:00.000Z'
  await world.done('POST', `/boards/${ownBoardId}/release`)
  await world.settled()
  await world.done('PATCH', `/boards/${ownBoardId}`, { hourlyWriteLimit: 100 })
  await world.done('PATCH', `/boards/${world.boardId}`, { hourlyWriteLimit: 1 })
  now = '2027-02-01T14:00:00.000Z'
  const twins = world.sandbox.cards(own.id)
  expect(twins).toHaveLength(1 + asked.length)
  for (const { id } of twins) {
    world.sandbox.people.assistant.moveCard(id, 'Livré')
    await world.settled()
  }
  const delivered = () => world.sandbox.cards(world.made.id).filter(({ list }) => list === 'Terminé')
  expect(delivered()).toHaveLength(1)
  expect(await limit('Claire')).toMatchObject({ state: 'warn' })
  now = '2027-02-01T14:20:00.000Z'
  await world.done('PATCH', `/boards/${world.boardId}`, { hourlyWriteLimit: 2 })
  await world.done('POST', `/boards/${world.boardId}/release`)
  await world.settled()
  expect(delivered()).toHaveLength(3)
})

it('comments are passed on until the board that gets them has had its writes for the hour, the rest when it is released', async () => {
  await world.done('PATCH', `/boards/${world.boardId}`, { relays: true })
  const cards = [await ask('Article de blog')]
  now = '2027-02-01T11:00:00.000Z'
  cards.push(await ask('Newsletter de juin'), await ask('Newsletter de juillet'))
  now = '2027-02-01T13:00:00.000Z'
  for (const { id } of cards) {
    world.sandbox.people.client.comment(id, 'Bonjour !')
    await world.settled()
  }
  const passedOn = () =>
    cards.filter(({ twinId }) =>
      world.sandbox.card(twinId)?.comments.some(({ text }) => /Bonjour/u.test(text)),
    )
  expect(passedOn()).toHaveLength(2)
  expect(await limit()).toMatchObject({ state: 'warn' })
  now = '2027-02-01T13:10:00.000Z'
  await world.done('POST', `/boards/${ownBoardId}/release`)
  await world.settled()
  expect(passedOn()).toHaveLength(3)
})

describe('pairs of boards that are linked again', () => {
  const link = async (twinBoardId: string | null) => {
    await world.done('PATCH', `/boards/${world.boardId}`, { twinBoardId })
    await world.settled()
  }
  const isVerdict = (text: string) => text.includes('Pourquoi :')
  /** Of each twin: does its note hold the verdict again? */
  const notes = () =>
    world.sandbox.cards(own.id).map(({ comments }) => comments.some(({ text }) => isVerdict(text)))
  const states = async () => {
    const { items } = await world.done('GET', `/tasks?boardId=${world.boardId}`)
    const tasks = items.map(({ id }: { id: string }) => world.done('GET', `/tasks/${id}`))
    return (await Promise.all(tasks)).map(({ twin }) => twin.state)
  }
  beforeEach(async () => {
    await ask('Article de blog')
    await link(null)
    expect(notes()).toEqual([false, false])
  })

  it('go on once their board is released, if it has had its writes for the hour', async () => {
    await world.done('PATCH', `/boards/${ownBoardId}`, { hourlyWriteLimit: 1 })
    await link(ownBoardId)
    expect(notes()).toEqual([false, false])
    now = '2027-02-01T09:20:00.000Z'
    await world.done('PATCH', `/boards/${ownBoardId}`, { hourlyWriteLimit: 2 })
    expect(await world.done('POST', `/boards/${ownBoardId}/release`)).toEqual({ waiting: 2 })
    await world.settled()
    expect([notes(), await states()]).toEqual([
      [true, true],
      ['linked', 'linked'],
    ])
  })

  it('go on once their board is written to, if it was in dry run', async () => {
    now = '2027-02-01T11:00:00.000Z'
    await world.done('PATCH', `/boards/${ownBoardId}`, { mode: 'dry-run' })
    await link(ownBoardId)
    expect(notes()).toEqual([false, false])
    await world.done('PATCH', `/boards/${ownBoardId}`, { mode: 'apply' })
    await world.settled()
    expect([notes(), await states()]).toEqual([
      [true, true],
      ['linked', 'linked'],
    ])
  })
})

it('a move that says something is heard once, however long it has to wait for the client’s board', async () => {
  await world.done('PATCH', `/boards/${ownBoardId}`, { mapping: { answers: { in_progress: 'confirm' } } })
  const { id, twinId } = await ask('3 visuels Canva', '2027-02-01T15:00:00.000Z')
  await world.done('PATCH', `/boards/${world.boardId}`, { hourlyWriteLimit: 1 })
  world.sandbox.people.assistant.moveCard(twinId, 'En cours')
  await world.settled()
  world.sandbox.people.assistant.comment(twinId, '/impossible')
  await world.settled()
  const task = await world.taskOf(id)
  const { items } = await world.done('GET', `/tasks/${task.id}/answers`)
  expect(items.map(({ kind, via }: Record<string, string>) => [kind, via])).toEqual([
    ['confirm', 'status'],
    ['decline', 'comment'],
  ])
  expect(world.sandbox.card(id)?.list).toBe('Demandes')
  now = '2027-02-01T09:20:00.000Z'
  await world.done('POST', `/boards/${world.boardId}/release`)
  await world.settled()
  expect(world.sandbox.card(id)?.list).toBe('En cours')
})
