import { describe, expect, it } from 'vitest'
import { type Account, emptyAccount, type Facts } from '#model/facts.ts'
import type { Task } from '#model/task.ts'
import { evaluate } from '#policies/evaluate.ts'
import { compiled, document, facts, monday, task } from '../judge.ts'

const hours = { week: { monday: ['09:00-18:00'], tuesday: ['09:00-18:00'] } }
const billing = { hourlyRate: 35 }

function judge(
  changes: Readonly<Record<string, unknown>>,
  account: Partial<Account> = {},
  asked: Partial<Task> = {},
  known: Partial<Facts> = {},
) {
  const remembered = facts({ ...known, account: { ...emptyAccount, ...account } })
  return evaluate(compiled(document(changes)), task({ hours: 2, ...asked }), remembered, remembered.judgedAt)
}

const secrets = (...given: Parameters<typeof judge>) =>
  judge(...given).privateFindings.map(({ code, reason }) => `${code}:${reason}`)

describe('private findings', () => {
  it('E5: une facture en retard ne se voit que du côté de l’assistante', () => {
    const decision = judge({}, { overdueSince: monday })
    expect(decision.privateFindings.map(({ code }) => code)).toEqual(['payment_overdue'])
    expect(decision.labels).toEqual(['in_scope'])
    expect(decision.message).not.toMatch(/facture|paiement|retard/iu)
  })

  it('E5: un mois non réglé le 5 est signalé, pas le 4', () => {
    const monthly = { billing: { ...billing, payment: { due: 'start_of_month' } } }
    const paid = { paidUntil: '2026-11-30' }
    expect(secrets(monthly, paid, {}, { judgedAt: '2026-12-05T09:00:00.000Z' })).toEqual([
      'payment_overdue:month',
    ])
    expect(secrets(monthly, paid, {}, { judgedAt: '2026-12-04T09:00:00.000Z' })).toEqual([])
    expect(secrets(monthly, {}, {}, { judgedAt: '2026-12-05T09:00:00.000Z' })).toEqual([])
  })

  it('tell on any day that an earlier month has not been paid', () => {
    const monthly = { billing: { ...billing, payment: { due: 'start_of_month' } } }
    const onTheSecond = { judgedAt: '2026-12-02T09:00:00.000Z' }
    expect(secrets(monthly, { paidUntil: '2026-10-31' }, {}, onTheSecond)).toEqual(['payment_overdue:month'])
    expect(secrets(monthly, { paidUntil: '2026-11-30' }, {}, onTheSecond)).toEqual([])
  })

  it('E0: une troisième urgence le même jour dépasse la capacité', () => {
    const due = { dueAt: '2026-12-01T08:00:00.000Z', dueSetAt: monday }
    const given = { limits: { hoursPerDay: 6 } }
    expect(secrets(given, { minutesPromised: 241 }, {}, due)).toEqual(['over_capacity:day'])
    expect(secrets(given, { minutesPromised: 240 }, {}, due)).toEqual([])
  })

  it('tell of a full day and of a day without working time even where nobody knows the hours', () => {
    const unknown = { title: 'Courrier', hours: null }
    const saturday = { dueAt: '2026-11-28T17:00:00.000Z', dueSetAt: '2026-11-28T09:00:00.000Z' }
    const full = judge({ limits: { hoursPerDay: 6 } }, { minutesPromised: 361 }, unknown, saturday)
    expect(full.privateFindings).toMatchObject([{ code: 'over_capacity', evidence: { takesMinutes: null } }])
    const closed = judge({ hours }, {}, unknown, saturday)
    expect(closed.privateFindings).toMatchObject([
      {
        code: 'unrealistic_deadline',
        evidence: { availableMinutes: 0, takesMinutes: null, earliest: '2026-11-30T08:00:00.000Z' },
      },
    ])
  })

  it('E0: deux heures pour un travail de cinq heures est irréaliste, avec la première date possible', () => {
    const due = { dueAt: '2026-11-23T10:00:00.000Z', dueSetAt: monday }
    const [found] = judge({ hours }, {}, { hours: 5 }, due).privateFindings
    expect(found).toMatchObject({
      code: 'unrealistic_deadline',
      evidence: { availableMinutes: 120, takesMinutes: 300, earliest: '2026-11-23T13:00:00.000Z' },
    })
  })

  it('E9: une date lue dans le texte est supposée : elle ne coûte rien et n’est pas affichée', () => {
    const decision = judge({}, {}, { title: 'Newsletter pour demain 9 h' })
    expect(decision.privateFindings[0]).toMatchObject({ code: 'assumed_deadline' })
    expect(decision.price?.surchargeBasisPoints).toBe(0)
    expect(decision.labels).toEqual(['in_scope'])
  })

  it.each([
    [299, ['package_threshold:hours'], 50],
    [300, [], null],
    [479, ['package_threshold:hours'], 80],
    [100, [], null],
  ])('tell that a package passes a threshold: %d minutes used', (minutesUsed, wanted, percent) => {
    const packaged = { billing: { ...billing, mode: 'package', package: { hours: 10 } } }
    const decision = judge(packaged, { minutesUsed }, { hours: 1 })
    expect(decision.privateFindings.map(({ code, reason }) => `${code}:${reason}`)).toEqual(wanted)
    if (percent !== null) expect(decision.privateFindings[0]?.evidence.percent).toBe(percent)
  })

  it('remember what a gift is worth', () => {
    const decision = judge({}, { isOffered: true })
    expect(decision.privateFindings[0]).toMatchObject({ code: 'goodwill', evidence: { value: '70,00 €' } })
    expect(decision.fields.estimate).toEqual({ number: '0', text: 'offert' })
  })
})
