import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findingCodes, inOrder } from '#model/decision.ts'
import { evaluate } from '#policies/evaluate.ts'
import { labelSpecs } from '#policies/labels.ts'
import { presets } from '#policies/presets/presets.ts'
import { added, blog, compiled, document, facts, judge, monday, service, task } from './judge.ts'

const short = { dueAt: '2026-11-24T07:00:00.000Z', dueSetAt: monday }
const preset = compiled(presets.webmarketing)

/** Words that the rules look for, and what has no business in a request, mixed. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'newsletter',
        'rédiger',
        'article de blog',
        'URGENT',
        "rien d'",
        'pas de',
        'sans',
        '«',
        '"',
        "'",
      ),
      fc.constantFrom(
        '\u202E',
        '\u200B',
        '\u0000',
        '\uD800',
        '{{ service }}',
        '{% raw %}',
        '@everyone',
        '[x](y)',
        '\n',
      ),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(' '))

describe('evaluate', () => {
  it('keeps all findings, headline first, and says by which version and clock', () => {
    expect(judge('Article de blog', short)).toMatchObject({
      policyId: 'pol_1',
      policyVersion: 3,
      at: monday,
      headline: 'out_of_scope',
      findings: [{ code: 'out_of_scope' }, { code: 'urgent_confirm' }],
      labels: ['out_of_scope', 'urgent_confirm'],
      service: 'blog',
      price: null,
      fields: { estimate: null, surcharge: null },
    })
  })

  it.each([
    ['fr', 'à partir de lundi 8 février à 9 h', 'en dehors de mes horaires'],
    ['en', 'from Monday 8 February at 9:00', 'outside my answering hours'],
  ] as const)(
    'tells nobody after the opening that they will be answered from then on (%s)',
    (language, opens, outside) => {
      const [sunday, opening] = ['2027-02-07T20:00:00.000Z', '2027-02-08T08:00:00.000Z']
      const policy = compiled(document({ hours: presets.webmarketing?.hours }), { language })
      const asked = (title: string, now: string) =>
        evaluate(
          policy,
          task({ title, text: 'https://drive.example/texte', submittedAt: sunday }),
          facts(),
          now,
        )
      const early = asked('Newsletter', '2027-02-08T07:59:00.000Z')
      expect(early).toMatchObject({ headline: 'off_hours', announce: true })
      expect(early.message).toContain(opens)
      const late = asked('Newsletter', opening)
      expect(late).toMatchObject({ headline: 'off_hours', labels: early.labels, announce: false })
      expect(late.message).not.toContain(outside)
      const both = [asked('Article de blog', sunday), asked('Article de blog', opening)]
      expect(both.map(({ announce, message }) => [announce, message.includes(opens)])).toEqual([
        [true, true],
        [true, false],
      ])
    },
  )

  it('fills the fields: an exact amount as a number, a range only as words, the surcharge in percent', () => {
    const exact = evaluate(compiled(), task({ hours: 2 }), facts(short), monday)
    expect(exact.fields).toEqual({
      estimate: { number: '94.50', text: '94,50 €' },
      surcharge: { number: '35', text: '+35 %' },
    })
    expect(judge('Newsletter', short).fields.estimate).toEqual({
      number: null,
      text: 'entre 47,25 € et 141,75 €',
    })
  })

  it('shows the surcharge even where nobody knows the hours', () => {
    const { defaultHours: _, ...unknown } = service
    const policy = compiled(document({ services: [unknown, blog] }))
    const decision = evaluate(policy, task(), facts(short), monday)
    expect(decision.price).toBeNull()
    expect(decision.labels).toContain('surcharge:35')
  })

  it('takes the surcharge of the most complex service, under the cap', () => {
    const visual = { ...service, id: 'visual', keywords: { fr: ['visuel'] }, complexity: 'high' }
    const policy = compiled(document({ services: [service, visual], urgency: { capPercent: 45 } }))
    const decision = evaluate(policy, task({ title: 'newsletter + visuel' }), facts(short), monday)
    expect(decision.labels).toContain('surcharge:45')
  })

  it('gives a first idea of the price of work on quote, but not of a part of the request', () => {
    const page = { ...service, id: 'page', kind: 'quote', keywords: { fr: ['page de vente'] } }
    const policy = compiled(document({ services: [service, page] }))
    const priceOf = (title: string) => {
      const { headline, price } = evaluate(policy, task({ title }), facts(), monday)
      return [headline, price?.total.max.minor ?? null]
    }
    expect(priceOf('Page de vente')).toEqual(['quote_needed', 10_500])
    expect(priceOf('Page de vente et newsletter')).toEqual(['quote_needed', null])
  })

  it('goes where the policy sends the headline, and nowhere else', () => {
    const policy = compiled(document({ statuses: { out_of_scope: 'waiting' } }))
    expect(evaluate(policy, task({ title: 'Article de blog' }), facts(), monday).status).toBe('waiting')
    expect(evaluate(policy, task(), facts(), monday).status).toBeNull()
  })

  it('announces what the policy wants announced', () => {
    const policy = compiled(document({ messages: { commentWhen: ['in_scope'] } }))
    expect(evaluate(policy, task(), facts(), monday).announce).toBe(true)
    expect(evaluate(policy, task({ title: 'Article de blog' }), facts(), monday).announce).toBe(false)
  })

  it('stays silent about an urgent request that it does not understand', () => {
    expect(judge('URGENT')).toMatchObject({ headline: 'urgent_confirm', announce: false })
  })

  it.each([
    ['urgency', task(), facts({ dueAt: 'demain', dueSetAt: monday })],
    ['price', task({ hours: 1e300 }), facts()],
  ])('leaves to a person what the rule "%s" cannot decide', (rule, asked, known) => {
    const decision = evaluate(compiled(), asked, known, monday)
    expect(decision).toMatchObject({
      headline: 'to_review',
      labels: ['to_review'],
      announce: false,
      price: null,
    })
    expect(decision.findings[0]).toEqual({
      code: 'to_review',
      reason: 'undecided',
      evidence: { rule, failure: 'RangeError' },
      clause: null,
    })
    expect(decision.findings.map(({ code }) => code)).toContain('in_scope')
  })

  it('leaves to a person what cannot be put into words', () => {
    const decision = evaluate(
      { ...compiled(), timeZone: 'Nowhere' },
      task({ hours: 1 }),
      facts(short),
      monday,
    )
    expect(decision).toMatchObject({ message: '', announce: false })
    expect(decision.findings.at(-2)).toMatchObject({ code: 'to_review', evidence: { rule: 'message' } })
  })

  it('puts nothing of what the client wrote into the message', () => {
    const decision = judge('@everyone [Article de blog](javascript:x) {{ service }} **gras**')
    expect(decision.headline).toBe('out_of_scope')
    expect(decision.message).not.toMatch(/@|javascript|\{\{|\*\*/u)
  })
})

