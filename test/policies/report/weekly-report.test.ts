import { describe, expect, it } from 'vitest'
import type { Price } from '#model/decision.ts'
import { reportPage } from '#policies/report/report-page.ts'
import { weeklyReport } from '#policies/report/weekly-report.ts'
import { type Asked, asked, type Told, weekOf } from './week.ts'

const euros = (minor: number) => ({ minor, currency: 'EUR' })
const exactly = (minor: number) => ({ min: euros(minor), max: euros(minor) })
const quote = (minor: number) => ({ kind: 'quote', amount: euros(minor) }) as const
const price = (total: number, surcharge: number): Price => ({
  ...{ base: exactly(total - surcharge), surcharge: exactly(surcharge), total: exactly(total) },
  ...{
    surchargeBasisPoints: 3500,
    triggers: [],
    formula: '',
    deposit: null,
    balance: null,
    isOffered: false,
  },
})
const accepted = (total: number, surcharge = 0) =>
  ({ kind: 'accept', price: price(total, surcharge) }) as const

const monday22h = '2026-11-23T21:00:00.000Z'
const tuesday9h = '2026-11-24T08:00:00.000Z'
const tuesday11h = '2026-11-24T10:00:00.000Z'
const wednesday = '2026-11-25T10:00:00.000Z'
const thursday = '2026-11-26T10:00:00.000Z'
const weekBefore = '2026-11-18T10:00:00.000Z'

const report = (...requests: Asked[]) => weeklyReport(weekOf(requests.map(asked)), 'fr')
const site = { title: 'Refonte de mon site web', at: tuesday11h }

describe('what was kept outside hours', () => {
  it('is told with the moment it came, until when it was kept, and when she answered', () => {
    const { offHours, arrived } = report(
      {
        title: 'Newsletter de mai',
        at: monday22h,
        told: [['2026-11-24T08:12:00.000Z', { kind: 'hours', hours: 2 }]],
        changes: { isTold: true },
      },
      { id: 'tsk_2', title: 'Newsletter de juin', at: tuesday11h },
    )
    expect(arrived).toBe(2)
    expect(offHours).toMatchObject({ count: 1, answeredEarly: 0 })
    expect(offHours.items).toMatchObject([
      {
        request: { title: 'Newsletter de mai', client: 'Claire' },
        ...{ arrivedAt: monday22h, reason: 'hours', opensAt: tuesday9h, isTold: true },
        answeredAt: '2026-11-24T08:12:00.000Z',
      },
    ])
  })

  it('counts what she answered all the same before she was open again, and not what the client said', () => {
    const late = { title: 'Newsletter de mai', at: monday22h }
    const midnight = '2026-11-23T23:00:00.000Z'
    expect(report({ ...late, told: [[midnight, { kind: 'hours', hours: 1 }]] }).offHours.answeredEarly).toBe(
      1,
    )
    const byClient = report({ ...late, told: [[midnight, { kind: 'wait' }, 'client']] })
    expect(byClient.offHours.items[0]?.answeredAt).toBeNull()
    const byTime = report({ ...late, told: [[midnight, { kind: 'remind', question: 'urgent' }]] })
    expect(byTime.offHours.items[0]?.answeredAt).toBeNull()
  })

  it('leaves out what came in another week and was only judged again in this one', () => {
    const again = report({
      title: 'Newsletter de mai',
      at: '2026-11-16T21:00:00.000Z',
      changes: { offeredAt: wednesday },
    })
    expect(again).toMatchObject({ arrived: 0, offHours: { count: 0 }, goodwill: { count: 1 } })
  })
})

