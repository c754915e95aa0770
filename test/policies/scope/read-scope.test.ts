import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { defaultStrictness, readScope } from '#policies/scope/read-scope.ts'
import { buildScopeModel } from '#policies/scope/scope-model.ts'
import { modelWith, read, readBy, services } from './preset.ts'

interface Labelled {
  readonly title: string
  readonly text: string
  readonly scope: 'in' | 'out' | 'review'
  readonly service: string | null
}
const requests: Labelled[] = readFileSync(new URL('requests.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

describe('requests of everyday life', () => {
  const judged = requests.map((request) => ({ request, reading: read(request.title, request.text) }))
  const of = (scope: string) => judged.filter(({ request }) => request.scope === scope)
  const share = (part: readonly unknown[], whole: readonly unknown[]) => part.length / whole.length

  it('are told apart in at least nine of ten cases', () => {
    const right = judged.filter(({ request, reading }) => reading.verdict === request.scope)
    expect(share(right, judged)).toBeGreaterThanOrEqual(0.88)
  })

  it('are hardly ever decided wrongly', () => {
    const decided = judged.filter(({ reading }) => reading.verdict !== 'review')
    const right = decided.filter(({ request, reading }) => reading.verdict === request.scope)
    expect(share(right, decided)).toBeGreaterThanOrEqual(0.95)
  })

  it('of other work never count as covered', () => {
    expect(of('out').filter(({ reading }) => reading.verdict === 'in')).toEqual([])
  })

  it('find their service', () => {
    const inside = of('in').filter(({ reading }) => reading.verdict === 'in')
    const right = inside.filter(({ request, reading }) => reading.service === request.service)
    expect(share(right, inside)).toBeGreaterThanOrEqual(0.9)
  })
})

describe('a title alone', () => {
  it.each([
    ['newsletter + 1 visuel', ['newsletter', 'visuels-canva']],
    ['Newsletter and a sales funnel', ['newsletter', 'page-de-vente']],
    ['Landing page pour mon atelier', ['page-de-vente']],
    ['Two Canva visuals for Instagram', ['visuels-canva']],
  ])('"%s" asks for what it names', (title, asked) => {
    const reading = read(title)
    expect(reading.verdict).toBe('in')
    expect([...reading.services].sort()).toEqual(asked)
    expect(reading.services[0]).toBe(reading.service)
  })

  it.each([
    ['rédiger la newsletter', 'redaction'],
    ['Peux-tu me faire un logo ?', 'identite-visuelle'],
    ['Please set up our Facebook Ads', 'publicite'],
    ['Gérer mes réseaux sociaux et répondre aux commentaires', 'community-management'],
  ])('"%s" is out', (title, service) => {
    expect(read(title)).toMatchObject({ verdict: 'out', service, services: [] })
  })

  it.each([
    ['Écrire 3 articles', 'SEO, 700 mots, mots-clés fournis', 'out', 'redaction'],
    ['Write 3 articles', 'SEO, 700 words, keywords supplied', 'out', 'redaction'],
  ])('"%s" with a note in shorthand, "%s", is %s: %s', (title, text, verdict, service) => {
    expect(read(title, text)).toMatchObject({ verdict, service })
  })

  it.each(['newsletter et article de blog', 'article de blog + newsletter', 'Logo et newsletter'])(
    '"%s" is mixed, with both sides named',
    (title) => {
      const { verdict, service, mixed } = read(title)
      expect({ verdict, service }).toEqual({ verdict: 'review', service: null })
      expect(mixed?.covered).toEqual(['newsletter'])
      expect(mixed?.excluded).toHaveLength(1)
    },
  )

  it.each([
    'pas besoin de newsletter',
    'no need for a newsletter',
    'la newsletter est prête',
    '',
    '!!!',
    '…',
  ])('"%s" asks for nothing', (title) =>
    expect(read(title)).toMatchObject({ verdict: 'review', services: [] }),
  )
})

describe('a link that leads nowhere', () => {
  it.each([
    ['Lien cassé', 'quand je clique sur « je réserve » ça tombe sur une page introuvable'],
    ['Problème', 'le bouton « je réserve » mène à une page introuvable, tu peux regarder ?'],
    ['Broken link', 'the Book now button ends on a page not found'],
  ])('is mended on the site, and no sales page is to be made: "%s"', (title, text) =>
    expect(read(title, text)).toMatchObject({ verdict: 'in', service: 'mise-a-jour-site' }),
  )
})

it.each([
  ['Sophie a payé 2x', 'sa séance du 3 a été réglée deux fois, faut lui faire un avoir de 90 €'],
  ['Sophie paid twice', 'the session of the 3rd was paid twice, she is owed a credit note of €90'],
])('a credit note is billing, and chases nobody: "%s"', (title, text) =>
  expect(readBy('coach-trello', title, text)).toMatchObject({ verdict: 'in', service: 'facturation' }),
)

it.each([
  ['Off Kajabi, onto Circle', 'by summer, everything: members, modules, payments. what would it cost'],
  ['On quitte Teachable', 'tout doit passer sur Podia avant juin : élèves, modules, paiements'],
])('leaving one tool for another is a migration, whatever lies in it: "%s"', (title, text) =>
  expect(readBy('online-business-manager', title, text)).toMatchObject({
    verdict: 'in',
    service: 'migration',
  }),
)

describe('covered and excluded work, each in a sentence of its own', () => {
  it.each([
    ['Envoie la newsletter mardi 8 h. Lance aussi 150 € de pub Facebook sur le stage.', 'newsletter'],
    ['Envoie la newsletter mardi 8 h. Lance aussi 150 € de pub sur le stage.', 'newsletter'],
    ['Tu peux programmer les posts ? Mets aussi 150 € de pub Facebook.', 'programmation'],
    ['Please schedule the posts. Also put $150 of Facebook ads behind them.', 'programmation'],
    ['La newsletter est prête, à envoyer mardi 8 h. Lance aussi 150 € de pub Facebook.', 'newsletter'],
    ['The newsletter is ready, please send it. Then put $150 of Facebook ads behind it.', 'newsletter'],
  ])('is mixed, whatever the verb of the order: "%s"', (text, covered) => {
    const { verdict, mixed } = read('Stage de mai', text)
    expect({ verdict, mixed }).toEqual({
      verdict: 'review',
      mixed: { covered: [covered], excluded: ['publicite'] },
    })
  })

  it.each([
    ['Peux-tu programmer les posts ? La pub Facebook peut attendre.', 'programmation'],
    ['Please schedule the posts. The Facebook ads can wait.', 'programmation'],
    ['Peux-tu programmer les posts ? C’est Marc qui gère la pub Facebook.', 'programmation'],
    ['Please schedule the newsletter on Tuesday. Logo attached.', 'newsletter'],
    ['Merci de programmer ces posts. Logo de la marque en pièce jointe.', 'programmation'],
  ])('is not mixed where the excluded work is only told of: "%s"', (text, service) => {
    expect(read('Stage de mai', text)).toMatchObject({ verdict: 'in', service })
  })
})

describe('a request that only says', () => {
  it.each([
    ['what is not to be done', 'Ne programme pas les posts de mai', 'elle les publie elle-même'],
    ['what is not to be done', 'Don’t schedule the May posts', 'She publishes them herself'],
    ['what is to wait', 'Ne programme pas encore les posts de mai', ''],
    ['what is over', 'Laisse tomber', 'pour le carrousel, je garde l’ancien'],
    ['what is over', 'Sorry', 'ignore my last card about the stats, figured it out'],
    ['what is over', 'Désolée', 'oublie ma dernière carte, j’ai trouvé les chiffres'],
    ['that all is well', 'Works for me', 'the new banner, thanks'],
  ])('%s asks for nothing: "%s"', (_, title, text) => {
    expect(read(title, text)).toMatchObject({ verdict: 'review', services: [] })
  })

  it.each([
    ['Newsletter de mai', 'Ne change pas l’objet. Envoi jeudi.', 'newsletter'],
    ['Pas reçu la newsletter de mai', 'tu peux la renvoyer ?', 'newsletter'],
    ['Pas d’urgence pour la newsletter', '', 'newsletter'],
  ])('what not to do beside what to do is asked for: "%s"', (title, text, service) => {
    expect(read(title, text)).toMatchObject({ verdict: 'in', service })
  })
})

it('a mail that stands below a request is not what is asked for', () => {
  const mail =
    'Le lun. 4 mai 2026 à 10:12, Paul a écrit :\n\nIl faut refaire tout le site et dessiner un logo.'
  expect(
    read('Newsletter de mai', `Peux-tu la mettre en page et l’envoyer jeudi ?\n\n${mail}`),
  ).toMatchObject({
    verdict: 'in',
    service: 'newsletter',
  })
})

describe('the reading', () => {
  it('names the words that decided, as they are written', () => {
    const { terms } = read('Logo', 'Peux-tu dessiner un logo pour ma marque ?')
    expect(terms.map(({ term }) => term)).toContain('logo')
    expect(terms.length).toBeLessThanOrEqual(5)
    for (const { weight } of terms) expect(weight).toBeGreaterThan(0)
  })

  it('says what was set aside', () => {
    const { ignored } = read(
      'Newsletter',
      "Mise en page et envoi, pas besoin de rédaction. J'ai déjà écrit le texte.",
    )
    expect(ignored.join(' | ')).toContain('pas besoin de redaction')
  })

  it('names the nearest example', () => {
    const { nearest } = read(
      'Article',
      'Mon article sur le sommeil est prêt, tu peux l’intégrer sur le blog ?',
    )
    expect(nearest).toMatchObject({ service: 'mise-en-ligne', learned: false })
  })

  it('has shares that sum to 1 and at most three candidates', () => {
    for (const { title, text } of requests) {
      const { probability, candidates } = read(title, text)
      expect(probability.in + probability.out + probability.review).toBeCloseTo(1, 3)
      expect(candidates.length).toBeLessThanOrEqual(3)
    }
  })

  it('abstains more, and never turns from in to out, as strictness grows', () => {
    const model = modelWith()
    for (const { title, text } of requests) {
      const [lax, strict] = [0, 0.9].map((strictness) => readScope(model, title, text, strictness).verdict)
      expect(strict === lax || strict === 'review').toBe(true)
    }
  })

  it('works without examples, keywords or services', () => {
    const bare = services.map((service) => ({
      ...service,
      keywords: { fr: [], en: [] },
      examples: { fr: [], en: [] },
    }))
    const title = 'Peux-tu me faire un logo ?'
    expect(readScope(buildScopeModel(bare, [], 'fr'), title, '', defaultStrictness).verdict).not.toBe('in')
    expect(readScope(buildScopeModel([], [], 'fr'), title, '', defaultStrictness).verdict).not.toBe('in')
  })
})

describe('determinism', () => {
  const model = modelWith()
  const readAll = (list: readonly Labelled[]) =>
    new Map(
      list.map(({ title, text }) => [
        `${title}\n${text}`,
        JSON.stringify(readScope(model, title, text, 0.5)),
      ]),
    )

  it('gives the same bytes whatever was read before', () => {
    const forward = readAll(requests)
    const backward = readAll(requests.toReversed())
    for (const [key, reading] of forward) expect(backward.get(key)).toBe(reading)
    const fresh = modelWith()
    const { title, text } = requests[7] ?? { title: '', text: '' }
    expect(JSON.stringify(readScope(fresh, title, text, 0.5))).toBe(forward.get(`${title}\n${text}`))
  })
})

describe('hostile text', () => {
  it.each([
    ['constructor'],
    ['__proto__ toString hasOwnProperty'],
    ['\u0000\u202e\ud800'],
    ['«'.repeat(50_000)],
    ["'a ".repeat(50_000)],
    ['a'.repeat(1_000_000)],
    ['newsletter et '.repeat(80_000)],
    ['🎉'.repeat(100_000)],
  ])('is read to the end (%#)', (text) => {
    const reading = read(text, text)
    expect(['in', 'out', 'review']).toContain(reading.verdict)
    expect(Number.isFinite(reading.probability.in)).toBe(true)
  })

  it('is read up to a bound only', () => {
    const padding = 'blabla '.repeat(3_000)
    expect(read('Question', `${padding}${'rédiger un article '.repeat(100)}`)).toEqual(
      read('Question', `${padding}${'dessiner un logo '.repeat(100)}`),
    )
  })

  it('does not confuse services whose ids are names of object members', () => {
    const odd = services.map((service, at) => (at === 0 ? { ...service, id: '__proto__' } : service))
    const reading = readScope(buildScopeModel(odd, [], 'fr'), 'newsletter', '', defaultStrictness)
    expect(reading.services).toEqual(['__proto__'])
  })
})