describe('evaluate, whatever the request holds', () => {
  const known = fc.record({
    dueAt: fc.constantFrom(null, 'x', monday, '2026-11-24T07:59:00.000Z'),
    dueSetAt: fc.constantFrom(null, 'y', monday),
    overrides: fc.subarray([added('in_scope'), added('out_of_scope'), added('urgent_confirmed')]),
  })
  const asked = fc.record({
    title: hostile,
    text: hostile,
    hours: fc.option(fc.double()),
    service: fc.option(hostile),
  })

  it('never throws, and shows only labels that the board can have', () => {
    const possible = new Set<string>(labelSpecs(preset).map(({ key }) => key))
    fc.assert(
      fc.property(asked, known, (request, remembered) => {
        const decision = evaluate(preset, task(request), facts(remembered), monday)
        expect(decision.labels.filter((label) => !possible.has(label))).toEqual([])
        expect(decision.labels).toEqual(inOrder(decision.labels))
        const order = decision.findings.map(({ code }) => findingCodes.indexOf(code))
        expect(order).toEqual([...order].sort((a, b) => a - b))
      }),
    )
  })

  it('gives the same decision again, with other requests judged in between', () => {
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 5 }), known, (requests, remembered) => {
        const all = (list: typeof requests) =>
          list.map((request) => evaluate(preset, task(request), facts(remembered), monday))
        expect(all(requests.toReversed())).toEqual(all(requests).toReversed())
      }),
    )
  })

  it('judges the same whatever the order of the catalogue and of the overrides', () => {
    const { services } = preset.document
    const order = fc.shuffledSubarray(services, { minLength: services.length, maxLength: services.length })
    fc.assert(
      fc.property(asked, known, order, (request, remembered, shuffled) => {
        const other = compiled({ ...preset.document, services: shuffled })
        const reversed = { ...remembered, overrides: remembered.overrides.toReversed() }
        const [a, b] = [preset, other].map((policy) =>
          evaluate(policy, task(request), facts(remembered), monday),
        )
        const c = evaluate(preset, task(request), facts(reversed), monday)
        expect([b?.headline, b?.labels, b?.price?.total]).toEqual([a?.headline, a?.labels, a?.price?.total])
        expect(c).toEqual(a)
      }),
      { numRuns: 40 },
    )
  })

  it.each([
    ['one endless word', 'ui'.repeat(50_000)],
    ['one endless keyword', 'newsletter '.repeat(9_000)],
    ['keywords of both sides', 'rédiger la newsletter sans article de blog '.repeat(2_300)],
    ['denials', "pas besoin rien d'urgent ".repeat(4_000)],
    ['opening quotes', '«“"'.repeat(33_000)],
    ['apostrophes', "'".repeat(100_000)],
    ['subject lines', 'objet: '.repeat(14_000)],
    ['full stops', '. '.repeat(50_000)],
    ['white space', ' \t\n'.repeat(33_000)],
    ['hyphens', ' - '.repeat(33_000)],
    ['endings that stemmers peel', `${'iveness'.repeat(5)} `.repeat(2_800)],
    ['fillers inside a keyword', `page ${'de '.repeat(33_000)}vente`],
    ['combining marks', `e${'\u0301'.repeat(100_000)}`],
  ])('finishes on 100 kB of %s', (_name, text) => {
    expect(evaluate(preset, task({ text }), facts(), monday).findings.length).toBeGreaterThan(0)
  })
})