describe('money', () => {
  const urgent: Asked = {
    title: 'Newsletter de mai',
    at: tuesday11h,
    task: { dueAt: '2026-11-24T20:00:00.000Z', hours: 2 },
    facts: { dueAt: '2026-11-24T20:00:00.000Z', dueSetAt: tuesday11h },
  }

  it('sums the surcharges that were estimated, and those that clients accepted', () => {
    const { surcharges } = report(urgent, {
      ...urgent,
      id: 'tsk_2',
      told: [[wednesday, accepted(9450, 2450), 'client']],
    })
    expect(surcharges.estimated.count).toBe(2)
    expect(surcharges.estimated.totals).toEqual([exactly(4900)])
    expect(surcharges.accepted).toEqual({ count: 1, totals: [exactly(2450)] })
  })

  it('keeps currencies apart', () => {
    const dollars = { minor: 1000, currency: 'USD' }
    const { quotes } = report(
      { ...site, told: [[wednesday, quote(12000)]] },
      { ...site, id: 'tsk_2', told: [[wednesday, { kind: 'quote', amount: dollars }]] },
    )
    expect(quotes.given.totals).toEqual([exactly(12000), { min: dollars, max: dollars }])
  })

  it.each([
    ['open', []],
    ['accepted', [[thursday, accepted(12000), 'client']]],
    ['declined', [[thursday, { kind: 'refuse' }, 'client']]],
    ['replaced', [[thursday, quote(9000)]]],
    ['lapsed', [[thursday, { kind: 'expire', question: 'quote' }]]],
  ] as const)('tells of a quote that it is %s', (state, then) => {
    const { quotes } = report({ ...site, told: [[wednesday, quote(12000)], ...then] })
    expect(quotes.items[0]).toMatchObject({ state, amount: exactly(12000), givenAt: wednesday })
    expect(quotes.accepted.count).toBe(state === 'accepted' ? 1 : 0)
    expect(quotes.declined.count).toBe(state === 'declined' ? 1 : 0)
    expect(quotes.given.count).toBe(state === 'replaced' ? 2 : 1)
  })

  it('counts a quote of the week before among the accepted ones, not among those given', () => {
    const { quotes } = report({
      ...site,
      at: weekBefore,
      told: [
        [weekBefore, quote(12000)],
        [thursday, accepted(12000), 'client'],
      ],
    })
    expect([quotes.given.count, quotes.accepted.count, quotes.items.length]).toEqual([0, 1, 1])
  })

  it('counts no quote that was named once another price was agreed: nobody was offered it', () => {
    const { quotes } = report({
      ...site,
      told: [
        [wednesday, quote(12000)],
        [wednesday, accepted(12000), 'client'],
        [thursday, quote(9000)],
      ],
    })
    expect(quotes.items.map(({ state, amount }) => [state, amount])).toEqual([['accepted', exactly(12000)]])
  })

  it('takes a quote for replaced once the request has become another', () => {
    const { quotes } = report({ ...site, told: [[wednesday, quote(12000)]], changes: { fingerprint: 'g' } })
    expect(quotes.items[0]?.state).toBe('replaced')
  })

  it('says what a gift is worth, where that is known', () => {
    const gift = { title: 'Newsletter de noël', at: tuesday11h, changes: { offeredAt: wednesday } }
    expect(report({ ...gift, task: { hours: 1 } }).goodwill).toMatchObject({
      count: 1,
      worth: { count: 1, totals: [exactly(3500)] },
    })
    expect(report({ ...gift, title: 'Merci !' }).goodwill).toMatchObject({ count: 1, worth: { count: 0 } })
  })
})

describe('corrections', () => {
  const lesson = {
    at: wednesday,
    title: 'Newsletter privée',
    scope: 'out',
    service: null,
    taskId: 'tsk_1',
  } as const
  const swapped = { target: 'label', label: 'out_of_scope', change: 'added', at: wednesday } as const
  const priced = { target: 'estimate', label: null, change: 'changed', at: thursday } as const

  it('are told once where they teach, and one by one where they do not', () => {
    const request = asked({
      title: 'Newsletter privée',
      at: tuesday11h,
      facts: { overrides: [swapped, priced, { ...priced, at: weekBefore }] },
    })
    const { corrections } = weeklyReport(weekOf([request], { lessons: [lesson] }), 'fr')
    expect(corrections.map(({ kind, words }) => [kind, words])).toEqual([
      ['taught', '« Newsletter privée » : Hors cadre. Les demandes semblables seront jugées de même.'],
      ['changed', "Une personne a modifié l'estimation."],
    ])
    expect(corrections[0]?.request?.id).toBe('tsk_1')
  })
})

