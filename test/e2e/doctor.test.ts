import { afterEach, beforeEach, expect, it } from 'vitest'
import { addOwnBoard } from '../support/own-board.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

let world: TrelloWorld
beforeEach(async () => {
  world = await startTrelloWorld()
})
afterEach(() => world.close())

interface Found {
  code: string
  state: string
  subject: string
  advice: { fr: string; en: string }
}
async function found(code: string): Promise<Found> {
  const { checks } = await world.done('GET', '/doctor')
  const check = checks.find((each: Found) => each.code === code)
  if (check === undefined) throw new Error(`nothing is said of ${code}`)
  return check
}

it('the doctor names assistants and people with rules of their own who are not on the board', async () => {
  const { sandbox, made, done, boardId } = world
  const { client, assistant } = sandbox.people
  const mapping = {
    assistants: [assistant.member.id, client.member.id],
    policies: { YOUR_USER_ID: 'rules' },
  }
  await done('PATCH', `/boards/${boardId}`, { mapping })
  const stranger = await found('people')
  expect([stranger.state, stranger.subject]).toEqual(['warn', made.name])
  expect(stranger.advice.en).toMatch(/not on this board: YOUR_USER_ID\. .+PATCH/u)
  expect(stranger.advice.fr).toMatch(/pas sur ce tableau : YOUR_USER_ID\. .+PATCH/u)
  await done('PATCH', `/boards/${boardId}`, { mapping: { policies: {} } })
  expect(await found('people')).toMatchObject({ state: 'ok' })
  client.leaveBoard(made.id)
  const left = await found('people')
  expect([left.state, left.advice.en]).toEqual(['warn', expect.stringContaining(`: ${client.member.id}. `)])
})

it('the doctor says of which of two linked boards nothing is written to yet, and what that keeps from being', async () => {
  const { made, done, boardId } = world
  const own = await addOwnBoard(world)
  expect(await found('pair')).toMatchObject({ state: 'ok' })
  await done('PATCH', `/boards/${own.id}`, { mode: 'dry-run' })
  const half = await found('pair')
  expect([half.state, half.subject]).toEqual(['warn', 'Mon tableau'])
  expect(half.advice.en).toMatch(new RegExp(`"${made.name}".+in dry run: no request has a twin.+PATCH`, 'u'))
  expect(half.advice.fr).toMatch(/mode d'essai : aucune demande n'a de jumeau.+PATCH/u)
  await done('PATCH', `/boards/${boardId}`, { mode: 'off' })
  expect(await found('pair')).toMatchObject({ state: 'ok' })
  await done('PATCH', `/boards/${own.id}`, { mode: 'apply' })
  const other = await found('pair')
  expect([other.state, other.subject, other.advice.en]).toEqual([
    'warn',
    made.name,
    expect.stringContaining('switched off'),
  ])
})
