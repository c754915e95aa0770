import { afterEach, beforeEach, expect, it } from 'vitest'
import type { MadeBoard } from '#adapters/trello/sandbox/board-setup.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

let world: TrelloWorld
let own: MadeBoard
let me: string
let ownBoardId: string
let now: string

beforeEach(async () => {
  now = '2027-02-01T09:00:00.000Z'
  world = await startTrelloWorld({ now: () => now })
  own = world.sandbox.board('Mon tableau', { lists: ['À faire', 'En cours', 'Livré'], customFields: false })
  me = (await api('POST', '/clients', { name: 'Moi', language: 'fr', address: 'tu', policyId: 'rules' })).id
  ownBoardId = await watchOwn()
})
afterEach(() => world.close())

// biome-ignore lint/suspicious/noExplicitAny: tests read what they expect, and fail where it is not there
async function api(method: string, path: string, body?: unknown): Promise<any> {
  const answer = await world.service.api(method, `/api/v1${path}`, body)
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** Watch the assistant's own board, and link the client's with it. */
async function watchOwn(): Promise<string> {
  const { board } = await api('POST', '/boards', {
    connectionId: world.connectionId,
    containerId: own.id,
    clientId: me,
    role: 'assistant',
  })
  await api('PATCH', `/boards/${board.id}`, { mode: 'apply' })
  await api('PATCH', `/boards/${world.boardId}`, { twinBoardId: board.id, relays: true })
  await world.settled()
  return board.id
}

async function ask(title: string): Promise<string> {
  const id = world.sandbox.people.client.createCard({ board: world.made.id, list: 'Demandes', title })
  await world.settled()
  return id
}

it('a twin of the assistant’s board that was forgotten and is watched again is found, and its labels rule nothing', async () => {
  const id = await ask('Article de blog')
  const { id: taskId } = await world.taskOf(id)
  await api('DELETE', `/boards/${ownBoardId}`)
  world.sandbox.people.client.editCard(id, { title: 'Newsletter de juin' })
  await world.settled()
  await watchOwn()
  await api('POST', `/tasks/${taskId}/look`)
  await world.settled()
  const twins = world.sandbox.cards(own.id)
  expect(twins.map(({ title, labels }) => [title, labels])).toEqual([
    ['Claire · Newsletter de juin', ['Dans le cadre']],
  ])
  expect((await api('GET', `/tasks/${taskId}/answers`)).items).toEqual([])
  expect(world.sandbox.card(id)?.labels).toEqual(['Dans le cadre'])
})

it('comments that were passed on before a board was forgotten are not passed on again', async () => {
  const id = await ask('Article de blog')
  const twinId = world.sandbox.cards(own.id)[0]?.id ?? ''
  world.sandbox.people.client.comment(id, 'Le texte est prêt.')
  world.sandbox.people.assistant.comment(twinId, '>> Merci, bien reçu.')
  await world.settled()
  const saying = (card: string, words: string) =>
    world.sandbox.card(card)?.comments.filter(({ text }) => text.includes(words)).length
  const copies = () => [saying(twinId, 'Le texte est prêt.'), saying(id, 'Merci, bien reçu.')]
  expect(copies()).toEqual([1, 1])
  const { id: taskId } = await world.taskOf(id)
  now = '2027-02-01T09:10:00.000Z'
  await api('DELETE', `/boards/${ownBoardId}`)
  const watched = await watchOwn()
  await api('POST', `/tasks/${taskId}/look`)
  await world.settled()
  expect(copies()).toEqual([1, 1])

  await api('DELETE', `/boards/${world.boardId}`)
  const { board } = await api('POST', '/boards', {
    connectionId: world.connectionId,
    containerId: world.made.id,
    clientId: world.clientId,
  })
  await api('PATCH', `/boards/${board.id}`, { mode: 'apply', twinBoardId: watched, relays: true })
  await api('POST', `/boards/${board.id}/backfill`, { which: 'open' })
  await world.settled()
  expect(world.sandbox.cards(own.id)).toHaveLength(1)
  expect(copies()).toEqual([1, 1])
})

it('what was said on a card before it was tied to a request answers nothing there and goes to nobody', async () => {
  await ask('Article de blog')
  const card = world.sandbox.cards(own.id)[0]?.id ?? ''
  const id = await ask('Article de presse')
  const { id: taskId } = await world.taskOf(id)
  world.sandbox.people.assistant.comment(card, '>> Voici votre prix.\n/quote 900')
  await world.settled()
  const [first] = (await api('GET', `/tasks?boardId=${world.boardId}`)).items.filter(
    (task: Record<string, string>) => task.id !== taskId,
  )
  now = '2027-02-01T09:10:00.000Z'
  await api('DELETE', `/tasks/${first.id}/twin`)
  await world.settled()
  await api('POST', `/tasks/${taskId}/twin`, { taskId: card })
  await world.settled()
  expect((await api('GET', `/tasks/${taskId}`)).twin).toMatchObject({ taskId: card, state: 'linked' })
  expect((await api('GET', `/tasks/${taskId}/answers`)).items).toEqual([])
  expect(world.sandbox.card(id)?.comments.filter(({ text }) => text.includes('votre prix'))).toEqual([])
})

it('a request whose twin’s board was forgotten goes without a trace of failure', async () => {
  const id = await ask('Article de blog')
  await api('DELETE', `/boards/${ownBoardId}`)
  world.sandbox.people.client.archive(id)
  await world.settled()
  expect(await world.taskOf(id)).toMatchObject({ state: 'gone' })
  expect((await api('GET', '/dead-letters')).items).toEqual([])
})

it('a client’s board that was forgotten and is watched again has no second twins when it is judged after all', async () => {
  await ask('Article de blog')
  now = '2027-02-01T10:00:00.000Z'
  await api('DELETE', `/boards/${world.boardId}`)
  const { board } = await api('POST', '/boards', {
    connectionId: world.connectionId,
    containerId: world.made.id,
    clientId: world.clientId,
  })
  await api('PATCH', `/boards/${board.id}`, { mode: 'apply', twinBoardId: ownBoardId })
  await api('POST', `/boards/${board.id}/backfill`, { which: 'open' })
  await world.settled()
  expect(world.sandbox.cards(own.id).map(({ title }) => title)).toEqual(['Claire · Article de blog'])
  const { items } = await api('GET', `/tasks?boardId=${board.id}`)
  expect((await api('GET', `/tasks/${items[0].id}/answers`)).items).toEqual([])
})
