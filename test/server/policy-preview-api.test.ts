import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PolicyEditor, policyEditor } from '../support/policy-editor.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

const newsletters = [1, 2, 3, 4, 5].map((number) => `Newsletter n° ${number}`)
const articles = [1, 2, 3, 4, 5, 6].map((number) => `Article de blog n° ${number}`)
const done = 'Newsletter de Noël'

/** What turns every newsletter down. */
const noNewsletters = { services: { newsletter: { kind: 'excluded' } } }

interface Verdict {
  readonly before: string
  readonly after: string
  readonly count: number
}

describe('a change of rules, tried on a board of requests', () => {
  let world: TrelloWorld
  let editor: PolicyEditor
  let inForce: Record<string, unknown>

  beforeAll(async () => {
    world = await startTrelloWorld()
    editor = policyEditor(world.service)
    const { client } = world.sandbox.people
    for (const title of [...newsletters, ...articles]) {
      client.createCard({ board: world.made.id, list: 'Demandes', title })
    }
    await world.settled()
    client.createCard({ board: world.made.id, list: 'Terminé', title: done })
    await world.settled()
    inForce = (await editor.send('GET', '/rules')).body.source
  })
  afterAll(() => world.close())

  const preview = async (path: string, body: object = {}) => {
    const answer = await editor.send('POST', `/rules${path}`, { body })
    expect(answer.status).toBe(200)
    return answer.body
  }
  /** All that could have been written by looking: tasks, runs, and what stands on the board. */
  const everything = async () => {
    const [tasks, runs] = await Promise.all(
      ['tasks', 'runs'].map((list) => world.service.api('GET', `/api/v1/${list}?limit=200`)),
    )
    return JSON.stringify([tasks?.body, runs?.body, world.sandbox.calls.all.length])
  }

  it('changes nothing as long as the draft does not', async () => {
    const { summary, items } = await preview('/draft/preview')
    expect(summary).toMatchObject({ judged: 12, changed: 0, changedShare: 0 })
    expect(summary.verdicts.every(({ before, after }: Verdict) => before === after)).toBe(true)
    expect(items).toEqual([])
  })

  it('counts verdicts and amounts before and after, and says of each request why, without a write', async () => {
    await editor.patch('rules', noNewsletters)
    const untouched = await everything()
    const { nothingWritten, rules, summary, items, nextCursor } = await preview('/draft/preview')
    expect([nothingWritten, rules.state, nextCursor]).toEqual([true, 'draft', null])
    expect(summary).toMatchObject({ judged: 12, changed: 6, changedShare: 0.5 })
    expect(summary.verdicts).toEqual([
      { before: 'out_of_scope', after: 'out_of_scope', count: 6 },
      { before: 'in_scope', after: 'out_of_scope', count: 6 },
    ])
    const [sum] = summary.estimates
    expect(sum.before.max.minor).toBeGreaterThan(0)
    expect(sum.after.max.minor).toBe(0)
    // Which of several cards written at once came first, nobody knows.
    expect(items.map(({ title }: { title: string }) => title).toSorted()).toEqual(
      [done, ...newsletters].toSorted(),
    )
    const came = items.map(({ createdAt }: { createdAt: string }) => createdAt)
    expect(came).toEqual(came.toSorted().toReversed())
    expect(items[0].title).toBe(done)
    expect(items[0]).toMatchObject({
      client: { id: world.clientId, name: 'Claire' },
      url: expect.stringContaining('http'),
      before: { headline: { key: 'in_scope', name: 'Dans le cadre' } },
      after: { headline: { key: 'out_of_scope', name: 'Hors cadre' }, price: null },
    })
    expect(items[0].differences[0].fr).toMatch(
      /^Le verdict passe de « Dans le cadre » à « Hors cadre »\. Clause : « /,
    )
    expect(items[0].differences[0].en).toMatch(/^The verdict goes from "In scope" to "Out of scope"/)
    expect(await everything()).toBe(untouched)
  })

  it('lists in pages, all requests if asked', async () => {
    const titles: string[] = []
    let cursor: string | undefined
    let pages = 0
    do {
      const page = await preview('/draft/preview', { limit: 5, only: 'all', cursor })
      expect(page.summary === null).toBe(cursor !== undefined)
      titles.push(...page.items.map(({ title }: { title: string }) => title))
      cursor = page.nextCursor ?? undefined
      pages += 1
    } while (cursor !== undefined)
    expect([pages, new Set(titles).size]).toEqual([3, 12])
    for (const place of ['x', '2026-11-23T08:00:00.000Z|\u0000']) {
      const body = { cursor: Buffer.from(place).toString('base64url') }
      const odd = await editor.send('POST', '/rules/draft/preview', { body })
      expect([odd.status, odd.body.errors[0].path]).toEqual([400, 'body.cursor'])
    }
    expect((await editor.send('POST', '/rules/draft/preview', { body: { days: 0 } })).status).toBe(400)
    expect((await editor.send('POST', '/nobody/draft/preview', { body: {} })).status).toBe(404)
  })

  it('tries a version or a document as well', async () => {
    expect(await preview('/preview', { version: 1 })).toMatchObject({
      rules: { state: 1 },
      summary: { changed: 0 },
    })
    const document = { ...inForce, billing: { ...(inForce.billing as object), hourlyRate: 99 } }
    const dearer = await preview('/preview', { document, limit: 1 })
    expect(dearer).toMatchObject({ rules: { state: 'document' }, summary: { changed: 6 } })
    expect(dearer.items[0].differences.map(({ what }: { what: string }) => what)).toContain('price')
    expect((await editor.send('POST', '/rules/preview', { body: { version: 9 } })).status).toBe(404)
    const { name: _, ...nameless } = inForce
    const broken = await editor.send('POST', '/rules/preview', { body: { document: nameless } })
    expect([broken.status, broken.body.code]).toEqual([422, 'POLICY_INVALID'])
  })

  it('sets a request beside what the draft would say of it', async () => {
    const { items } = (await world.service.api('GET', '/api/v1/tasks?limit=200')).body
    const task = items.find(({ title }: { title: string }) => title === newsletters[0])
    const path = `/api/v1/tasks/${task.id}/simulate`
    const { status, body } = await world.service.api('GET', `${path}?draft=true`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      taskId: task.id,
      rules: { state: 'draft' },
      isChanged: true,
      before: { headline: { key: 'in_scope' }, price: { text: expect.any(String) } },
      after: {
        headline: { key: 'out_of_scope' },
        message: { isWritten: true, text: expect.stringContaining('Newsletters') },
      },
    })
    expect(body.differences.map(({ what }: { what: string }) => what)).toEqual(
      expect.arrayContaining(['verdict', 'price', 'comment']),
    )
    const same = await world.service.api('GET', path)
    expect(same.body).toMatchObject({ rules: { state: 1 }, isChanged: false, differences: [] })
    expect((await world.service.api('GET', `${path}?policyVersion=9`)).status).toBe(404)
    expect((await world.service.api('GET', `${path}?policyVersion=1&draft=true`)).status).toBe(400)
    expect((await world.service.api('GET', '/api/v1/tasks/tsk_no/simulate')).status).toBe(404)
  })

  it('holds a draft that changes much of what is open, until a person says so', async () => {
    const held = await editor.publish('rules')
    expect([held.status, held.body.code]).toEqual([422, 'POLICY_IMPACT_TOO_LARGE'])
    expect(held.body.detail).toBe('5 of 11 open requests would come out otherwise')
    expect(held.body.errors[0].fr.message).toBe('5 des 11 demandes ouvertes changeraient de verdict')
    expect((await editor.send('GET', '/rules')).body.version).toBe(1)
    const stricter = await editor.publish('rules', { mostChangedPercent: 45 })
    expect(stricter.status).toBe(422)
    const passed = await editor.publish('rules', { override: { impact: true } })
    expect([passed.status, passed.body.impact]).toEqual([201, { judged: 11, changed: 5, isTooLarge: true }])
    const { items } = (await world.service.api('GET', '/api/v1/tasks?headline=in_scope&limit=200')).body
    expect(items).toHaveLength(6)
  })

  it('does not hold against a draft what an earlier version has changed, and takes another limit', async () => {
    await editor.patch('rules', { name: 'Autre nom' })
    const quiet = await editor.publish('rules', { mostChangedPercent: 0 })
    expect([quiet.status, quiet.body.impact]).toEqual([201, { judged: 11, changed: 0, isTooLarge: false }])
    await editor.patch('rules', { services: { newsletter: { kind: 'included' } } })
    const wide = await editor.publish('rules', { mostChangedPercent: 50 })
    expect([wide.status, wide.body.impact]).toEqual([201, { judged: 11, changed: 5, isTooLarge: false }])
  })
})
