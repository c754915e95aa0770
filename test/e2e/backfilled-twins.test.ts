import { afterEach, beforeEach, expect, it } from 'vitest'
import { addOwnBoard, type OwnBoard } from '../support/own-board.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

let world: TrelloWorld
let own: OwnBoard

/** A request that was there before Cadre, judged afterwards and without comments, on a board that is linked. */
beforeEach(async () => {
  world = await startTrelloWorld({
    before: ({ people }, board) => {
      people.client.createCard({ board: board.id, list: 'Demandes', title: 'Article de blog' })
    },
  })
  own = await addOwnBoard(world)
  await world.done('POST', `/boards/${world.boardId}/backfill`, { which: 'open' })
  await world.settled()
})
afterEach(() => world.close())

const saidOn = (board: string) =>
  world.sandbox.cards(board).flatMap(({ comments }) => comments.map(({ text }) => text))

it('what the client is not told is not in the assistant’s note, until she has named a price, which reaches them', async () => {
  expect(saidOn(world.made.id)).toEqual([])
  expect(saidOn(own.made.id)).toEqual([expect.stringContaining('Claire ne lit aucun commentaire.')])
  const [twin] = world.sandbox.cards(own.made.id)
  world.sandbox.people.assistant.comment(twin?.id ?? '', '/devis 120')
  await world.settled()
  expect(saidOn(world.made.id)).toEqual([expect.stringContaining('le prix que je te propose : 120,00 €')])
  expect(saidOn(own.made.id)[0]).toMatch(/Ce que lit Claire :[\s\S]*> .*le prix que je te propose : 120,00 €/)
})