describe('what waits', () => {
  it('is what asks for her word, also behind another headline, until she or the client has said something', () => {
    const ids = (...requests: Asked[]) => report(...requests).waiting.map(({ verdict }) => verdict)
    expect(ids(site)).toEqual(['quote_needed'])
    expect(ids({ title: 'Merci !', at: monday22h })).toEqual(['to_review'])
    expect(ids({ ...site, told: [[wednesday, quote(12000)]] })).toEqual([])
    expect(ids({ ...site, changes: { isOpen: false } })).toEqual([])
    expect(ids({ title: 'Newsletter de mai', at: tuesday11h })).toEqual([])
  })

  it('is urgent work that she has not said yes or no to, whatever the client has agreed to', () => {
    const due = { dueAt: '2026-11-25T08:00:00.000Z', dueSetAt: tuesday11h }
    const urgent = { title: 'Newsletter de mai', at: tuesday11h, facts: due }
    const waits = (...told: Told[]) => report({ ...urgent, told }).waiting.map(({ verdict }) => verdict)
    expect(waits([wednesday, accepted(9450), 'client'])).toEqual(['urgent_confirm'])
    expect(waits([wednesday, quote(12000)])).toEqual(['urgent_confirm'])
    expect(waits([wednesday, { kind: 'expire', question: 'urgent' }])).toEqual(['urgent_confirm'])
    expect(waits([wednesday, { kind: 'decline' }])).toEqual([])
    expect(waits([wednesday, { kind: 'confirm' }])).toEqual([])
    expect(waits([wednesday, { kind: 'refuse' }, 'client'])).toEqual([])
  })

  it('is also what was kept outside her hours, until she has said something or begun', () => {
    const late = { title: 'Newsletter de mai', at: monday22h }
    const waits = (changes: Partial<Asked>) => report({ ...late, ...changes }).waiting
    expect(waits({})).toMatchObject([{ verdict: 'off_hours', keptUntil: tuesday9h }])
    expect(waits({ changes: { status: null } })).toHaveLength(1)
    expect(waits({ changes: { status: 'in_progress' } })).toEqual([])
    expect(waits({ changes: { isOpen: false } })).toEqual([])
    expect(waits({ told: [[wednesday, { kind: 'hours', hours: 2 }]] })).toEqual([])
    expect(waits({ told: [[wednesday, { kind: 'wait' }, 'client']] })).toHaveLength(1)
    expect(waits({ told: [[wednesday, { kind: 'remind', question: 'urgent' }]] })).toHaveLength(1)
  })
})

