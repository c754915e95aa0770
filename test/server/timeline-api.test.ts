import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adminKey } from '../support/service.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

const hostile = '=HYPERLINK("http://evil") <script>alert(1)</script> **gras** | [lien](http://evil)'

describe('the life of a request', () => {
  let world: TrelloWorld
  let path: string
  beforeAll(async () => {
    world = await startTrelloWorld()
    const ask = async (title: string) => {
      const card = world.sandbox.people.client.createCard({ board: world.made.id, list: 'Demandes', title })
      await world.settled()
      return card
    }
    await ask(`${hostile} article de blog`)
    const card = await ask('Article de blog 1 500 mots')
    path = `/api/v1/tasks/${(await world.taskOf(card)).id}`
    const post = async (to: string, body: object) => {
      await world.service.api('POST', `${path}/${to}`, body)
      await world.settled()
    }
    await post('answers', { kind: 'quote', amount: 120 })
    await post('answers', { kind: 'accept' })
    await post('deposit', { amount: 60, note: 'virement' })
    await world.service.api('PUT', `${path}/overrides/quote_needed`, {})
    await world.settled()
    world.sandbox.people.assistant.removeLabel(card, 'Devis à prévoir')
    await world.settled()
  })
  afterAll(() => world.close())

  const text = async (url: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${world.service.url}${url}`, {
      headers: { authorization: `Bearer ${adminKey}`, ...headers },
    })
    return {
      type: response.headers.get('content-type'),
      text: await response.text(),
      status: response.status,
    }
  }

  it('is told in plain French: who asked, by which clause, what was answered, accepted and paid', async () => {
    const { body } = await world.service.api('GET', `${path}/timeline`)
    const words: string[] = body.items.map((entry: { words: string }) => entry.words)
    for (const said of [
      /^Claire a demandé « Article de blog 1 500 mots »\.$/,
      /^Verdict : Hors cadre\. Selon les règles : « .+ »/,
      /^Écrit sur le tableau : étiquette « Hors cadre » ajoutée, commentaire publié\.$/,
      /^CADRE_ADMIN_KEY a proposé un prix : 120,00 €\.$/,
      /^Claire \(noté par CADRE_ADMIN_KEY\) a accepté le prix : 120,00 €\.$/,
      /^Acompte reçu : 60,00 € \(virement\)\.$/,
      /^CADRE_ADMIN_KEY a imposé l'étiquette « Devis à prévoir »\.$/,
      /^Une personne a retiré l'étiquette « Devis à prévoir »\.$/,
    ])
      expect(words).toContainEqual(expect.stringMatching(said))
    expect(body.items.map(({ at }: { at: string }) => at)).toEqual(
      body.items.map(({ at }: { at: string }) => at).toSorted(),
    )
    const comment = body.items.find((entry: { text: string | null }) => entry.text !== null)
    expect(comment.text).toMatch(/réf\. /)
  })

  it('and in English', async () => {
    const { body } = await world.service.api('GET', `${path}/timeline?language=en`)
    const words = body.items.map((entry: { words: string }) => entry.words).join('\n')
    expect(words).toMatch(
      /Claire asked for “Article[\s\S]*Verdict: Out of scope[\s\S]*Claire \(noted by CADRE_ADMIN_KEY\) accepted the price: €120\.00/,
    )
    expect(words).not.toMatch(/étiquette|demandé|Prix/)
  })

  it('is a page of Markdown, if asked for by parameter or by header', async () => {
    const byHeader = await text(`${path}/timeline`, { accept: 'text/markdown' })
    const byParameter = await text(`${path}/timeline?format=markdown`)
    expect([byHeader.type, byParameter.text]).toEqual(['text/markdown; charset=utf-8', byHeader.text])
    expect(byHeader.text).toMatch(/^# Article de blog 1 500 mots\n\nHeure de Paris\.\n\n- \*\*/)
  })

  it('never lets a title become markup', async () => {
    const { body } = await world.service.api('GET', '/api/v1/tasks?q=hyperlink')
    const page = await text(`/api/v1/tasks/${body.items[0].id}/timeline?format=markdown`)
    expect(page.text).toContain('\\<script\\>')
    expect(page.text).not.toMatch(/(?<!\\)<script|(?<!\\)\[lien|(?<!\\)\*\*gras/)
  })

  it('is exported as CSV in which no cell is a formula', async () => {
    const { type, text: csv } = await text('/api/v1/tasks/export')
    expect(type).toBe('text/csv; charset=utf-8')
    const [header, ...lines] = csv.replace('\uFEFF', '').trimEnd().split('\r\n')
    expect(header).toMatch(/^createdAt,client,title,/)
    expect(lines).toHaveLength(2)
    expect(csv).toContain(`"'=HYPERLINK(""http://evil"")`)
    expect(csv).not.toMatch(/[,\n]"?[=+@]/)
    expect(csv).toMatch(/Hors cadre.*,EUR,120\.00,0,0\.00,120\.00,120\.00,accept,false,tsk_/)
  })

  it('is exported as JSON, filtered as the list is', async () => {
    const { body } = await world.service.api('GET', '/api/v1/tasks/export?format=json&q=mots&language=en')
    expect(body).toMatchObject([{ client: 'Claire', title: 'Article de blog 1 500 mots', total: '120.00' }])
    expect((await world.service.api('GET', '/api/v1/tasks/export?format=json&state=gone')).body).toEqual([])
  })

  it('was judged several times, and every verdict is kept', async () => {
    const { body } = await world.service.api('GET', `${path}/decisions`)
    expect(body.items.length).toBeGreaterThan(1)
    expect(body.items.at(-1).decision).toMatchObject({ headline: 'out_of_scope', price: null })
    expect((await world.service.api('GET', '/api/v1/tasks/tsk_none/decisions')).status).toBe(404)
    expect((await world.service.api('GET', '/api/v1/tasks/tsk_none/timeline')).status).toBe(404)
  })

  it('is found in the lists by what it is', async () => {
    const count = async (query: string) =>
      (await world.service.api('GET', `/api/v1/${query}`)).body.items.length
    expect(await count(`tasks?clientId=${world.clientId}`)).toBe(2)
    expect(await count('tasks?private=true')).toBe(0)
    expect(await count('tasks?createdTo=2020-01-01T00:00:00.000Z')).toBe(0)
    expect(await count('decisions?headline=out_of_scope&limit=1')).toBe(1)
    expect(await count('runs?from=2020-01-01T00:00:00.000Z&state=applied')).toBeGreaterThan(1)
    expect((await world.service.api('GET', '/api/v1/tasks?q=...')).status).toBe(400)
  })

  it('is told also where what was agreed since fits none of the rules of then', async () => {
    const { body: version } = await world.service.api('GET', '/api/v1/policies/rules')
    const services = [
      ...version.source.services,
      { id: 'podcast', kind: 'included', name: { fr: 'Podcasts' } },
    ]
    const document = { ...version.source, services }
    await world.service.api('POST', '/api/v1/policies/rules/versions', { after: version.version, document })
    const agreed = { terms: { services: { podcast: { price: 80 } } } }
    const client = await world.service.api('PATCH', `/api/v1/clients/${world.clientId}`, agreed)
    expect(client.status).toBe(200)
    const { status, body } = await world.service.api('GET', `${path}/timeline`)
    expect(status).toBe(200)
    expect(body.items.map((entry: { words: string }) => entry.words).join('\n')).toMatch(
      /Hors cadre\. Selon les règles : « .+ »/,
    )
  })
})
