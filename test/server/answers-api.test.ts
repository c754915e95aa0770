import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adminKey } from '../support/service.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

describe('answers', () => {
  let world: TrelloWorld
  beforeAll(async () => {
    world = await startTrelloWorld()
  })
  afterAll(() => world.close())

  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  async function ask(title: string, due?: string): Promise<{ card: string; path: string }> {
    const { client } = world.sandbox.people
    const card = client.createCard({ board: world.made.id, list: 'Demandes', title, ...(due && { due }) })
    await world.settled()
    return { card, path: `/api/v1/tasks/${(await world.taskOf(card)).id}` }
  }
  const answer = async (path: string, body: object) => {
    const answered = await world.service.api('POST', `${path}/answers`, body)
    await world.settled()
    return answered
  }
  const shown = (card: string) => world.sandbox.card(card)

  it('confirms: the label on the board changes, and the comment says so', async () => {
    const { card, path } = await ask('Newsletter de mai', inHours(5))
    expect(shown(card)?.labels).toContain('Urgent · dispo à confirmer')
    const made = await answer(path, { kind: 'confirm' })
    expect([made.status, made.body]).toMatchObject([201, { kind: 'confirm', side: 'assistant', via: 'api' }])
    expect(shown(card)?.labels).toContain('Urgent · confirmé')
    expect(shown(card)?.comments).toHaveLength(1)
    expect(shown(card)?.comments[0]?.text).toMatch(/c'est confirmé/)
    await answer(path, { kind: 'decline' })
    expect(shown(card)?.labels).toEqual(['Dans le cadre'])
  })

  it('quotes, is accepted at that price, and the price then stays', async () => {
    const { card, path } = await ask('Article de blog 1 500 mots')
    expect((await answer(path, { kind: 'accept' })).status).toBe(409)
    await answer(path, { kind: 'quote', amount: 120 })
    expect(shown(card)?.comments[0]?.text).toMatch(/120,00 €/)
    const accepted = await answer(path, { kind: 'accept' })
    expect(accepted.body).toMatchObject({ side: 'client', price: { total: { min: { minor: 12_000 } } } })
    await answer(path, { kind: 'quote', amount: 300 })
    const { body } = await world.service.api('GET', path)
    expect(body.decision.price.total.max).toEqual({ minor: 12_000, currency: 'EUR' })
    expect(body.answers).toMatchObject({ choice: 'accept', accepted: body.decision.price })
    expect(shown(card)?.comments[0]?.text).toMatch(/j'ai bien ton accord \(120,00 €\)/)
    expect(shown(card)?.labels).toEqual(['Dans le cadre'])
  })

  it('is asked for again while what was told before is taken in, also by the same Idempotency-Key', async () => {
    const { path } = await ask('Article de blog 900 mots')
    const accept = async () => {
      const answered = await fetch(`${world.service.url}${path}/answers`, {
        method: 'POST',
        headers: {
          ...{ authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' },
          'idempotency-key': 'accept-once',
        },
        body: JSON.stringify({ kind: 'accept' }),
      })
      const { status, headers } = answered
      return [status, headers.get('retry-after'), headers.get('idempotent-replayed')]
    }
    world.sandbox.faults.latencyMs = 5_000
    await world.service.api('POST', `${path}/answers`, { kind: 'quote', amount: 120 })
    expect(await accept()).toEqual([409, '2', null])
    world.sandbox.faults.latencyMs = 0
    await world.settled()
    expect(await accept()).toEqual([201, null, null])
    await world.settled()
    expect(await accept()).toEqual([201, null, 'true'])
  })

  it('rules on scope, and teaches like the label does', async () => {
    const { card, path } = await ask('Un montage vidéo pour Instagram')
    const { body: before } = await world.service.api('GET', '/api/v1/policies/rules/examples')
    await answer(path, { kind: 'service', service: 'newsletter' })
    expect(shown(card)?.labels).toEqual(['Dans le cadre'])
    const { body: after } = await world.service.api('GET', '/api/v1/policies/rules/examples')
    expect(after.revision).toBe(before.revision + 1)
    expect(after.examples.at(-1)).toMatchObject({ scope: 'in', service: 'newsletter' })
    await world.service.api('POST', `${path}/look`)
    await world.settled()
    const { body: again } = await world.service.api('GET', '/api/v1/policies/rules/examples')
    expect(again.revision).toBe(after.revision)
  })

  it('counts the same source once', async () => {
    const { path } = await ask('Newsletter de juin')
    const first = await answer(path, { kind: 'hours', hours: 2, sourceId: 'comment-1' })
    const second = await answer(path, { kind: 'hours', hours: 3, sourceId: 'comment-1' })
    expect(second.body.id).toBe(first.body.id)
    const { body } = await world.service.api('GET', `${path}/answers`)
    expect(body.items).toMatchObject([{ kind: 'hours', hours: 2, inForce: true }])
    expect((await world.service.api('GET', path)).body.decision.takes).toEqual({ min: 120, max: 120 })
  })

  it('takes what is said after a repeat, and the repeat is no change', async () => {
    const { path } = await ask('Article de blog 800 mots')
    const quote = { kind: 'quote', amount: 120, sourceId: 'comment-2' }
    for (const _ of [1, 2, 3]) expect((await answer(path, quote)).status).toBe(201)
    expect((await answer(path, { kind: 'accept' })).status).toBe(201)
    const { body } = await world.service.api('GET', `/api/v1/audit?subject=${path.split('/').at(-1)}`)
    const kinds = body.items.map(({ after }: { after: { kind: string } }) => after.kind)
    expect(kinds).toEqual(['accept', 'quote'])
  })

  it('holds until the request itself changes', async () => {
    const { card, path } = await ask('Newsletter de septembre')
    await answer(path, { kind: 'quote', amount: 80 })
    expect((await world.service.api('GET', path)).body.answers.quote).toEqual({
      minor: 8000,
      currency: 'EUR',
    })
    world.sandbox.people.client.editCard(card, { title: 'Newsletter de septembre, version longue' })
    await world.settled()
    expect((await world.service.api('GET', path)).body.answers.quote).toBeNull()
    const { body } = await world.service.api('GET', `${path}/answers`)
    expect(body.items).toMatchObject([{ kind: 'quote', inForce: false }])
  })

  it('costs an unchanged look nothing, and is written once', async () => {
    const { card, path } = await ask('Newsletter de juillet')
    await answer(path, { kind: 'hours', hours: 2 })
    const comments = shown(card)?.comments
    world.sandbox.calls.reset()
    await world.service.api('POST', `${path}/look`)
    await world.settled()
    expect(shown(card)?.comments).toEqual(comments)
    expect((await world.runStates(card)).at(-1)).toBe('in-sync')
  })

  it('is kept in the audit log with who gave it', async () => {
    const { path } = await ask('Newsletter de janvier')
    await answer(path, { kind: 'wait' })
    const task = (await world.service.api('GET', path)).body
    expect(task.answers.choice).toBe('wait')
    const { body } = await world.service.api('GET', `${path}/answers`)
    expect(body.items[0]).toMatchObject({ author: { id: 'environment' }, side: 'client' })
  })

  it.each<[object, number]>([
    [{ kind: 'service', service: 'nothing' }, 400],
    [{ kind: 'quote', amount: 1.239 }, 400],
    [{ kind: 'confirm', side: 'client' }, 400],
    [{ kind: 'hours' }, 400],
    [{ kind: 'dance' }, 400],
  ])('says what is wrong with %j', async (body, status) => {
    const { path } = await ask(`Newsletter ${JSON.stringify(body)}`)
    const refused = await answer(path, body)
    expect([refused.status, refused.body.code]).toEqual([status, 'REQUEST_INVALID'])
    const paths = refused.body.errors.map(({ path }: { path: string }) => path)
    expect(paths).toEqual([expect.stringMatching(/^body\b/u)])
  })

  it('needs a task that is there', async () => {
    expect((await world.service.api('POST', '/api/v1/tasks/tsk_none/answers', { kind: 'in' })).status).toBe(
      404,
    )
    expect((await world.service.api('GET', '/api/v1/tasks/tsk_none/answers')).status).toBe(404)
    const { card, path } = await ask('Newsletter de février')
    world.sandbox.people.client.deleteCard(card)
    await world.settled()
    expect((await answer(path, { kind: 'in' })).status).toBe(409)
  })
})