describe('the page', () => {
  it.each([
    [
      [monday22h],
      '1 demande cette semaine, hors de tes horaires.',
      '1 request this week, outside your hours.',
    ],
    [
      [monday22h, monday22h],
      '2 demandes cette semaine, toutes hors de tes horaires.',
      '2 requests this week, all of them outside your hours.',
    ],
    [
      [monday22h, tuesday11h, tuesday11h],
      '3 demandes cette semaine, dont 1 hors de tes horaires.',
      '3 requests this week, 1 of them outside your hours.',
    ],
    [
      [tuesday11h, tuesday11h],
      '2 demandes cette semaine, toutes pendant tes horaires.',
      '2 requests this week, all of them in your hours.',
    ],
  ])('counts what came outside her hours: %j', (moments, fr, en) => {
    const week = report(
      ...moments.map((at, index) => ({ id: `tsk_${index}`, title: 'Newsletter de mai', at })),
    )
    expect(reportPage(week, 'fr')).toContain(fr)
    expect(reportPage(week, 'en')).toContain(en)
  })

  const hostile = '<script>alert(1)</script> **gras** | [lien](http://evil)\n```\n# Titre'

  it('is a peaceful one when nothing happened', () => {
    const empty = weeklyReport(weekOf([], { now: wednesday }), 'fr')
    expect(reportPage(empty, 'fr')).toBe(`# Ta semaine du lundi 23 au dimanche 29 novembre 2026

**Règles**

La semaine n'est pas finie : voici où elle en est. Aucune demande cette semaine.

## Ce que tes règles ne prévoient pas

Chaque demande a trouvé sa réponse dans tes règles.

## Ce qui t'attend

Aucune demande de cette semaine.
`)
  })

  it.each([
    [
      'fr',
      /^- \*\*« Newsletter de mai »\*\* \(Claire\) : arrivée le lundi 23 novembre à 22 h \(hors horaires\) ; mise de côté jusqu'au mardi 24 novembre à 9 h$/mu,
      /^- Devis proposés : 120,00 € \(1 demande\)$/mu,
    ],
    [
      'en',
      /^- \*\*"Newsletter de mai"\*\* \(Claire\): came Monday 23 November at 22:00 \(out of hours\); kept until Tuesday 24 November at 9:00$/mu,
      /^- Quotes given: €120\.00 \(1 request\)$/mu,
    ],
  ] as const)('is in plain words in %s', (language, kept, quoted) => {
    const facts = weekOf([
      asked({ title: 'Newsletter de mai', at: monday22h }),
      asked({ ...site, id: 'tsk_2', told: [[wednesday, quote(12000)]] }),
    ])
    const page = reportPage(weeklyReport(facts, language), language)
    expect(page).toMatch(kept)
    expect(page).toMatch(quoted)
  })

  it.each([
    [
      'fr',
      "**« Newsletter de mai »** (Claire) : Hors horaires ; mise de côté jusqu'au mardi 24 novembre à 9 h ; sur aucun tableau, donc Cadre ne voit pas si tu as répondu",
      '**« Newsletter de mai »** (Claire) : Hors horaires\n',
    ],
    [
      'en',
      '**"Newsletter de mai"** (Claire): Out of hours; kept until Tuesday 24 November at 9:00; on no board, so Cadre does not see whether you have answered',
      '**"Newsletter de mai"** (Claire): Out of hours\n',
    ],
  ] as const)(
    'says in %s what a request waits for that is kept, and no longer once she is back',
    (language, kept, back) => {
      const late = { title: 'Newsletter de mai', at: monday22h }
      const pageOf = (request: Asked, now: string) =>
        reportPage(weeklyReport(weekOf([asked(request)], { now }), language), language)
      const elsewhere = { ...late, changes: { url: null, status: null } }
      expect(pageOf(elsewhere, '2026-11-24T07:00:00.000Z')).toContain(kept)
      expect(pageOf(late, wednesday)).toContain(back)
    },
  )

  it('lets nothing that a client wrote become markup, not even in the proposed line', () => {
    const facts = weekOf([
      asked({ title: `Arroser les plantes du bureau ${hostile}`, text: hostile, at: monday22h }),
    ])
    const page = reportPage(weeklyReport(facts, 'fr'), 'fr')
    const [before = '', ...blocks] = page.split(/^```yaml$/mu)
    expect(before).toContain('\\<script\\>')
    const prose = [before, ...blocks.map((block) => block.split(/^```$/mu).slice(1).join(''))].join('')
    expect(prose).not.toMatch(/(?<!\\)<script|(?<!\\)\[lien|(?<!\\)\*\*gras|^# Titre/mu)
    expect(page.match(/^```/gmu)?.length).toBe(2 * blocks.length)
    expect(blocks.length).toBeGreaterThan(0)
  })
})
