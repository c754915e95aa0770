import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAppError } from '#model/error.ts'
import { effectivePolicy, originsOf } from '#policies/effective.ts'
import { patchPolicy } from '#policies/merge-patch.ts'
import { parsePolicy } from '#policies/schema.ts'
import { document } from './judge.ts'

const written = document({
  urgency: { capPercent: 40 },
  plans: {
    'pack-10h': {
      name: 'Pack 10 h',
      set: {
        billing: { mode: 'package', package: { hours: 10 } },
        services: { blog: { kind: 'quote' }, newsletter: { price: 80 } },
      },
    },
  },
})
const policy = parsePolicy(written)

describe('the policy of a client', () => {
  it('is the document itself without a plan and terms', () => {
    expect(effectivePolicy(policy, { plan: null, terms: {} })).toBe(policy)
    expect(effectivePolicy(policy, { plan: 'gone', terms: {} })).toBe(policy)
  })

  it('has the plan over the document, and the terms of the client over the plan', () => {
    const terms = { billing: { hourlyRate: 40 }, services: { newsletter: { price: 90 } } }
    const effective = effectivePolicy(policy, { plan: 'pack-10h', terms })
    expect(effective.billing).toMatchObject({ mode: 'package', hourlyRate: 40, package: { hours: 10 } })
    expect(effective.services.map(({ id, kind, price }) => [id, kind, price])).toEqual([
      ['newsletter', 'included', 90],
      ['blog', 'quote', undefined],
    ])
    expect(effective.urgency.capPercent).toBe(40)
  })

  it('takes a service or a value away with null, and adds a new service', () => {
    const added = { kind: 'included', name: { fr: 'Visuels' } }
    const terms = { urgency: { minimum: null }, services: { blog: null, visuels: added } }
    const effective = effectivePolicy(policy, { plan: null, terms })
    expect(effective.services.map(({ id }) => id)).toEqual(['newsletter', 'visuels'])
  })

  it('is refused when terms do not fit, with the place', () => {
    const wrong = { billing: { hourlyRate: -1 } }
    try {
      effectivePolicy(policy, { plan: null, terms: wrong })
      expect.unreachable()
    } catch (error) {
      expect(isAppError(error, 'POLICY_INVALID') && error.details[0]?.path).toBe('billing.hourlyRate')
    }
  })
})

describe('origins', () => {
  it('say where each value was written', () => {
    const origins = originsOf(written, policy, {
      plan: 'pack-10h',
      terms: { billing: { hourlyRate: 40 }, services: { newsletter: { price: 90 } } },
    })
    expect(origins).toMatchObject({
      name: 'policy',
      'billing.hourlyRate': 'client',
      'billing.package.hours': 'plan',
      'billing.currency': 'default',
      'urgency.capPercent': 'policy',
      'urgency.thresholdHours': 'default',
      'services.newsletter.price': 'client',
      'services.blog.kind': 'plan',
      'services.blog.name.fr': 'policy',
      'services.blog.oneOff': 'default',
    })
  })
})

describe('plans', () => {
  it.each([
    [{ billing: { hourlyRate: 'x' } }, 'plans.pro.set.billing.hourlyRate'],
    [{ plans: {} }, 'plans.pro.set.plans'],
    [{ services: { blog: { kind: 'maybe' } } }, 'plans.pro.set.services[1].kind'],
    [{ servces: {} }, 'plans.pro.set.servces'],
  ])('are checked with the document: %j', (set, path) => {
    try {
      parsePolicy(document({ plans: { pro: { name: 'Pro', set } } }))
      expect.unreachable()
    } catch (error) {
      expect(isAppError(error, 'POLICY_INVALID') && error.details[0]?.path).toBe(path)
    }
  })
})

describe('a merge patch', () => {
  it('follows RFC 7396 (its own examples)', () => {
    expect(patchPolicy({ a: 'b' }, { a: 'c' })).toEqual({ a: 'c' })
    expect(patchPolicy({ a: 'b', b: 'c' }, { a: null })).toEqual({ b: 'c' })
    expect(patchPolicy({ a: ['b'] }, { a: 'c' })).toEqual({ a: 'c' })
    expect(patchPolicy({ a: 'c' }, { a: ['b'] })).toEqual({ a: ['b'] })
    expect(patchPolicy({ a: { b: 'c' } }, { a: { b: 'd', c: null } })).toEqual({ a: { b: 'd' } })
    expect(patchPolicy({ a: [{ b: 'c' }] }, { a: [1] })).toEqual({ a: [1] })
    expect(patchPolicy({}, { a: { bb: { ccc: null } } })).toEqual({ a: { bb: {} } })
  })

  it('changes neither of its arguments, and twice equals once', () => {
    const json = fc.dictionary(fc.string(), fc.jsonValue()).filter((value) => !('services' in value))
    fc.assert(
      fc.property(json, json, (target, patch) => {
        const before = structuredClone([target, patch])
        const once = patchPolicy(target, patch as Record<string, unknown>)
        expect([target, patch]).toEqual(before)
        expect(patchPolicy(once, patch as Record<string, unknown>)).toEqual(once)
      }),
    )
  })

  it('is not fooled by names of the language', () => {
    const patch = JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"a": 1}}') as object
    expect(Object.getPrototypeOf(patchPolicy({}, patch as Record<string, unknown>))).toBe(Object.prototype)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})
