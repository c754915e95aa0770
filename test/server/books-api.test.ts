import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

describe('the books of a client', () => {
  let world: TrelloWorld
  beforeAll(async () => {
    world = await startTrelloWorld({
      policy: (preset) => ({
        ...preset,
        billing: {
          ...(preset.billing as object),
          mode: 'package',
          package: { hours: 10 },
          deposit: { percent: 50, when: 'always' },
        },
      }),
    })
  })
  afterAll(() => world.close())

  const client = () => `/api/v1/clients/${world.clientId}`
  const api = (method: string, path: string, body?: unknown) => world.service.api(method, path, body)
  const book = async (path: string, body: object) => {
    const answer = await api('POST', path, body)
    await world.settled()
    return answer
  }
  async function ask(title: string): Promise<{ card: string; path: string }> {
    const card = world.sandbox.people.client.createCard({ board: world.made.id, list: 'Demandes', title })
    await world.settled()
    return { card, path: `/api/v1/tasks/${(await world.taskOf(card)).id}` }
  }
  const labels = (card: string) => world.sandbox.card(card)?.labels ?? []

  it('count hours against the plan; an open request is judged by them at once, and again when they were wrong', async () => {
    expect((await api('GET', `${client()}/account`)).body).toMatchObject({
      minutesUsed: null,
      minutesLeft: 600,
    })
    const { card, path } = await ask('Newsletter de mai')
    expect(labels(card)).not.toContain('Hors forfait')
    const made = await book(`${client()}/book`, { kind: 'hours', minutes: 600, note: 'tout le mois' })
    expect([made.status, made.body]).toMatchObject([201, { kind: 'hours', minutes: 600, reverses: null }])
    expect(labels(card)).toContain('Hors forfait')
    expect((await api('GET', `${client()}/account`)).body).toMatchObject({
      minutesUsed: 600,
      minutesLeft: 0,
      thresholds: [50, 80, 100].map((percent) => ({ percent, isPassed: true })),
    })
    const reversed = await book(`${client()}/book/${made.body.id}/reverse`, { note: 'erreur' })
    expect(reversed.body).toMatchObject({ reverses: made.body.id, note: 'erreur' })
    expect(labels(card)).not.toContain('Hors forfait')
    expect((await book(`${client()}/book/${made.body.id}/reverse`, {})).status).toBe(409)
    expect((await book(`${client()}/book/${reversed.body.id}/reverse`, {})).status).toBe(409)
    expect((await api('GET', path)).body.account.minutesUsed).toBeNull()
  })

  it('do not count work on a request against the request itself', async () => {
    const { card, path } = await ask('Newsletter de juin')
    await book(`${path}/hours`, { minutes: 600 })
    expect(labels(card)).not.toContain('Hors forfait')
    expect((await api('GET', path)).body.account.minutesUsed).toBe(0)
    const { body } = await api('GET', `${client()}/book?kind=hours&limit=1`)
    await book(`${client()}/book/${body.items[0].id}/reverse`, {})
  })

  it('know what was received for a request, and what is given away', async () => {
    const { card, path } = await ask('Newsletter de juillet')
    await book(`${path}/answers`, { kind: 'quote', amount: 100 })
    expect(labels(card)).not.toContain('Acompte attendu')
    await book(`${path}/answers`, { kind: 'accept' })
    expect(labels(card)).toContain('Acompte attendu')
    await book(`${path}/deposit`, { amount: 20 })
    expect(labels(card)).toContain('Acompte attendu')
    await book(`${path}/deposit`, { amount: 30 })
    expect(labels(card)).not.toContain('Acompte attendu')
    expect((await api('GET', path)).body.account.depositMinor).toBe(5000)
    await book(`${path}/goodwill`, { note: 'cadeau' })
    expect((await api('GET', path)).body.decision.price.isOffered).toBe(true)
  })

  it('tell the assistant alone of an invoice that is overdue, until it is settled', async () => {
    const { card, path } = await ask('Newsletter de septembre')
    const codes = async () =>
      (await api('GET', path)).body.decision.privateFindings.map(({ code }: { code: string }) => code)
    await book(`${client()}/book`, { kind: 'invoice_overdue', day: '2026-01-05', note: 'F-12' })
    expect(await codes()).toContain('payment_overdue')
    expect(JSON.stringify(world.sandbox.card(card))).not.toMatch(/overdue|retard|impay/iu)
    await book(`${client()}/book`, { kind: 'invoice_settled' })
    expect(await codes()).not.toContain('payment_overdue')
  })

  it('are listed newest first, page by page', async () => {
    const first = (await api('GET', `${client()}/book?limit=2`)).body
    const second = (await api('GET', `${client()}/book?limit=2&cursor=${first.nextCursor}`)).body
    expect(first.items[0].kind).toBe('invoice_settled')
    expect([...first.items, ...second.items].map(({ createdAt }) => createdAt)).toEqual(
      [...first.items, ...second.items]
        .map(({ createdAt }) => createdAt)
        .toSorted()
        .toReversed(),
    )
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(4)
  })

  it.each<[object, number]>([
    [{ kind: 'deposit', amount: 10 }, 400],
    [{ kind: 'deposit', amount: 10.123, taskId: 'tsk_none' }, 404],
    [{ kind: 'hours', minutes: -5 }, 400],
    [{ kind: 'paid_until' }, 400],
    [{ kind: 'hours', minutes: 5, day: 'yesterday' }, 400],
  ])('refuse %j', async (body, status) => {
    expect((await api('POST', `${client()}/book`, body)).status).toBe(status)
  })

  it('cost an unchanged look nothing: it finds the task in sync', async () => {
    const { card, path } = await ask('Newsletter de janvier')
    await book(`${client()}/book`, { kind: 'hours', minutes: 30 })
    await api('POST', `${path}/look`)
    await world.settled()
    expect((await world.runStates(card)).at(-1)).toBe('in-sync')
  })
})
