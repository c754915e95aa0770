import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cadreAt } from '../support/cadre.ts'
import { adminKey } from '../support/service.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

describe('a client handed over', () => {
  let world: TrelloWorld
  let path: string
  beforeAll(async () => {
    const plans = { '10h': { name: 'Forfait 10 h', set: {} } }
    world = await startTrelloWorld({ policy: (preset) => ({ ...preset, plans }) })
    await world.done('PATCH', `/clients/${world.clientId}`, { plan: '10h' })
    const { people } = world.sandbox
    path = `/api/v1/clients/${world.clientId}/hand-over`
    const ask = async (title: string, list = 'Demandes') => {
      const card = people.client.createCard({ board: world.made.id, list, title })
      await world.settled()
      return (await world.taskOf(card)).id as string
    }
    await ask('Newsletter finie', 'Terminé')
    const site = await ask('Landing page pour la masterclass')
    await world.service.api('POST', `/api/v1/tasks/${site}/answers`, { kind: 'quote', amount: 120 })
    await world.settled()
    const gone = people.client.createCard({
      board: world.made.id,
      list: 'Demandes',
      title: 'Newsletter jetée',
    })
    await world.settled()
    people.client.deleteCard(gone)
    await world.settled()
  })
  afterAll(() => world.close())

  it('comes with what is open and promised, without what is done or gone', async () => {
    const { status, body } = await world.service.api('GET', path)
    expect(status).toBe(200)
    expect(body.open).toMatchObject([
      {
        ...{
          title: 'Landing page pour la masterclass',
          status: 'requested',
          verdict: expect.arrayContaining(['Devis à prévoir']),
        },
        answers: [{ words: 'CADRE_ADMIN_KEY a proposé un prix : 120,00 €.' }],
      },
    ])
    expect(body.promises).toMatchObject([
      { kind: 'quote', amount: { max: { minor: 12000, currency: 'EUR' } } },
    ])
    expect(body).toMatchObject({ client: { plan: '10h' }, planName: 'Forfait 10 h' })
    expect(body.procedure).toMatch(/^# Ma procédure de travail\n/u)
    expect((await world.service.api('GET', '/api/v1/clients/cli_none/hand-over')).status).toBe(404)
  })

  it('is a page in the language asked for, and printed by `cadre hand-over`', async () => {
    const response = await fetch(`${world.service.url}${path}?language=en`, {
      headers: { authorization: `Bearer ${adminKey}`, accept: 'text/markdown' },
    })
    expect(await response.text()).toMatch(/^# Hand-over: Claire\n/u)
    const cadre = cadreAt(world.service, { LANG: 'fr_FR.UTF-8' })
    expect((await cadre('hand-over', world.clientId)).out).toMatch(
      /^# Passation : Claire\n[\s\S]*devis proposé/u,
    )
    expect(JSON.parse((await cadre('hand-over', 'claire', '--json')).out).promises).toHaveLength(1)
  })
})
