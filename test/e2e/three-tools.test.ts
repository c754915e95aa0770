import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Place } from '../demo/places.ts'
import type { Asker } from '../demo/requests.ts'
import { createCall, openPlaces, setUp } from '../demo/set-up.ts'
import { adminKey, freshService, type TestService } from '../support/service.ts'
import { untilIdle } from '../support/until-idle.ts'

let places: Record<Asker, Place>
let service: TestService

beforeEach(async () => {
  places = await openPlaces()
  service = await freshService({
    TRELLO_API_URL: places.claire.apiUrl,
    NOTION_API_URL: places.tom.apiUrl,
    CLICKUP_API_URL: places.riviere.apiUrl,
  })
  await setUp(places, createCall(service.url, adminKey))
  await settled()
})
afterEach(async () => {
  await service.close()
  for (const place of Object.values(places)) await place.close()
})

const settled = () => untilIdle(service, Object.values(places))
const boardsOf = async () => (await service.api('GET', '/api/v1/boards')).body.items as { id: string }[]
const sweepAll = async () => {
  for (const { id } of await boardsOf()) await service.api('POST', `/api/v1/boards/${id}/sweep`)
  await settled()
}

/** The same moment however long the test has been under way: what is due then is due on the same day each time. */
const begun = Date.now()
const inHours = (hours: number) => hours - (Date.now() - begun) / 3_600_000

/** An hour in the life of a board; what is seen of it in the end, whatever the tool calls things. */
async function live(place: Place): Promise<unknown[]> {
  const ids = [
    place.write({ title: 'Newsletter de juin', text: 'Le texte est prêt.' }),
    place.write({ title: 'Article de blog', text: '1 500 mots' }),
    place.write({ title: 'Visuel Canva', dueInHours: inHours(24 * 9) }),
    place.write({ title: 'Bonjour' }),
  ]
  await settled()
  place.edit(ids[0] ?? '', { title: 'Livre blanc de juin', text: 'À rédiger.' })
  place.edit(ids[2] ?? '', { dueInHours: inHours(5) })
  const gone = place.write({ title: 'Carrousel' })
  await settled()
  place.remove(gone)
  await settled()
  return [...ids, gone]
}

const sightsOf = (place: Place, ids: readonly unknown[]) =>
  ids.map((id) => {
    const { title, labels, estimate, comments } = place.see(String(id))
    // The reference is each task's own, and so is the minute.
    const words = comments.map((text) => text.replace(/r[ée]f\. \w{4}| à \d+ h( \d+)?| at \d+:\d+/g, ''))
    return { title, labels: labels.map((label) => label.toLowerCase()).sort(), estimate, words }
  })

describe.each(['claire', 'tom', 'riviere'] as const)('the board of %s', (who) => {
  it('is the same whether every webhook arrives or none does and one sweep follows', async () => {
    const place = places[who]
    const told = sightsOf(place, (await live(place)).slice(0, 4))
    place.faults.dropNextWebhooks(10_000)
    const lost = await live(place)
    place.faults.clear()
    await sweepAll()
    expect(sightsOf(place, lost.slice(0, 4))).toEqual(told)
    expect(told.every(({ labels }) => labels.length > 0)).toBe(true)
    const { body } = await service.api('GET', '/api/v1/tasks?state=gone&limit=200')
    // Only the told one was ever known: what came and went unseen is nothing to us.
    expect(body.items).toHaveLength(1)
  })

  it('keeps the assistant’s word', async () => {
    const place = places[who]
    const [out, scope] = who === 'tom' ? ['Out of scope', 'In scope'] : ['Hors cadre', 'Dans le cadre']
    const lower = (text = '') => (who === 'riviere' ? text.toLowerCase() : text)
    const id = place.write({ title: 'Article de blog' })
    await settled()
    expect(place.see(id).labels).toEqual([lower(out)])
    place.swapLabel(id, lower(out), lower(scope))
    await settled()
    expect(place.see(id).labels).toEqual([lower(scope)])
    expect(place.see(id).comments).toHaveLength(1)
  })
})

describe('a connection to Notion', () => {
  it('believes the first verification token, shows it to whoever holds a key, and never another', async () => {
    const { body } = await service.api('GET', '/api/v1/connections')
    const { id, callbackUrl } = body.items.find(({ tool }: { tool: string }) => tool === 'notion')
    const path = `/api/v1/connections/${id}/verification-token`
    const { verificationToken } = (await service.api('GET', path)).body
    expect(verificationToken).toMatch(/^secret_/)
    const forged = await fetch(callbackUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ verification_token: 'secret_of_somebody_else' }),
    })
    expect(forged.status).toBe(403)
    expect((await service.api('GET', path)).body).toEqual({ verificationToken })
    expect((await service.api('GET', path, undefined, '')).status).toBe(401)
  })
})
