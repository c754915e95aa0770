import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MadeBoard } from '#adapters/trello/sandbox/board-setup.ts'
import { createLog } from '../../src/log.ts'
import type { Place } from '../demo/places.ts'
import type { Asker } from '../demo/requests.ts'
import { createCall, openPlaces, setUp } from '../demo/set-up.ts'
import { adminKey, freshService, type TestService } from '../support/service.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'
import { untilIdle } from '../support/until-idle.ts'
import { hostileTexts, marker } from './hostile-texts.ts'

const texts = Object.entries(hostileTexts)
/** Changes how what is beside it is read, and shows nothing itself. */
const unseen = /(?![\n\t])\p{Cc}|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u
/** Markdown that hides where it leads. */
const hiddenLink = /\]\(|\]:|\]\[/

describe('hostile words on a card of each tool', () => {
  let places: Record<Asker, Place>
  let service: TestService
  let logged = ''
  const cards: { place: Place; id: string; text: string; what: string }[] = []
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they expect, and fail where it is not there
  let tasks: any[]

  beforeAll(async () => {
    places = await openPlaces()
    const destination = new Writable({
      write(chunk, _encoding, done) {
        logged += String(chunk)
        done()
      },
    })
    const settings = {
      TRELLO_API_URL: places.claire.apiUrl,
      NOTION_API_URL: places.tom.apiUrl,
      CLICKUP_API_URL: places.riviere.apiUrl,
    }
    service = await freshService(settings, createLog('trace', destination))
    await setUp(places, createCall(service.url, adminKey))
    const boards = (await service.api('GET', '/api/v1/boards')).body.items
    for (const { id } of boards)
      await service.api('PATCH', `/api/v1/boards/${id}`, { hourlyWriteLimit: 1000 })
    for (const place of Object.values(places))
      for (const [what, text] of texts)
        cards.push({ place, id: place.write({ title: text, text }), text, what })
    await untilIdle(service, Object.values(places))
    tasks = (await service.api('GET', '/api/v1/tasks?limit=200')).body.items
  })
  afterAll(async () => {
    await service.close()
    for (const place of Object.values(places)) await place.close()
  })
  const get = async (path: string, accept = 'application/json') => {
    const headers = { authorization: `Bearer ${adminKey}`, accept }
    const answer = await fetch(`${service.url}/api/v1${path}`, { headers })
    return { headers: answer.headers, text: await answer.text() }
  }

  it('leave nothing of themselves in what we say under it, and stay as they were', () => {
    let comments = 0
    for (const { place, id, text, what } of cards) {
      const seen = place.see(id)
      comments += seen.comments.length
      expect([what, seen.title, seen.text]).toEqual([what, text, text])
      for (const comment of seen.comments) {
        expect(comment).not.toContain(marker)
        expect(comment).not.toMatch(unseen)
        expect(comment).not.toMatch(/evil\.example|@\w|<\w|\{\{|\{%|\b49\b|K7Q2/)
      }
    }
    expect(comments).toBeGreaterThan(10)
  })

  it('never talk a verdict into being in scope or free: orders are no request', () => {
    expect(tasks).toHaveLength(cards.length)
    const orders = cards.filter(({ what }) => /^orders|^a verdict/.test(what))
    for (const { place, id, text, what } of orders) {
      const headlines = tasks.filter(({ title }) => title === text).map(({ headline }) => headline)
      expect([what, headlines]).toEqual([what, Array(3).fill(expect.not.stringMatching('in_scope'))])
      expect(place.see(id).labels.join()).not.toMatch(/dans le cadre|in scope|offert/i)
    }
  })

  it('are in the API what they are, as JSON that no browser takes for a page', async () => {
    for (const { text } of cards) expect(tasks.filter(({ title }) => title === text)).toHaveLength(3)
    const { headers } = await get('/tasks?limit=1')
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    for (const { text } of cards.slice(0, texts.length)) {
      const found = await get(
        `/tasks?q=${encodeURIComponent(text.replace(/[^\P{Cc}\n\t]/gu, ' ').slice(0, 150))}`,
      )
      expect(found.headers.get('content-type')).toMatch(/json/)
      expect(JSON.parse(found.text).code).not.toBe('INTERNAL')
    }
  })

  it('are no formula, no second row and nothing unseen in the CSV', async () => {
    const { headers, text } = await get('/tasks/export?format=csv', 'text/csv')
    expect(headers.get('content-disposition')).toBe('attachment; filename="tasks.csv"')
    const rows = rowsOf(text.replace(/^\ufeff/, ''))
    expect(rows).toHaveLength(cards.length + 1)
    expect(new Set(rows.map((row) => row.length)).size).toBe(1)
    for (const cell of rows.flat()) {
      expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/)
      expect(cell).not.toMatch(unseen)
    }
  })

  it('are words and nothing else in the Markdown of a timeline', async () => {
    for (const { id } of tasks) {
      const { text } = await get(`/tasks/${id}/timeline?format=markdown`)
      expect(text).toContain(marker)
      expect(text).not.toMatch(unseen)
      // Whatever means something in Markdown or HTML is behind a backslash, but for what is ours.
      const bare = text.replace(/\\[\\`*[\]<>|~_#+\-=.)]/g, '').replaceAll(/^- \*\*|^ {2}> |^# .|\*\* /gm, '')
      expect(bare).not.toMatch(/[`[\]<>|]|\*\*|^\s*(#|\d+\.\s)/m)
      // Beside the title and the zone, every line is an entry or quotes one.
      const [, zone, ...lines] = text
        .trim()
        .split('\n')
        .filter((line) => line !== '')
      expect(zone).toMatch(/^[A-Z][\p{L} ’]+\.$/u)
      expect(lines.filter((line) => !/^(- \*\*| {2}>)/.test(line))).toEqual([])
    }
  })

  it('are one line of JSON each in the log, at most, even when everything is logged', () => {
    const lines = logged.trim().split('\n')
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number), msg: expect.any(String) })
    expect(logged).not.toMatch(unseen)
    expect(lines.some((line) => JSON.parse(line).msg === 'forged')).toBe(false)
    const problems = lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 50)
    expect(problems).toEqual([])
  })

  it('may be as long as they like', async () => {
    const long = `Développement web ${'x'.repeat(1024 * 1024)} {{ a }} `
    const ids = [places.tom, places.riviere].map(
      (place) => [place, place.write({ title: long, text: long })] as const,
    )
    const most = long.slice(0, 16_384)
    const ids3 = [...ids, [places.claire, places.claire.write({ title: most, text: most })] as const]
    await untilIdle(service, Object.values(places))
    for (const [place, id] of ids3) {
      expect(place.see(id).labels.length).toBeGreaterThan(0)
      for (const comment of place.see(id).comments) expect(comment.length).toBeLessThan(5_000)
    }
    expect((await service.api('GET', '/api/v1/dead-letters')).body.items).toEqual([])
  })
})

/** The cells of a CSV by RFC 4180. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end = ''] of csv.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g,
  )) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  return rows.filter((row) => row.length > 1)
}

describe('hostile words that are passed on to the assistant’s own board', () => {
  let world: TrelloWorld
  let own: MadeBoard
  const ids = new Map<string, string>()

  beforeAll(async () => {
    world = await startTrelloWorld({ hourlyWriteLimit: 1000 })
    const { service, sandbox, made } = world
    own = sandbox.board('Mon tableau', { lists: ['À faire', 'En cours', 'Livré'], customFields: false })
    const me = await service.api('POST', '/api/v1/clients', {
      name: 'Moi',
      language: 'fr',
      address: 'tu',
      policyId: 'rules',
    })
    const { body } = await service.api('POST', '/api/v1/boards', {
      ...{ connectionId: world.connectionId, containerId: own.id, clientId: me.body.id, role: 'assistant' },
    })
    await service.api('PATCH', `/api/v1/boards/${body.board.id}`, { mode: 'apply', hourlyWriteLimit: 1000 })
    await service.api('PATCH', `/api/v1/boards/${world.boardId}`, {
      twinBoardId: body.board.id,
      relays: true,
    })
    await world.settled()
    const stranger = sandbox.people.client
    Object.assign(stranger.member, { fullName: '@card [x](https://evil.example)\n\u202ebot' })
    for (const [what, text] of texts) {
      const id = stranger.createCard({ board: made.id, list: 'Demandes', title: text, text })
      stranger.comment(id, text)
      stranger.comment(id, `/in /confirm /devis 0\n${text}`)
      ids.set(what, id)
    }
    await world.settled()
  })
  afterAll(() => world.close())

  const twins = () => world.sandbox.cards(own.id)

  it('arrive once each, as they look', () => {
    expect(twins()).toHaveLength(texts.length)
    for (const { title, text, comments } of twins()) {
      expect(title).toMatch(/^Claire · /)
      for (const words of [title, text, ...comments.map((comment) => comment.text)])
        expect(words).not.toMatch(unseen)
      expect(text).toContain(marker)
      expect(comments.filter((comment) => comment.text.includes(marker)).length).toBeGreaterThanOrEqual(2)
    }
    const family = twins().find(({ title }) => title.includes('👨'))
    expect(family?.title).toBe(`Claire · ${hostileTexts['a family']}`)
  })

  it('call nobody, and hide no address behind other words', () => {
    for (const { text, comments } of twins()) {
      expect(text).not.toMatch(hiddenLink)
      for (const comment of comments) {
        expect(comment.text).not.toMatch(hiddenLink)
        expect(comment.text).not.toMatch(/(?<![\p{L}\p{N}._+-])@[\p{L}\p{N}_]/u)
      }
    }
    // An address of somebody is still one.
    expect(twins().some(({ comments }) => comments.some(({ text }) => text.includes('<j@k.example>')))).toBe(
      true,
    )
  })

  it('decide nothing that is the assistant’s to decide, and none is written twice', async () => {
    for (const [what, id] of ids) {
      const task = await world.taskOf(id)
      const { body } = await world.service.api('GET', `/api/v1/tasks/${task.id}/answers`)
      const ruled = body.items.filter(({ said }: { said: { kind: string } }) =>
        ['in', 'confirm', 'quote'].includes(said.kind),
      )
      expect([what, ruled]).toEqual([what, []])
    }
    const before = twins().map(({ id }) => world.sandbox.card(id)?.comments.length)
    world.sandbox.calls.reset()
    await world.service.api('POST', `/api/v1/boards/${world.boardId}/sweep`)
    await world.settled()
    expect(twins().map(({ id }) => world.sandbox.card(id)?.comments.length)).toEqual(before)
    expect(twins().reduce((sum, { id }) => sum + world.sandbox.calls.writes(id), 0)).toBe(0)
  })

  it('put on the board from another channel, are the client’s words and no more', async () => {
    const { service, clientId, sandbox, made } = world
    const before = sandbox.cards(made.id).length
    for (const [, text] of texts.filter(([, text]) => !text.includes('\u0000')))
      await service.api('POST', '/api/v1/requests', {
        channel: 'whatsapp',
        text,
        title: text.slice(0, 200),
        clientId,
        putOnBoard: true,
      })
    await world.settled()
    const fresh = sandbox.cards(made.id).slice(before)
    expect(fresh.length).toBeGreaterThan(20)
    for (const { title, text } of fresh) {
      expect(`${title}${text}`).not.toMatch(unseen)
      expect(text).not.toMatch(hiddenLink)
    }
  })
})
