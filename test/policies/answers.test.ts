import { describe, expect, it } from 'vitest'
import { type Answer, type Answered, maySay, type Said, unanswered } from '#model/answer.ts'
import type { Price } from '#model/decision.ts'
import { emptyAccount } from '#model/facts.ts'
import { factsFrom } from '#policies/answers/in-force.ts'
import { evaluate } from '#policies/evaluate.ts'
import { added, blog, compiled, document, facts, judge, monday, task } from './judge.ts'

const answers = (...said: Said[]): Answer[] =>
  said.map((each, index) => ({
    id: `ans_${index}`,
    taskId: 'tsk_1',
    at: `2026-11-23T10:0${index}:00.000Z`,
    side: 'assistant',
    author: { id: 'key_1', name: 'Sophie' },
    via: 'api',
    said: each,
    sourceId: null,
    fingerprint: 'f',
    revision: index + 1,
  }))
const euros = (minor: number) => ({ minor, currency: 'EUR' })
const quote = (minor: number): Said => ({ kind: 'quote', amount: euros(minor) })

/** Due in five hours, so urgent. */
const urgent = { dueAt: '2026-11-23T13:00:00.000Z', dueSetAt: monday }
const judged = (title: string, known: Partial<Answered>, more: Parameters<typeof facts>[0] = {}) =>
  judge(title, { ...more, answers: { ...unanswered, ...known } })
const priceOf = (title: string): Price => {
  const { price } = evaluate(compiled(), task({ title, hours: 2 }), facts(urgent), monday)
  if (price === null) throw new Error('it has no price')
  return price
}

describe('what is in force of several answers', () => {
  it('is the latest on each subject', () => {
    const known = factsFrom(
      answers({ kind: 'confirm' }, { kind: 'out' }, { kind: 'decline' }, { kind: 'in' }),
    )
    expect(known).toMatchObject({ availability: { is: 'decline' }, ruling: { is: 'in', service: null } })
  })

  it('does not depend on the order in which they are read', () => {
    const all = answers({ kind: 'hours', hours: 2 }, quote(5000), { kind: 'refuse' }, quote(4000))
    expect(factsFrom(all.toReversed())).toEqual(factsFrom(all))
  })

  it('keeps an accepted price against a later quote, until the client thinks otherwise', () => {
    const price = priceOf('Newsletter de mai')
    const accepted = answers(quote(5000), { kind: 'accept', price }, quote(9000))
    expect(factsFrom(accepted)).toMatchObject({ choice: 'accept', accepted: price, quote: euros(5000) })
    expect(
      factsFrom([...accepted, ...answers({ kind: 'refuse' }).map((each) => ({ ...each, revision: 9 }))]),
    ).toMatchObject({ choice: 'refuse', accepted: null })
  })

  it('opens the question again when a new price is named after a no', () => {
    expect(factsFrom(answers(quote(5000), { kind: 'refuse' }, quote(4000)))).toMatchObject({
      choice: null,
      quote: euros(4000),
    })
  })

  it('lets clients decide for themselves only', () => {
    expect([maySay('client', 'accept'), maySay('client', 'confirm'), maySay('assistant', 'wait')]).toEqual([
      true,
      false,
      true,
    ])
  })
})

