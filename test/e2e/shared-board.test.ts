import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { send } from '../support/send.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

describe('a board of two clients', () => {
  let world: TrelloWorld

  /** Two assistants share a board. Inès writes articles; Sophie, whose clients these are, does not. */
  beforeEach(async () => {
    let rules: Record<string, unknown> = {}
    world = await startTrelloWorld({
      policy: (preset) => {
        rules = preset
        return preset
      },
    })
    const services = (rules.services as { kind: string }[]).map((service) =>
      service.kind === 'excluded' ? { ...service, kind: 'included' } : service,
    )
    await world.service.api('POST', '/api/v1/policies', { id: 'ines', document: { ...rules, services } })
  })
  afterEach(() => world.close())

  const ines = () => world.sandbox.people.assistant.member.id
  const share = (policies: Record<string, string>) =>
    send(world.service, 'PATCH', `/boards/${world.boardId}`, {
      body: { mapping: { policies } },
      ifMatch: '*',
    })
  const ask = async (title = 'Article de blog sur le sommeil') => {
    const card = world.sandbox.people.client.createCard({ board: world.made.id, list: 'Demandes', title })
    await world.settled()
    return card
  }
  const assign = async (card: string, members: readonly string[]) => {
    world.sandbox.people.client.assign(card, members)
    await world.settled()
  }
  const labels = (card: string) => world.sandbox.card(card)?.labels
  const decidedBy = async (card: string) => (await world.taskOf(card)).decision.policyId

  describe('on a board that several assistants share', () => {
    it('a request is judged by the rules of whoever it is assigned to, and by the client’s own else', async () => {
      expect((await share({ [ines()]: 'ines' })).status).toBe(200)
      const card = await ask()
      expect([labels(card), await decidedBy(card)]).toEqual([['Hors cadre'], 'rules'])
      await assign(card, [ines()])
      expect([labels(card), await decidedBy(card)]).toEqual([['Dans le cadre'], 'ines'])
      await assign(card, [])
      expect([labels(card), await decidedBy(card)]).toEqual([['Hors cadre'], 'rules'])
    })

    it('what a person ruled stays when somebody else takes over', async () => {
      await share({ [ines()]: 'ines' })
      const card = await ask()
      world.sandbox.people.assistant.addLabel(card, 'Devis à prévoir')
      world.sandbox.people.assistant.removeLabel(card, 'Hors cadre')
      await world.settled()
      await assign(card, [ines()])
      expect([labels(card), await decidedBy(card)]).toEqual([['Devis à prévoir'], 'ines'])
    })

    it('being assigned changes nothing where nobody has said whose rules those are', async () => {
      const card = await ask()
      const before = (await world.runStates(card)).length
      await assign(card, [ines()])
      expect([labels(card), await decidedBy(card)]).toEqual([['Hors cadre'], 'rules'])
      expect((await world.runStates(card)).slice(before)).toEqual(['in-sync'])
    })

    it('rules that nobody has published are refused', async () => {
      const { status, body } = await share({ [ines()]: 'nobody' })
      expect([status, body.code]).toEqual([400, 'REQUEST_INVALID'])
      expect(body.errors).toMatchObject([{ path: 'body.mapping.policies' }])
    })
  })
})
