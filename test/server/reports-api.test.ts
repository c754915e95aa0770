import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cadreAt } from '../support/cadre.ts'
import { send } from '../support/send.ts'
import { adminKey } from '../support/service.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

/** Closed at every hour but one of the year, so that whatever comes has come outside. */
const closed = {
  timeZone: 'Europe/Paris',
  week: {},
  exceptions: [{ date: '2099-01-01', open: ['09:00-10:00'] }],
}
/** Goes on as any clock does, from a Wednesday morning on: so no week ends while its report is made. */
const begun = Date.now()
const now = () => new Date(Date.parse('2026-11-25T09:00:00.000Z') + Date.now() - begun).toISOString()
const hostile = '<script>alert(1)</script> [lien](http://evil)'

describe('the weekly report', () => {
  let world: TrelloWorld
  beforeAll(async () => {
    world = await startTrelloWorld({ now, policy: (rules) => ({ ...rules, hours: closed }) })
    const { sandbox, made, service } = world
    const ask = async (title: string) => {
      const card = sandbox.people.client.createCard({ board: made.id, list: 'Demandes', title })
      await world.settled()
      return (await world.taskOf(card)).id as string
    }
    await ask('Réserver un train pour Lyon')
    await ask('Réserver une chambre à Lille')
    const site = await ask(`Landing page ${hostile}`)
    const newsletter = await ask('Newsletter de mai')
    const tell = async (task: string, body: object) => {
      const answer = await service.api('POST', `/api/v1/tasks/${task}/answers`, body)
      expect(answer.status).toBe(201)
      await world.settled()
    }
    await tell(site, { kind: 'quote', amount: 120 })
    await tell(site, { kind: 'accept', side: 'client' })
    await tell(newsletter, { kind: 'goodwill' })
    await tell(newsletter, { kind: 'out' })
    await service.api('POST', '/api/v1/requests', {
      clientId: world.clientId,
      channel: 'whatsapp',
      text: 'Newsletter de juin',
    })
    await world.settled()
  })
  afterAll(() => world.close())

  const report = (query = '') => world.service.api('GET', `/api/v1/reports/weekly?policyId=rules${query}`)
  const page = async (query = '') => {
    const response = await fetch(`${world.service.url}/api/v1/reports/weekly?policyId=rules${query}`, {
      headers: { authorization: `Bearer ${adminKey}`, accept: 'text/markdown' },
    })
    return { type: response.headers.get('content-type'), text: await response.text() }
  }

  it('tells what was kept, quoted, given away and corrected', async () => {
    const { status, body } = await report()
    expect(status).toBe(200)
    expect(body).toMatchObject({ policyId: 'rules', arrived: 5, isOver: false, timeZone: 'Europe/Paris' })
    expect(body.offHours.count).toBe(5)
    const amount = { minor: 12000, currency: 'EUR' }
    expect(body.quotes).toMatchObject({
      given: { count: 1 },
      accepted: { count: 1, totals: [{ min: amount, max: amount }] },
      items: [{ state: 'accepted', request: { client: 'Claire' } }],
    })
    expect(body.goodwill).toMatchObject({ count: 1, items: [{ request: { title: 'Newsletter de mai' } }] })
    expect(body.corrections).toMatchObject([{ kind: 'taught', request: { title: 'Newsletter de mai' } }])
    expect(body.waiting).toMatchObject([
      { request: { title: 'Réserver un train pour Lyon' }, verdict: 'quote_needed' },
      { request: { title: 'Réserver une chambre à Lille' }, verdict: 'quote_needed' },
      { request: { title: 'Newsletter de juin', url: null } },
    ])
  })

  it('proposes a line that the draft takes as it is, and that covers what nothing covered', async () => {
    const [group] = (await report()).body.uncovered
    expect(group).toMatchObject({
      reasons: ['uncatalogued'],
      proposal: { service: 'travel', covers: 2 },
    })
    const draft = await send(world.service, 'GET', '/policies/rules/draft')
    const response = await fetch(`${world.service.url}/api/v1/policies/rules/draft`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${adminKey}`,
        'content-type': 'application/merge-patch+json',
        'if-match': draft.etag,
      },
      body: JSON.stringify(group.proposal.patch),
    })
    expect(await response.json()).toMatchObject({ isPublishable: true })
  })

  it('is a page in the language asked for, in which no title becomes markup', async () => {
    const { type, text } = await page()
    expect(type).toBe('text/markdown; charset=utf-8')
    expect(text).toMatch(/^# Ta semaine du lundi/)
    expect(text).toMatch(/^- Devis acceptés : 120,00 € \(1 demande\)$/mu)
    expect(text.split('```')[0]).not.toMatch(/(?<!\\)<script|(?<!\\)\[lien/)
    expect((await page('&language=en')).text).toMatch(/^# Your week, Monday/)
  })

  it('of a week in which nothing happened is empty, and of one that does not exist an error', async () => {
    expect((await report('&week=2020-W53')).body).toMatchObject({ arrived: 0, isOver: true, uncovered: [] })
    expect((await report('&week=2026-W54')).body).toMatchObject({ code: 'REQUEST_INVALID' })
    expect((await report('&week=48')).status).toBe(400)
    expect((await world.service.api('GET', '/api/v1/reports/weekly?policyId=none')).status).toBe(404)
  })

  it('is printed by `cadre report`, for one policy or for all', async () => {
    const cadre = cadreAt(world.service, { LANG: 'fr_FR.UTF-8' })
    const all = await cadre('report')
    expect(all).toMatchObject({
      exit: 0,
      out: expect.stringMatching(/^# Ta semaine[\s\S]*\n {2}kind: quote\n/),
    })
    const { items } = JSON.parse((await cadre('report', '--policy', 'rules', '--json')).out)
    expect(items).toMatchObject([{ policyId: 'rules', arrived: 5 }])
    expect((await cadre('report', '--week', '2026-W54')).exit).not.toBe(0)
  })
})
