import { describe, expect, it } from 'vitest'
import type { Answer, Said } from '#model/answer.ts'
import type { Client } from '#model/board.ts'
import type { Price } from '#model/decision.ts'
import type { Facts } from '#model/facts.ts'
import { factsFrom } from '#policies/answers/in-force.ts'
import { evaluate } from '#policies/evaluate.ts'
import { handOver, type OpenRequest } from '#policies/hand-over/hand-over.ts'
import { handOverPage } from '#policies/hand-over/hand-over-page.ts'
import { parsePolicy } from '#policies/schema.ts'
import { added, compiled, document, facts, monday, task } from '../judge.ts'

const euros = (minor: number) => ({ minor, currency: 'EUR' })
const exactly = (minor: number) => ({ min: euros(minor), max: euros(minor) })
const price: Price = {
  ...{ base: exactly(7000), surcharge: exactly(2450), total: exactly(9450), surchargeBasisPoints: 3500 },
  ...{ triggers: [], formula: '', deposit: null, balance: null, isOffered: false },
}
const later = '2026-11-23T10:00:00.000Z'
const due = '2026-11-24T07:00:00.000Z'

const client: Client = {
  ...{
    id: 'cli_1',
    name: 'Claire',
    language: 'fr' as const,
    address: 'tu' as const,
    timeZone: 'Europe/Paris',
  },
  ...{ policyId: 'pol_1', plan: null, terms: {}, acceptedAt: null },
}

function open(said: readonly Said[], known: Partial<Facts> = {}, title = 'Newsletter de mai'): OpenRequest {
  const answers = said.map((each, index): Answer => {
    const place = { id: `ans_${index}`, taskId: 'tsk_1', via: 'comment', sourceId: null } as const
    const author = { id: 'u1', name: 'Sophie' }
    return {
      ...place,
      at: later,
      side: 'assistant',
      author,
      said: each,
      fingerprint: 'f',
      revision: index + 1,
    }
  })
  const own = facts({ answers: factsFrom(answers), dueAt: due, dueSetAt: monday, ...known })
  return {
    ...{ id: 'tsk_1', title, url: 'https://example.com/tsk_1', askedAt: monday, status: 'in_progress' },
    ...{ facts: own, answers, decision: evaluate(compiled(), task({ title, dueAt: due }), own, monday) },
  }
}

const packOf = (...requests: readonly OpenRequest[]) =>
  handOver(
    {
      ...{ client, policyVersion: 3, policy: parsePolicy(document()), open: requests, now: later },
      planName: null,
      learnt: [{ title: 'Newsletter privée', text: '', scope: 'out', service: null, taskId: null }],
    },
    'fr',
  )
const promised = (request: OpenRequest) =>
  packOf(request).promises.map(({ kind, amount, at }) => [kind, amount?.max.minor ?? null, at])

describe('promises', () => {
  it.each([
    ['a price that was accepted', [{ kind: 'accept', price }], [['accepted', 9450, later]]],
    [
      'a quote that waits for the client',
      [{ kind: 'quote', amount: euros(12000) }],
      [['quote', 12000, later]],
    ],
    ['urgent work that was confirmed', [{ kind: 'confirm' }], [['confirmed', null, later]]],
    ['a client who waits', [{ kind: 'wait' }], [['waits', null, later]]],
    ['nothing, when nobody said a word', [], []],
    ['nothing, when she is not available', [{ kind: 'decline' }], []],
    [
      'nothing, when the client agreed to what she declined',
      [{ kind: 'accept', price }, { kind: 'decline' }],
      [],
    ],
    [
      'nothing, when nobody has confirmed in time what the client agreed to',
      [
        { kind: 'accept', price },
        { kind: 'expire', question: 'urgent' },
      ],
      [],
    ],
    [
      'nothing, when the client does not go ahead',
      [{ kind: 'quote', amount: euros(1) }, { kind: 'refuse' }],
      [],
    ],
    [
      'the price, no longer the quote that it came from',
      [
        { kind: 'quote', amount: euros(9450) },
        { kind: 'accept', price },
      ],
      [['accepted', 9450, later]],
    ],
  ] as const)('are %s', (_, said, expected) => {
    expect(promised(open(said))).toEqual(expected)
  })

  it('are also made by a label', () => {
    expect(promised(open([], { overrides: [added('urgent_confirmed')] }))).toEqual([
      ['confirmed', null, monday],
    ])
  })
})

