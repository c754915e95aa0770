import { afterEach, expect, it } from 'vitest'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

let world: TrelloWorld
let now = '2027-02-01T09:00:00.000Z'
afterEach(() => world.close())

/** A second client with a board of their own on the same account, in English and by other rules. */
async function secondBoard() {
  const made = world.sandbox.board('Paul', { lists: ['Demandes'], customFields: false })
  const { body: paul } = await world.service.api('POST', '/api/v1/clients', {
    name: 'Paul',
    language: 'en',
    policyId: 'paul-rules',
  })
  const { body } = await world.service.api('POST', '/api/v1/boards', {
    connectionId: world.connectionId,
    containerId: made.id,
    clientId: paul.id,
  })
  await world.service.api('PATCH', `/api/v1/boards/${body.board.id}`, { mode: 'apply' })
  await world.settled()
  return { boardId: body.board.id, clientId: paul.id, list: made.lists.Demandes ?? '' }
}

it('a card that is moved to another client’s board is judged by the rules of that client', async () => {
  world = await startTrelloWorld({
    colleagues: ({ services, ...preset }) => ({
      'paul-rules': {
        ...preset,
        services: (services as { id: string }[]).map((service) =>
          service.id === 'newsletter' ? { ...service, kind: 'excluded' } : service,
        ),
      },
    }),
  })
  const second = await secondBoard()
  const { client } = world.sandbox.people
  const id = client.createCard({ board: world.made.id, list: 'Demandes', title: 'Newsletter de mai' })
  await world.settled()
  const { id: taskId } = await world.taskOf(id)
  expect(world.sandbox.card(id)?.labels).toEqual(['Dans le cadre'])

  client.moveCard(id, second.list)
  await world.settled()
  const { body } = await world.service.api('GET', `/api/v1/tasks/${taskId}`)
  expect(body).toMatchObject({ boardId: second.boardId, decision: { policyId: 'paul-rules' } })
  expect(world.sandbox.card(id)?.labels).toContain('Out of scope')
})

it.each([
  ['and the webhook tells', async () => {}],
  ['and the webhook is lost', async () => world.sandbox.faults.dropNextWebhooks(100)],
  [
    'where no webhook ever comes',
    async () => {
      await world.done('PATCH', `/connections/${world.connectionId}`, { updates: 'poll' })
    },
  ],
])(
  'a card that was drawn up elsewhere before the board was watched is a request once it is brought here, %s',
  async (_, prepare) => {
    let id = ''
    now = '2027-02-01T09:00:00.000Z'
    world = await startTrelloWorld({
      before({ people: { client }, ...sandbox }) {
        const { id: board } = sandbox.board('Idées', { lists: ['Un jour'] })
        id = client.createCard({ board, list: 'Un jour', title: 'Article de blog' })
        now = '2027-02-01T10:00:00.000Z'
      },
      now: () => now,
    })
    await prepare()
    now = '2027-02-08T09:00:00.000Z'
    world.sandbox.people.client.moveCard(id, world.made.lists.Demandes ?? '')
    await world.settled()
    await world.done('POST', `/boards/${world.boardId}/sweep`)
    await world.settled()
    expect(world.sandbox.card(id)?.labels).toEqual(['Hors cadre'])
  },
)

it.each([
  ['before the board was watched', '2027-01-31T20:00:00.000Z', '2027-02-01T09:30:00.000Z'],
  ['after it', '2027-02-07T20:00:00.000Z', '2027-02-08T10:00:00.000Z'],
])(
  'a card that was drawn up elsewhere on a Sunday %s is judged as asked when it is brought here',
  async (_when, drawnUp, due) => {
    const [watched, brought] = ['2027-02-01T10:00:00.000Z', '2027-02-10T09:00:00.000Z']
    let id = ''
    const drawUp = ({ people: { client }, ...sandbox }: TrelloWorld['sandbox']) => {
      now = drawnUp
      const { id: board } = sandbox.board('Idées', { lists: ['Un jour'] })
      id = client.createCard({ board, list: 'Un jour', title: 'Newsletter de juin', due })
    }
    const isOld = drawnUp < watched
    now = watched
    world = await startTrelloWorld({
      before: (sandbox) => {
        if (isOld) drawUp(sandbox)
        now = watched
      },
      now: () => now,
    })
    if (!isOld) drawUp(world.sandbox)
    now = '2027-02-09T09:00:00.000Z'
    const { document, version } = await world.done('GET', '/policies/rules')
    await world.done('POST', '/policies/rules/versions', {
      document: { ...document, name: 'Mes nouvelles règles' },
      after: version,
    })

    now = brought
    world.sandbox.people.client.moveCard(id, world.made.lists.Demandes ?? '')
    await world.settled()
    const { id: taskId, dueSetAt } = await world.taskOf(id)
    const card = world.sandbox.card(id)
    expect(card?.labels).toEqual(['À vérifier'])
    expect(card?.comments.map(({ text }) => text).join()).not.toMatch(/février|janvier/u)
    const { decision } = await world.done('GET', `/tasks/${taskId}`)
    expect([decision.policyVersion, decision.price]).toEqual([version + 1, null])
    const { items } = await world.done('GET', `/tasks/${taskId}/timeline`)
    expect([dueSetAt, items[0].at].map((at) => at.slice(0, 19))).toEqual(Array(2).fill(brought.slice(0, 19)))
  },
)
