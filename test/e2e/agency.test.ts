import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '#policies/calendar.ts'
import { type PolicyEditor, policyEditor } from '../support/policy-editor.ts'
import { send } from '../support/send.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

const anyTime = ['00:00-24:00']
const week = {
  ...{ monday: anyTime, tuesday: anyTime, wednesday: anyTime, thursday: anyTime, friday: anyTime },
  ...{ saturday: anyTime, sunday: anyTime },
}
const dayFromNow = (days: number) =>
  localDate(new Date(Date.now() + days * 86_400_000).toISOString(), 'Europe/Paris')
const leave = { from: dayFromNow(-1), until: dayFromNow(10), substitute: 'ines' }
const noNewsletters = { services: { newsletter: { kind: 'excluded' } } }

/**
 * Sophie's client shares her board with Inès and Marc, who have rules of their own; none of them judges by the client's
 * policy alone. Inès also stands in for Sophie.
 */
describe('an agency', () => {
  let world: TrelloWorld
  let editor: PolicyEditor
  let rules: Record<string, unknown>

  beforeEach(async () => {
    world = await startTrelloWorld({
      policy: (preset) => {
        rules = { ...preset, assistant: { name: 'Sophie' }, hours: { week } }
        return rules
      },
    })
    editor = policyEditor(world.service)
    for (const [id, name] of [
      ['ines', 'Inès'],
      ['marc', 'Marc'],
    ])
      await editor.send('POST', '', { body: { id, document: { ...rules, assistant: { name } } } })
    const { people } = world.sandbox
    const policies = { [people.assistant.member.id]: 'marc' }
    const body = { mapping: { policies } }
    await send(world.service, 'PATCH', `/boards/${world.boardId}`, { body, ifMatch: '*' })
  })
  afterEach(() => world.close())

  const ask = async (title: string, { assign = false, dueAt }: { assign?: boolean; dueAt?: string } = {}) => {
    const { client, assistant } = world.sandbox.people
    const due = dueAt === undefined ? {} : { due: dueAt }
    const card = client.createCard({ board: world.made.id, list: 'Demandes', title, ...due })
    if (assign) client.assign(card, [assistant.member.id])
    await world.settled()
    return card
  }
  const goOnLeave = async () => {
    const document = { ...rules, hours: { week, leave: [leave] } }
    const { status } = await editor.send('POST', '/rules/versions', { body: { document, after: 1 } })
    expect(status).toBe(201)
    // Trello tells when a card was made to the second only: it must not seem older than these rules.
    await new Promise((resolve) => setTimeout(resolve, 1100))
  }
  const judgeOf = async (card: string) => (await world.taskOf(card)).decision.policyId
  const preview = async (id: string, body: object = { document: { ...rules, name: 'Autre nom' } }) =>
    editor.send('POST', `/${id}/preview`, { body: { only: 'all', ...body } })
  const titles = ({ body }: Awaited<ReturnType<typeof preview>>) =>
    body.items.map(({ title }: { title: string }) => title).toSorted()

  it('tries rules on exactly what they judge, by whomever’s client it was asked', async () => {
    const own = await ask('Newsletter de mai')
    const assigned = await ask('Newsletter de juin', { assign: true })
    await goOnLeave()
    const stoodIn = await ask('Newsletter de juillet')
    expect([await judgeOf(own), await judgeOf(assigned), await judgeOf(stoodIn)]).toEqual([
      'rules',
      'marc',
      'ines',
    ])
    expect(titles(await preview('rules'))).toEqual(['Newsletter de mai'])
    expect(titles(await preview('marc'))).toEqual(['Newsletter de juin'])
    expect(titles(await preview('ines'))).toEqual(['Newsletter de juillet'])

    await editor.patch('marc', noNewsletters)
    const { body } = await editor.send('POST', '/marc/draft/preview', { body: {} })
    expect(body).toMatchObject({
      summary: { judged: 1, changed: 1 },
      items: [{ client: { id: world.clientId }, after: { headline: { key: 'out_of_scope' } } }],
    })
    const { body: published } = await editor.publish('marc', { override: { impact: true } })
    expect(published.impact).toMatchObject({ judged: 1, changed: 1 })
  })

  it('leaves out a colleague’s client with whose terms the tried rules do not go together', async () => {
    const terms = { services: { newsletter: { price: 80 } } }
    await send(world.service, 'PATCH', `/clients/${world.clientId}`, { body: { terms }, ifMatch: '*' })
    await ask('Newsletter de juin', { assign: true })
    const narrow = { ...rules, services: [{ id: 'blog', kind: 'included', name: { fr: 'Blog' } }] }
    const { status, body } = await preview('marc', { document: narrow })
    expect([status, body.summary]).toMatchObject([200, { judged: 0 }])
    expect((await preview('rules', { document: narrow })).status).toBe(409)
  })

  it('compares a request with the rules that judge it', async () => {
    const { id } = await world.taskOf(await ask('Newsletter de juin', { assign: true }))
    await editor.patch('marc', noNewsletters)
    const of = async (query: string) =>
      (await world.service.api('GET', `/api/v1/tasks/${id}/simulate${query}`)).body
    expect(await of('')).toMatchObject({ isChanged: false, rules: { policyId: 'marc', state: 1 } })
    expect(await of('?draft=true')).toMatchObject({ isChanged: true, rules: { policyId: 'marc' } })
  })

  it('counts what is promised for a day to whoever does it', async () => {
    const dueAt = new Date(Date.now() + 5 * 86_400_000).toISOString()
    const promised = async (card: string) => {
      const { id } = await world.taskOf(card)
      return (await world.service.api('GET', `/api/v1/tasks/${id}`)).body.account.minutesPromised
    }
    expect(await promised(await ask('Newsletter de mai', { assign: true, dueAt }))).toBe(0)
    expect(await promised(await ask('Newsletter de juin', { dueAt }))).toBe(0)
    expect(await promised(await ask('Newsletter de juillet', { assign: true, dueAt }))).toBeGreaterThan(0)
  })

  it('keeps what was judged when a client goes to a colleague for good, and judges by her rules from then on', async () => {
    const own = await ask('Newsletter de mai')
    for (const after of [1, 2])
      await editor.send('POST', '/rules/versions', {
        body: { document: { ...rules, name: `${after}` }, after },
      })
    await new Promise((resolve) => setTimeout(resolve, 1100))
    const late = await ask('Newsletter de juin')
    await send(world.service, 'PATCH', `/clients/${world.clientId}`, {
      body: { policyId: 'ines' },
      ifMatch: '*',
    })
    for (const card of [own, late]) world.sandbox.people.client.moveCard(card, 'En cours')
    await world.settled()
    // The colleague's policy has no such version.
    expect((await world.taskOf(late)).decision).toMatchObject({ policyId: 'rules', policyVersion: 3 })
    expect((await world.service.api('GET', '/api/v1/dead-letters')).body.items).toEqual([])
    expect(titles(await preview('rules'))).toEqual(['Newsletter de juin', 'Newsletter de mai'])
    world.sandbox.people.client.editCard(late, { text: 'Pour mardi' })
    await world.settled()
    expect([await judgeOf(own), await judgeOf(late)]).toEqual(['rules', 'ines'])
  })

  it('judges what came by another channel by the rules of who stands in', async () => {
    await editor.send('POST', '/ines/versions', {
      body: { document: { ...rules, assistant: { name: 'Inès' }, services: withOneMore() }, after: 1 },
    })
    await goOnLeave()
    const asked = { clientId: world.clientId, channel: 'whatsapp', text: 'Un podcast', service: 'podcast' }
    const { status, body } = await world.service.api('POST', '/api/v1/requests', asked)
    expect([status, body.decision]).toMatchObject([201, { policyId: 'ines', policyVersion: 2 }])
    expect(body.message).toMatch(/Sophie est en congé jusqu'au .+ inclus ; d'ici là, c'est Inès/u)
    const past = { ...asked, receivedAt: new Date(Date.now() - 5 * 86_400_000).toISOString() }
    const refused = await world.service.api('POST', '/api/v1/requests', past)
    expect([refused.status, refused.body.errors[0].path]).toEqual([400, 'body.service'])
  })

  const withOneMore = () => [
    ...(rules.services as object[]),
    { id: 'podcast', kind: 'included', name: { fr: 'Podcast' }, keywords: { fr: ['podcast'] } },
  ]
})
