import { describe, expect, it } from 'vitest'
import type { Finding } from '#model/decision.ts'
import { type Account, emptyAccount } from '#model/facts.ts'
import type { Task } from '#model/task.ts'
import { limits } from '#policies/rules/limits.ts'
import { compiled, document, facts, request, task } from '../judge.ts'

const covered: Finding = {
  code: 'in_scope',
  reason: 'text',
  evidence: { services: ['newsletter'] },
  clause: null,
}

function judge(
  changes: Readonly<Record<string, unknown>>,
  account: Partial<Account> = {},
  asked: Partial<Task> = { hours: 2 },
  found: Finding = covered,
) {
  const known = facts({ account: { ...emptyAccount, ...account } })
  return limits(
    request({ policy: compiled(document(changes)), task: task(asked), facts: known, found: [found] }),
  )
}

const packaged = { billing: { hourlyRate: 35, mode: 'package', package: { hours: 10 } } }

describe('hours paid in advance', () => {
  it.each(['quote_needed', 'out_of_scope'] as const)('are not taken by work that is %s', (code) => {
    expect(judge(packaged, { minutesUsed: 600 }, { hours: 2 }, { ...covered, code })).toEqual([])
  })

  it('are exceeded by the first minute beyond them', () => {
    expect(judge(packaged, { minutesUsed: 480 })).toEqual([])
    expect(judge(packaged, { minutesUsed: 481 })).toEqual([
      {
        code: 'over_limit',
        reason: 'package-hours',
        evidence: { limitMinutes: 600, usedMinutes: 481, takesMinutes: 120 },
        clause: 'billing.package',
      },
    ])
  })

  it('count whole minutes, also where the hours are no round number', () => {
    const hours = { billing: { hourlyRate: 35, mode: 'package', package: { hours: 8.2 } } }
    expect(judge(hours, { minutesUsed: 372 })).toEqual([])
    expect(judge({ limits: { hoursPerMonth: 8.2 } }, { minutesUsed: 372 })).toEqual([])
  })

  it('include those that came over', () => {
    expect(judge(packaged, { minutesUsed: 540, minutesCarried: 60 })).toEqual([])
  })

  it('are not taken by work at a fixed price, however long somebody says that it takes', () => {
    const visual = { id: 'visual', kind: 'included', name: { fr: 'Visuel' }, price: 50 }
    const fixed = { ...packaged, services: [visual] }
    const found = { ...covered, evidence: { services: ['visual'] } }
    expect(judge(fixed, { minutesUsed: 600 }, { hours: 5 }, found)).toEqual([])
  })

  it('are not held against anybody when nobody records them', () => {
    expect(judge(packaged, { minutesUsed: null })).toEqual([])
  })

  it('are of no concern to who pays by the hour', () => {
    const hourly = { billing: { hourlyRate: 35, mode: 'hourly', package: { hours: 1 } } }
    expect(judge(hourly, { minutesUsed: 6000 })).toEqual([])
  })
})

describe('other limits', () => {
  it('hours a month', () => {
    const given = { limits: { hoursPerMonth: 5 } }
    expect(judge(given, { minutesUsed: 200 })[0]).toMatchObject({
      reason: 'hours',
      clause: 'limits.hoursPerMonth',
    })
    expect(judge(given, { minutesUsed: 180 })).toEqual([])
  })

  it.each(['week', 'month'] as const)('requests a %s', (per) => {
    const given = { limits: { requests: { count: 3, per } } }
    const requests = { week: 0, month: 0, [per]: 3 }
    expect(judge(given, { requests })[0]).toMatchObject({
      reason: 'requests',
      evidence: { limit: 3, count: 4 },
    })
    expect(judge(given, { requests: { ...requests, [per]: 2 } })).toEqual([])
  })

  it('E7: la troisième série de retouches quand deux sont comprises', () => {
    const given = { limits: { revisions: { included: 2 } } }
    expect(judge(given, {}, { revision: 3 })[0]).toMatchObject({
      reason: 'revisions',
      clause: 'limits.revisions',
    })
    expect(judge(given, {}, { revision: 2 })).toEqual([])
    expect(judge(given, {}, { revision: null })).toEqual([])
    expect(judge({}, {}, { revision: 9 })).toEqual([])
  })

  it('all at once are all told', () => {
    const given = { ...packaged, limits: { requests: { count: 1, per: 'week' }, revisions: { included: 0 } } }
    const account = { minutesUsed: 600, requests: { week: 5, month: 5 } }
    expect(judge(given, account, { hours: 1, revision: 1 }).map(({ reason }) => reason)).toEqual([
      'package-hours',
      'requests',
      'revisions',
    ])
  })
})