describe('the pack', () => {
  it('names the client for whom somebody noted an answer', () => {
    const request = open([{ kind: 'accept', price }])
    const answers = request.answers.map((answer) => ({ ...answer, side: 'client', via: 'api' }) as const)
    expect(packOf({ ...request, answers }).open[0]?.answers.map(({ words }) => words)).toEqual([
      'Claire (noté par Sophie) a accepté le prix : 94,50 €.',
    ])
  })

  it('tells a colleague what is open, promised, ruled, and by which rules, in French', () => {
    const page = handOverPage(packOf(open([{ kind: 'confirm' }])), 'fr')
    expect(page).toMatch(/^# Passation : Claire\n\nÉtat du lundi 23 novembre à 11 h\.\n/u)
    for (const said of [
      'On lui écrit en français, avec le tutoiement.',
      '- **« Newsletter de mai »** Dans le cadre · Urgent · confirmé · +35 %',
      '  - demandée le lundi 23 novembre à 9 h ; attendue pour le mardi 24 novembre à 8 h ; statut : en cours',
      '  - lundi 23 novembre à 11 h – Sophie a confirmé la disponibilité en urgence.',
      '- **« Newsletter de mai »** : disponibilité confirmée en urgence, le lundi 23 novembre à 11 h, échéance : mardi 24 novembre à 8 h',
      '- « Newsletter privée » → Hors cadre',
      '## Ma procédure de travail',
      '## Réponses automatiques',
    ])
      expect(page).toContain(said)
    expect(page.match(/^# /gmu)).toHaveLength(1)
    expect(page).not.toContain('jugée selon')
  })

  it('names no amount for what is given away', () => {
    const { decision, ...request } = open([])
    const page = handOverPage(
      packOf({ ...request, decision: { ...decision, price: { ...price, isOffered: true } } }),
      'fr',
    )
    expect(page).toContain('; prix estimé : offert')
    expect(page).not.toContain('94,50')
  })

  it('tells which requests a colleague’s rules judge', () => {
    const { decision, ...request } = open([])
    const page = handOverPage(packOf({ ...request, decision: { ...decision, policyId: 'ines' } }), 'fr')
    expect(page).toMatch(/ ; jugée selon les règles ines$/mu)
  })

  it('and in English', () => {
    const served = { ...client, language: 'en' as const, plan: '10h' }
    const facts = { client: served, policyVersion: 3, planName: 'Ten hours', learnt: [], now: later }
    const pack = handOver(
      { ...facts, policy: parsePolicy(document()), open: [open([{ kind: 'wait' }])] },
      'en',
    )
    const page = handOverPage(pack, 'en')
    expect(page).toContain('They are written to in English. Time zone: Europe/Paris.')
    expect(handOverPage(packOf(), 'en')).toContain('They are written to in French, as “tu”.')
    expect(page).toContain('Plan: Ten hours.')
    expect(page).toContain(
      'the client waits, without a surcharge, Monday 23 November at 11:00, due Tuesday 24',
    )
    expect(page).toContain('## How I work')
    expect(page).not.toMatch(/statut|Passation|demandée/u)
  })

  it('says so when nothing is open', () => {
    expect(handOverPage(packOf(), 'fr')).toMatch(
      /## Demandes en cours\n\nAucune\.\n\n## Promesses à tenir\n\nAucune\./u,
    )
  })

  it('lets nothing that a client wrote become markup', () => {
    const hostile = '<script>alert(1)</script> [lien](http://evil)\n# Titre'
    const page = handOverPage(packOf(open([{ kind: 'confirm' }], {}, hostile)), 'fr')
    expect(page).toContain('\\<script\\>')
    expect(page).not.toMatch(/(?<!\\)<script|(?<!\\)\[lien|^# Titre/mu)
  })
})
