import { describe, expect, it } from 'vitest'
import { scope } from '#policies/rules/scope.ts'
import { added, blog, compiled, document, facts, service, task } from './judge.ts'

const tunnel = { id: 'tunnel', kind: 'quote', name: { fr: 'Tunnel de vente' } }
const publish = {
  id: 'publish',
  kind: 'included',
  name: { fr: "Mise en ligne d'articles" },
  keywords: { fr: ['mettre en ligne un article de blog', 'journal', 'fautes', 'carte de vœux'] },
}
const policy = compiled(document({ services: [service, blog, tunnel, publish] }))
const judge = (title: string) => scope(policy, task({ title }), facts())[0]

describe('scope by text', () => {
  it.each([
    ['Newsletter de mai', 'in_scope', ['newsletter']],
    ['DEUX NEWSLETTERS', 'in_scope', ['newsletter']],
    ["l'article de blog", 'out_of_scope', ['blog']],
    ['nos derniers articles de nos blogs', 'out_of_scope', ['blog']],
    ['Blog posts', 'out_of_scope', ['blog']],
    ['Les journaux', 'in_scope', ['publish']],
    ['Cartes de VOEUX', 'in_scope', ['publish']],
    ['des pages bien tournées, rédigées à la main', 'out_of_scope', ['blog']],
    ['un tunnel de vente', 'quote_needed', ['tunnel']],
    ['newsletter et tunnel de vente', 'quote_needed', ['tunnel']],
    ['mettre en ligne nos deux articles de blog', 'in_scope', ['publish']],
    ['rédiger la newsletter', 'out_of_scope', ['blog']],
    ['write our newsletter', 'out_of_scope', ['blog']],
  ])('of "%s" is %s', (title, code, services) => {
    expect(judge(title)).toMatchObject({ code, reason: 'keyword', evidence: { services } })
  })

  it.each([
    'pas besoin de newsletter',
    'no need for a newsletter',
    'without any newsletter',
    'sans newsletter ni article de blog',
    'la newsletter est prête',
    'the newsletter is already done',
    "je m'occupe de la newsletter",
    "I'll write the blog post",
    'un article sur le blogging',
    'il faut que tu me rappelles',
    '',
  ])('of "%s" is unknown', (title) => {
    expect(judge(title)).toMatchObject({ code: 'to_review', reason: 'unknown', clause: null })
  })

  it.each([
    "n'oubliez pas la newsletter",
    'pas seulement la newsletter',
    "je n'ai pas la newsletter",
    "don't forget the newsletter",
    'not only the newsletter',
    'pas de rédaction mais une newsletter',
    "je n'ai pas le temps pour la newsletter",
    'une newsletter avec un article de blog déjà écrit',
    'une newsletter avec un article de blog écrit par mes soins',
    'une newsletter dont les textes sont prêts',
    'pas de rédaction et une newsletter',
  ])('of "%s" is the newsletter: what is missing or recalled is asked for', (title) => {
    expect(judge(title)).toMatchObject({ code: 'in_scope', evidence: { services: ['newsletter'] } })
  })

  it.each([
    'newsletter et article de blog',
    'article de blog + newsletter',
    'article de blog et newsletter',
    'tunnel de vente, article de blog',
  ])('of "%s" is mixed, with both sides named', (title) => {
    const finding = judge(title)
    expect(finding).toMatchObject({ code: 'to_review', reason: 'mixed', evidence: { excluded: ['blog'] } })
    expect(finding?.evidence.included).toHaveLength(1)
    expect(finding?.evidence.words).toContain('article de blog')
  })

  it('names the words it rests on, the words it set aside and the clause', () => {
    expect(judge('Newsletter, sans rédiger')).toEqual({
      code: 'in_scope',
      reason: 'keyword',
      evidence: { services: ['newsletter'], words: ['newsletter'], setAside: ['rédiger'] },
      clause: 'services[0]',
    })
  })
})

describe('scope by choice', () => {
  const chosen = task({ title: 'Newsletter', service: 'blog' })

  it('follows the service somebody chose, whatever the text says', () => {
    expect(scope(policy, chosen, facts())[0]).toMatchObject({ code: 'out_of_scope', reason: 'chosen' })
  })

  it('reads the text when the chosen service is not in the catalogue', () => {
    expect(scope(policy, { ...chosen, service: 'gone' }, facts())[0]).toMatchObject({ code: 'in_scope' })
  })

  it.each(['in_scope', 'out_of_scope', 'quote_needed', 'to_review'] as const)(
    'follows the ruling %s',
    (code) => {
      const overrides = [added(code)]
      expect(scope(policy, chosen, facts({ overrides }))[0]).toMatchObject({ code, reason: 'ruling' })
    },
  )

  it('follows the latest of several rulings, in whatever order they are kept', () => {
    const earlier = added('out_of_scope', '2026-11-23T08:00:00.000Z')
    const later = added('in_scope', '2026-11-23T09:00:00.000Z')
    for (const overrides of [
      [earlier, later],
      [later, earlier],
    ]) {
      expect(scope(policy, chosen, facts({ overrides }))[0]?.code).toBe('in_scope')
    }
  })

  it('does not take a removed label or another label for a ruling', () => {
    const overrides = [{ ...added('out_of_scope'), change: 'removed' } as const, added('urgent_confirmed')]
    expect(scope(policy, task(), facts({ overrides }))[0]?.reason).toBe('keyword')
  })
})
