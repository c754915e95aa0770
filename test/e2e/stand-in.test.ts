import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '#policies/calendar.ts'
import { send } from '../support/send.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

const dayFromNow = (days: number) =>
  localDate(new Date(Date.now() + days * 86_400_000).toISOString(), 'Europe/Paris')
const anyTime = ['00:00-24:00']
const week = {
  ...{ monday: anyTime, tuesday: anyTime, wednesday: anyTime, thursday: anyTime, friday: anyTime },
  ...{ saturday: anyTime, sunday: anyTime },
}
const withArticles = (rules: Record<string, unknown>) => {
  const services = rules.services as { kind: string }[]
  return {
    ...rules,
    services: services.map((each) => (each.kind === 'excluded' ? { ...each, kind: 'included' } : each)),
  }
}
const leave = { from: dayFromNow(-1), until: dayFromNow(10), substitute: 'ines' }

describe('a stand-in', () => {
  let world: TrelloWorld
  let rules: Record<string, unknown>

  /** Sophie is on leave. Inès, who stands in for her, writes articles; Sophie does not. */
  beforeEach(async () => {
    world = await startTrelloWorld({
      colleagues: (preset) => ({
        ines: { ...withArticles(preset), assistant: { name: 'Inès' }, hours: { week } },
      }),
      policy: (preset) => {
        rules = { ...preset, assistant: { name: 'Sophie' }, hours: { week, leave: [leave] } }
        return rules
      },
    })
  })
  afterEach(() => world.close())

  const ask = async (title: string, text = '') => {
    const { people } = world.sandbox
    const card = people.client.createCard({ board: world.made.id, list: 'Demandes', title, text })
    await world.settled()
    return card
  }
  const publish = (document: object) =>
    world.service.api('POST', '/api/v1/policies/rules/versions', {
      document,
      after: 1,
      override: { impact: true },
    })
  const see = (card: string) => world.sandbox.card(card)

  describe('a request that comes while the assistant is on leave', () => {
    it('is judged by the rules of whoever stands in, and stays with them until it changes', async () => {
      const card = await ask('Article de blog sur le sommeil')
      expect(see(card)?.labels).toEqual(['Dans le cadre'])
      expect((await world.taskOf(card)).decision).toMatchObject({ policyId: 'ines', policyVersion: 1 })

      expect((await publish({ ...rules, hours: { week } })).status).toBe(201)
      world.sandbox.people.client.moveCard(card, 'En cours')
      await world.settled()
      expect((await world.taskOf(card)).decision.policyId).toBe('ines')

      world.sandbox.people.client.editCard(card, { text: 'Environ 1 500 mots, tu peux le rédiger ?' })
      await world.settled()
      expect((await world.taskOf(card)).decision.policyId).toBe('rules')
      expect(see(card)?.labels).toEqual(['Hors cadre'])
    })

    it('is answered in her place: the comment says so, and what is ruled teaches the rules that judged', async () => {
      const card = await ask('Landing page pour la masterclass')
      const { text = '' } = see(card)?.comments[0] ?? {}
      expect(text).toMatch(
        /Sophie est en congé jusqu'au .+ inclus ; d'ici là, c'est Inès qui prend le relais\.\n— Inès/u,
      )
      const task = await world.taskOf(card)
      await world.service.api('POST', `/api/v1/tasks/${task.id}/answers`, { kind: 'out' })
      await world.settled()
      const count = async (id: string) =>
        (await world.service.api('GET', `/api/v1/policies/${id}/examples`)).body.examples.length
      expect([await count('ines'), await count('rules')]).toEqual([1, 0])
      const { body } = await world.service.api('GET', `/api/v1/tasks/${task.id}/timeline`)
      expect(body.items.find(({ kind }: { kind: string }) => kind === 'judged').words).toContain(
        'Selon les règles :',
      )
    })

    it('waits for her where the rules that would stand in do not go together with the client’s terms', async () => {
      const terms = { services: { newsletter: { price: 80 } } }
      const path = `/clients/${world.clientId}`
      expect((await send(world.service, 'PATCH', path, { body: { terms }, ifMatch: '*' })).status).toBe(200)
      const own = {
        ...rules,
        services: [{ id: 'only', kind: 'included', name: { fr: 'Blog' } }],
        hours: { week },
      }
      await world.service.api('POST', '/api/v1/policies', { id: 'narrow', document: own })
      const published = await publish({
        ...rules,
        hours: { week, leave: [{ ...leave, substitute: 'narrow' }] },
      })
      expect(published.status).toBe(201)
      // Trello tells when a card was made to the second only: it must not seem older than these rules.
      await new Promise((resolve) => setTimeout(resolve, 1100))
      const card = await ask('Article de blog sur le sommeil')
      expect((await world.taskOf(card)).decision.policyId).toBe('rules')
    })
  })

  describe('a substitute', () => {
    const unknown = [
      { path: 'hours.leave[0].substitute', message: expect.any(String), fr: expect.anything() },
    ]

    it('must have rules when the first version of rules names one, and need not for a draft', async () => {
      const document = { ...rules, hours: { week, leave: [{ ...leave, substitute: 'nobody' }] } }
      const make = (publish: boolean) =>
        world.service.api('POST', '/api/v1/policies', { id: 'new', document, publish })
      const { status, body } = await make(true)
      expect([status, body.code]).toEqual([422, 'POLICY_INVALID'])
      expect(body.errors).toMatchObject(unknown)
      expect((await make(false)).status).toBe(201)
    })

    it.each([
      ['who has no rules', 'nobody', /no published policy nobody/],
      ['who is she herself', 'rules', /cannot stand in for themselves/],
    ])('%s is refused when the rules are published', async (_, substitute, message) => {
      const document = { ...rules, hours: { week, leave: [{ ...leave, substitute }] } }
      const { status, body } = await publish(document)
      expect([status, body.code]).toEqual([422, 'POLICY_INVALID'])
      expect(body.errors).toMatchObject([
        { path: 'hours.leave[0].substitute', message: expect.stringMatching(message), fr: expect.anything() },
      ])
    })
  })
})