describe('an answer', () => {
  const at = '2026-11-23T09:00:00.000Z'

  it('confirms urgent work, or says that it cannot be done and offers to wait without surcharge', () => {
    const confirmed = judged('Newsletter de mai', { availability: { is: 'confirm', at } }, urgent)
    expect([confirmed.headline, confirmed.labels]).toEqual([
      'urgent_confirmed',
      ['in_scope', 'urgent_confirmed', 'surcharge:35'],
    ])
    const declined = judged('Newsletter de mai', { availability: { is: 'decline', at } }, urgent)
    // Nothing is left to confirm.
    expect([declined.headline, declined.labels]).toEqual(['urgent_confirm', ['in_scope']])
    expect(declined.message).toMatch(/pas disponible en urgence[\s\S]*il n'y aura pas de majoration/)
    expect(declined.announce).toBe(true)
  })

  it('yields to a label that a person put on later, and overrules an earlier one', () => {
    const label = added('urgent_confirmed', '2026-11-23T10:00:00.000Z')
    const later = judged(
      'Newsletter de mai',
      { availability: { is: 'decline', at: '2026-11-23T11:00:00.000Z' } },
      { ...urgent, overrides: [label] },
    )
    const earlier = judged(
      'Newsletter de mai',
      { availability: { is: 'decline', at } },
      { ...urgent, overrides: [label] },
    )
    expect([later.headline, earlier.headline]).toEqual(['urgent_confirm', 'urgent_confirmed'])
  })

  it.each<[string, NonNullable<Answered['ruling']>, string, string[]]>([
    ['Article de blog', { is: 'in', service: null, at }, 'in_scope', []],
    ['Newsletter de mai', { is: 'out', service: null, at }, 'out_of_scope', []],
    ['Un petit quelque chose', { is: 'service', service: 'newsletter', at }, 'in_scope', ['newsletter']],
    ['Newsletter de mai', { is: 'service', service: 'blog', at }, 'out_of_scope', ['blog']],
  ])('rules on the scope of "%s": %j', (title, ruling, headline, services) => {
    const decision = judged(title, { ruling })
    expect(decision.headline).toBe(headline)
    expect(decision.findings[0]).toMatchObject({ reason: 'ruling', evidence: { services, answer: true } })
  })

  it('has work on which a price was agreed within what was agreed, until that is ruled on or taken back', () => {
    const price = { ...priceOf('Newsletter de mai'), surchargeBasisPoints: 0 }
    const agreed = { quote: euros(12_000), choice: 'accept', accepted: price, acceptedAt: at } as const
    const labels = (known: Partial<Answered>, more = {}) => judged('Article de blog', known, more).labels
    expect(labels({ quote: euros(12_000) })).toEqual(['out_of_scope'])
    expect(labels(agreed)).toEqual(['in_scope'])
    expect(labels({ ...agreed, ruling: { is: 'out', service: null, at: monday } })).toEqual(['in_scope'])
    const later = '2026-11-23T11:00:00.000Z'
    expect(labels({ ...agreed, ruling: { is: 'out', service: null, at: later } })).toEqual(['out_of_scope'])
    const cannot = { ...agreed, quote: null, availability: { is: 'decline', at: later } } as const
    expect(labels(cannot, urgent)).toEqual(['out_of_scope'])
    const [accepted, waited] = [quote(5000), { kind: 'accept', price } as const, { kind: 'wait' } as const]
      .map((_, index, all) => factsFrom(answers(...all.slice(0, index + 1))))
      .slice(1)
    expect([accepted?.acceptedAt, waited?.acceptedAt]).toEqual(['2026-11-23T10:01:00.000Z', undefined])
  })

  it('ends the promise to answer once the office opens, and asks no date of whom has set one', () => {
    const policy = compiled(
      document({ hours: { week: { monday: ['10:00-12:00'], thursday: ['10:00-12:00'] } } }),
    )
    const message = (known: Partial<Answered>, more: Parameters<typeof facts>[0] = {}) =>
      evaluate(
        policy,
        task({ dueAt: more.dueAt ?? null }),
        facts({ ...more, answers: { ...unanswered, ...known } }),
        monday,
      ).message
    const opens = 'à partir de lundi 23 novembre à 10 h'
    expect(message({})).toContain(`${opens} ; d'ici là, tu n'as rien à faire. Si une date s'impose`)
    const distant = { dueAt: '2026-12-10T10:00:00.000Z', dueSetAt: monday }
    expect(message({}, distant)).toContain(`${opens} ; d'ici là, tu n'as rien à faire.`)
    expect(message({}, distant)).not.toContain("Si une date s'impose")
    expect(message({}, urgent)).toContain(opens)
    const waits = (since: string) => ({ choice: 'wait', availability: { is: 'wait', at: since } }) as const
    expect(message(waits(monday), urgent)).toContain(opens)
    expect(message(waits(at), urgent)).not.toContain(opens)
    for (const known of [{ availability: { is: 'confirm', at } }, { quote: euros(12_000) }] as const)
      expect(message(known, urgent)).not.toContain(opens)
  })

  it('is told with days that count from it, not from the judgement', () => {
    const week = Object.fromEntries(
      ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, ['09:00-18:00']]),
    )
    const policy = compiled(document({ hours: { week } }))
    const [evening, late] = ['2026-11-27T17:30:00.000Z', '2026-11-30T08:00:00.000Z']
    const sent = task({ submittedAt: evening, dueAt: '2026-11-28T10:00:00.000Z' })
    const judgedWith = (known: Partial<Answered>, dueAt = sent.dueAt, dueSetAt = evening) => {
      const remembered = { judgedAt: evening, dueAt, dueSetAt, answers: { ...unanswered, ...known } }
      return evaluate(policy, { ...sent, dueAt }, facts(remembered), evening)
    }
    const asked = (question: 'urgent' | 'quote') => ({
      asked: { [question]: { since: null, remindedAt: null, expiredAt: late } },
    })
    expect(judgedWith({}).message).toContain("reportant l'échéance au lundi 30 novembre à 10 h ou plus tard")
    for (const known of [
      asked('urgent'),
      { availability: { is: 'decline', at: late } },
      { choice: 'wait', availability: { is: 'wait', at: late } },
    ] as const)
      expect(judgedWith(known).message).toMatch(/(?:au|à partir de) mercredi 2 décembre à 9 h/)
    // Who sets that date when they read of it is not urgent.
    expect(judgedWith({}, '2026-12-02T08:00:00.000Z', late).labels).toEqual(['in_scope', 'off_hours'])
    for (const question of ['urgent', 'quote'] as const)
      expect(judgedWith(asked(question)).message).not.toContain('je te réponds à partir de')
  })

  it('ignores a service that the policy no longer has', () => {
    const ruling = { is: 'service', service: 'gone', at } as const
    expect(judged('Newsletter de mai', { ruling }).findings[0]?.reason).toBe('text')
  })

  it('says how long the work takes', () => {
    const { price, takes } = judged('Newsletter de mai', { hours: 2 })
    expect([takes, price?.total.max.minor]).toEqual([{ min: 120, max: 120 }, 7000])
  })

  it('names a price, also for what no catalogue covers, and says how to agree', () => {
    const decision = judged('Article de blog', { quote: euros(12_000) })
    expect(decision.labels).toEqual(['out_of_scope'])
    expect(decision.fields.estimate).toEqual({ number: '120.00', text: '120,00 €' })
    expect(decision.message).toMatch(
      /le prix que je te propose : 120,00 €[\s\S]*un simple « d'accord » suffit/,
    )
    expect(decision.message).not.toMatch(/Estimation/)
    const unsure = judged('Un petit quelque chose', { quote: euros(12_000) })
    expect([unsure.headline, unsure.announce]).toEqual(['quote_needed', true])
  })

  it('accepts a price, which neither policy, hours nor books change any more', () => {
    const accepted = priceOf('Newsletter de mai')
    const said = { ...unanswered, choice: 'accept', accepted, hours: 9 } as const
    const dearer = compiled({ ...compiled().document, billing: { hourlyRate: 99 } })
    const decision = evaluate(dearer, task({ hours: 5 }), facts({ ...urgent, answers: said }), monday)
    expect(decision.price).toEqual(accepted)
    expect(decision.labels).toContain('surcharge:35')
    expect(decision.message).toMatch(
      /j'ai bien ton accord \(94,50 €\)[\s\S]*ma disponibilité reste à confirmer/,
    )
    expect(decision.message).not.toContain("s'appliquerait")
  })

  it('declines what was agreed to for its urgency: nobody is left to count on it', () => {
    const accepted = priceOf('Newsletter de mai')
    const declined = judged(
      'Newsletter de mai',
      { choice: 'accept', accepted, availability: { is: 'decline', at } },
      urgent,
    )
    expect(declined.message).toMatch(/pas disponible en urgence[\s\S]*il n'y aura pas de majoration/)
    expect(declined.message).not.toMatch(/reste à confirmer|j'ai bien ton accord/)
    expect([declined.labels, declined.price?.total.max.minor]).toEqual([['in_scope'], 10_500])
    const asked = { urgent: { since: null, remindedAt: null, expiredAt: at } }
    const expired = judged('Newsletter de mai', { choice: 'accept', accepted, asked }, urgent)
    expect(expired.message).toMatch(/pas pu te confirmer à temps[\s\S]*il n'y aura pas de majoration/)
    expect([expired.labels, expired.price?.total.max.minor]).toEqual([['in_scope', 'urgent_confirm'], 10_500])
    // She has found the time after all: what was agreed on holds again.
    const availability = { is: 'confirm', at: '2026-11-23T11:00:00.000Z' } as const
    const late = judged('Newsletter de mai', { choice: 'accept', accepted, asked, availability }, urgent)
    expect([late.labels, late.price]).toEqual([['in_scope', 'urgent_confirmed', 'surcharge:35'], accepted])
  })

  it.each([
    [
      'tu',
      'fr',
      /le prix que je te propose : 120,00 €[\s\S]*Je ne peux malheureusement pas m'engager en urgence pour lundi/,
    ],
    [
      'vous',
      'fr',
      /le prix que je vous propose : 120,00 €[\s\S]*Je ne peux malheureusement pas m'engager en urgence pour lundi/,
    ],
    [
      'tu',
      'en',
      /price I can offer you: €120\.00[\s\S]*I am afraid I cannot commit to urgent work for Monday/,
    ],
  ] as const)(
    'offers a price for work that is not done in a hurry, and says both (%s, %s)',
    (address, language, says) => {
      const known = { ...unanswered, quote: euros(12_000), availability: { is: 'decline', at } } as const
      const policy = compiled(undefined, { address, language })
      const { message } = evaluate(policy, task(), facts({ ...urgent, answers: known }), monday)
      expect(message).toMatch(says)
      expect(message).not.toMatch(/reste à confirmer|still need to confirm/)
    },
  )

  it('calls no price a mere estimate once it was named or agreed to', () => {
    const availability = { is: 'confirm', at } as const
    const agreed = { choice: 'accept', accepted: priceOf('Newsletter de mai'), availability } as const
    const confirmed = judged('Newsletter de mai', agreed, urgent)
    expect(confirmed.message).toMatch(/c'est confirmé[\s\S]*total 94,50 €\./)
    const waiting = judged('Article de blog', { choice: 'wait', quote: euros(12_000) })
    expect(waiting.message).toMatch(/rien ne presse[\s\S]*Prix proposé 120,00 €\./)
    for (const { message } of [confirmed, waiting]) expect(message).not.toMatch(/ne vaut pas devis/)
  })

  it('gives away: nothing tells of a surcharge or of an amount any more, though it was agreed', () => {
    const account = { ...emptyAccount, isOffered: true }
    const before = judge('Newsletter de mai', { ...urgent, account })
    expect(before.labels).toEqual(['in_scope', 'urgent_confirm'])
    expect(before.fields).toEqual({ estimate: { number: '0', text: 'offert' }, surcharge: null })
    expect(before.message).not.toMatch(/avec une majoration/)
    const known = { choice: 'accept', accepted: priceOf('Newsletter de mai') } as const
    const { message } = judged('Newsletter de mai', known, { ...urgent, account })
    expect(message).toMatch(/j'ai bien ton accord\.[\s\S]*total 94,50 € ; offert cette fois\./)
  })

  it('refuses: nothing is asked any more, nothing has a price, and the request is closed', () => {
    const { price, status, message, labels } = judged('Newsletter de mai', { choice: 'refuse' }, urgent)
    expect([price, status, labels]).toEqual([null, 'declined', ['in_scope']])
    expect(message).toMatch(/^Merci pour ta réponse, c'est noté : nous en restons là/)
  })

  it('leaves no label that waits for somebody once the client has refused, until it is ruled on or priced again', () => {
    const first = { hours: { week: { thursday: ['10:00-12:00'] } }, terms: { acceptance: 'required' } }
    const policy = compiled(document({ services: [{ ...blog, kind: 'quote' }], ...first }))
    const labels = (said: Said[], ruling: Answered['ruling'] = null, title = 'Article de blog') => {
      const known = { ...factsFrom(answers(...said)), ruling }
      return evaluate(policy, task({ title }), facts({ ...urgent, answers: known }), monday).labels
    }
    const refused = [quote(12_000), { kind: 'refuse' } as const]
    const asking = ['quote_needed', 'urgent_confirm', 'contract_pending', 'off_hours']
    expect(labels([])).toEqual([...asking, 'surcharge:20'])
    expect(labels(refused)).toEqual(['off_hours'])
    expect(labels(refused, null, 'Un petit quelque chose')).toEqual(['off_hours'])
    const out = (at: string) => ({ is: 'out', service: null, at }) as const
    expect(labels(refused, out(monday))).toEqual(['out_of_scope', 'off_hours'])
    const service = { is: 'service', service: 'blog', at: '2026-11-23T11:00:00.000Z' } as const
    expect(labels(refused, service)).toEqual(['quote_needed', 'off_hours'])
    expect(labels([...refused, quote(9000)])).toEqual(asking)
    expect(labels([...refused, { kind: 'wait' }])).toEqual(['quote_needed', 'contract_pending', 'off_hours'])
  })

  it('has no deposit due on a price before the client agrees to it', () => {
    const policy = compiled(document({ billing: { hourlyRate: 35, deposit: { when: 'always' } } }))
    const judgedWith = (known: Partial<Answered>) =>
      evaluate(policy, task({ hours: 2 }), facts({ answers: { ...unanswered, ...known } }), monday)
    expect(judgedWith({}).labels).toEqual(['in_scope', 'deposit_due'])
    const offered = judgedWith({ quote: euros(12_000) })
    expect([offered.headline, offered.labels]).toEqual(['in_scope', ['in_scope']])
    expect(offered.message).toContain('acompte 60,00 €')
    const agreed = { quote: euros(12_000), choice: 'accept', accepted: offered.price } as const
    expect(judgedWith(agreed).labels).toEqual(['in_scope', 'deposit_due'])
    expect(judgedWith({ quote: euros(12_000), choice: 'wait' }).labels).toEqual(['in_scope'])
  })

  it('waits: the surcharge and the urgency are withdrawn', () => {
    const { labels, message, announce } = judged('Newsletter de mai', { choice: 'wait' }, urgent)
    expect([labels, announce]).toEqual([['in_scope'], true])
    expect(message).toMatch(/rien ne presse, et il n'y a pas de majoration/)
  })

  it('is answered in the language and form of address of the client', () => {
    const known = facts({ answers: { ...unanswered, quote: euros(5000) } })
    const said = (client: Parameters<typeof compiled>[1]) =>
      evaluate(compiled(undefined, client), task(), known, monday).message
    expect(said({ address: 'vous' })).toMatch(/le prix que je vous propose : 50,00 €/)
    expect(said({ language: 'en' })).toMatch(/the price I can offer you: €50\.00/)
  })
})
