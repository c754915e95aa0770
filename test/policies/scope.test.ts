import { describe, expect, it } from 'vitest'
import type { Facts } from '#model/facts.ts'
import type { Task } from '#model/task.ts'
import { scope as rule } from '#policies/rules/scope.ts'
import { added, blog, compiled, document, facts, request, service, task } from './judge.ts'

const tunnel = {
  id: 'tunnel',
  kind: 'quote',
  name: { fr: 'Tunnel de vente' },
  keywords: { fr: ['tunnel de vente'] },
}
const policy = compiled(document({ services: [service, blog, tunnel] }))
const scope = (by: typeof policy, asked: Task, known: Facts) =>
  rule(request({ policy: by, task: asked, facts: known }))
const judge = (title: string) => scope(policy, task({ title }), facts())[0]

describe('scope by text', () => {
  it.each([
    ['Newsletter de mai', 'in_scope', ['newsletter']],
    ["Rédiger l'article de blog", 'out_of_scope', ['blog']],
    ['Préparer un tunnel de vente', 'quote_needed', ['tunnel']],
  ])('of "%s" is %s', (title, code, services) => {
    expect(judge(title)).toMatchObject({ code, reason: 'text', evidence: { services } })
  })

  it('of covered and excluded work together is mixed, with both sides named', () => {
    expect(judge('newsletter et article de blog')).toMatchObject({
      code: 'to_review',
      reason: 'mixed',
      evidence: { services: [], covered: ['newsletter'], excluded: ['blog'] },
    })
  })

  it.each(['Merci pour tout !', ''])('of "%s" is not sure', (title) => {
    expect(judge(title)).toMatchObject({ code: 'to_review', reason: 'unsure', clause: null })
  })

  it('tells what it rests on, how sure it is, and the clause', () => {
    const finding = judge('Newsletter de mai')
    expect(finding?.evidence.words).toContain('newsletter')
    expect(finding?.evidence.probabilityIn).toBeGreaterThan(0.5)
    expect(finding?.clause).toBe('services[0]')
  })

  it('of work that nothing covers proposes a quote or a look, as the policy says', () => {
    const title = 'Il faudrait repeindre le mur du salon et changer la moquette'
    const quoting = compiled(document({ services: [service, blog] }))
    const asking = compiled(document({ services: [service, blog], scope: { uncatalogued: 'review' } }))
    const [quoted, asked] = [quoting, asking].map((by) => scope(by, task({ title }), facts())[0])
    expect([quoted?.code, asked?.code]).not.toContain('in_scope')
    if (quoted?.reason === 'uncatalogued') {
      expect(quoted).toMatchObject({ code: 'quote_needed', clause: 'scope.uncatalogued' })
      expect(asked).toMatchObject({ code: 'to_review' })
    }
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
    expect(scope(policy, task(), facts({ overrides }))[0]?.reason).toBe('text')
  })
})
