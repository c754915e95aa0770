import { afterEach, beforeEach, expect, it } from 'vitest'
import { addOwnBoard, type OwnBoard, watchOwnBoard } from '../support/own-board.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

let world: TrelloWorld
let own: OwnBoard
let ownBoardId: string
let now: string

beforeEach(async () => {
  now = '2027-02-01T09:00:00.000Z'
  world = await startTrelloWorld({ now: () => now })
  own = await addOwnBoard(world, { relays: true })
  ownBoardId = own.id
})
afterEach(() => world.close())

const watchOwn = () => watchOwnBoard(world, own, { relays: true })

async function ask(title: string): Promise<string> {
  const id = world.sandbox.people.client.createCard({ board: world.made.id, list: 'Demandes', title })
  await world.settled()
  return id
}

it('a twin of the assistant’s board that was forgotten and is watched again is found, and its labels rule nothing', async () => {
  const id = await ask('Article de blog')
  const { id: taskId } = await world.taskOf(id)
  await world.done('DELETE', `/boards/${ownBoardId}`)
  world.sandbox.people.client.editCard(id, { title: 'Newsletter de juin' })
  await world.settled()
  await watchOwn()
  await world.done('POST', `/tasks/${taskId}/look`)
  await world.settled()
  const twins = world.sandbox.cards(own.made.id)
  expect(twins.map(({ title, labels }) => [title, labels])).toEqual([
    ['Claire · Newsletter de juin', ['Dans le cadre']],
  ])
  expect((await world.done('GET', `/tasks/${taskId}/answers`)).items).toEqual([])
  expect(world.sandbox.card(id)?.labels).toEqual(['Dans le cadre'])
})

it('comments that were passed on before a board was forgotten are not passed on again', async () => {
  const id = await ask('Article de blog')
  const twinId = world.sandbox.cards(own.made.id)[0]?.id ?? ''
  world.sandbox.people.client.comment(id, 'Le texte est prêt.')
  world.sandbox.people.assistant.comment(twinId, '>> Merci, bien reçu.')
  await world.settled()
  const saying = (card: string, words: string) =>
    world.sandbox.card(card)?.comments.filter(({ text }) => text.includes(words)).length
  const copies = () => [saying(twinId, 'Le texte est prêt.'), saying(id, 'Merci, bien reçu.')]
  expect(copies()).toEqual([1, 1])
  const { id: taskId } = await world.taskOf(id)
  now = '2027-02-01T09:10:00.000Z'
  await world.done('DELETE', `/boards/${ownBoardId}`)
  const watched = await watchOwn()
  await world.done('POST', `/tasks/${taskId}/look`)
  await world.settled()
  expect(copies()).toEqual([1, 1])

  await world.done('DELETE', `/boards/${world.boardId}`)
  const { board } = await world.done('POST', '/boards', {
    connectionId: world.connectionId,
    containerId: world.made.id,
    clientId: world.clientId,
  })
  await world.done('PATCH', `/boards/${board.id}`, { mode: 'apply', twinBoardId: watched, relays: true })
  await world.done('POST', `/boards/${board.id}/backfill`, { which: 'open' })
  await world.settled()
  expect(world.sandbox.cards(own.made.id)).toHaveLength(1)
  expect(copies()).toEqual([1, 1])
})

it('what was said on a card before it was tied to a request answers nothing there and goes to nobody', async () => {
  await ask('Article de blog')
  const card = world.sandbox.cards(own.made.id)[0]?.id ?? ''
  const id = await ask('Article de presse')
  const { id: taskId } = await world.taskOf(id)
  world.sandbox.people.assistant.comment(card, '>> Voici votre prix.\n/quote 900')
  await world.settled()
  const [first] = (await world.done('GET', `/tasks?boardId=${world.boardId}`)).items.filter(
    (task: Record<string, string>) => task.id !== taskId,
  )
  now = '2027-02-01T09:10:00.000Z'
  await world.done('DELETE', `/tasks/${first.id}/twin`)
  await world.settled()
  await world.done('POST', `/tasks/${taskId}/twin`, { taskId: card })
  await world.settled()
  expect((await world.done('GET', `/tasks/${taskId}`)).twin).toMatchObject({ taskId: card, state: 'linked' })
  expect((await world.done('GET', `/tasks/${taskId}/answers`)).items).toEqual([])
  expect(world.sandbox.card(id)?.comments.filter(({ text }) => text.includes('votre prix'))).toEqual([])
})

it('a request whose twin’s board was forgotten goes without a trace of failure', async () => {
  const id = await ask('Article de blog')
  await world.done('DELETE', `/boards/${ownBoardId}`)
  world.sandbox.people.client.archive(id)
  await world.settled()
  expect(await world.taskOf(id)).toMatchObject({ state: 'gone' })
  expect((await world.done('GET', '/dead-letters')).items).toEqual([])
})

it('a client’s board that was forgotten and is watched again has no second twins when it is judged after all', async () => {
  await ask('Article de blog')
  now = '2027-02-01T10:00:00.000Z'
  await world.done('DELETE', `/boards/${world.boardId}`)
  const { board } = await world.done('POST', '/boards', {
    connectionId: world.connectionId,
    containerId: world.made.id,
    clientId: world.clientId,
  })
  await world.done('PATCH', `/boards/${board.id}`, { mode: 'apply', twinBoardId: ownBoardId })
  await world.done('POST', `/boards/${board.id}/backfill`, { which: 'open' })
  await world.settled()
  expect(world.sandbox.cards(own.made.id).map(({ title }) => title)).toEqual(['Claire · Article de blog'])
  const { items } = await world.done('GET', `/tasks?boardId=${board.id}`)
  expect((await world.done('GET', `/tasks/${items[0].id}/answers`)).items).toEqual([])
})
