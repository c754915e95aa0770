import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  addRanges,
  decimalOf,
  formatMoney,
  formatRange,
  isNamed,
  moneyOf,
  rangeOf,
  shareOf,
  times,
} from '#policies/money.ts'

const eur = (minor: number) => moneyOf(minor, 'EUR')
const amount = fc.integer({ min: 0, max: 1_000_000_000 }).map(eur)
const basisPoints = fc.integer({ min: 0, max: 30_000 })

describe('money', () => {
  it.each([
    [eur(3500), 2, 7000],
    [eur(3500), 1.5, 5250],
    [eur(1), 0.5, 1],
    [eur(1), 0.4999, 0],
    [eur(333), 0.1, 33],
    [eur(335), 0.1, 34],
  ])('rounds %o × %d half up to %d', (base, factor, minor) => {
    expect(times(base, factor).minor).toBe(minor)
  })

  it('is never more than half a unit away from the exact share', () => {
    fc.assert(
      fc.property(amount, basisPoints, (base, points) => {
        const share = shareOf(rangeOf(base), points, eur(0)).min.minor
        const doubled = 2n * (BigInt(share) * 10_000n - BigInt(base.minor) * BigInt(points))
        expect(doubled > -10_000n && doubled <= 10_000n).toBe(true)
      }),
    )
  })

  it('adds without losing a cent, in any order', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(add(a, b)).toEqual(add(b, a))
        expect(add(a, b).minor).toBe(a.minor + b.minor)
      }),
    )
  })

  it('keeps both ends of a range in order', () => {
    fc.assert(
      fc.property(amount, amount, basisPoints, amount, (a, b, points, minimum) => {
        const range = a.minor <= b.minor ? rangeOf(a, b) : rangeOf(b, a)
        const total = addRanges(range, shareOf(range, points, minimum))
        expect(total.min.minor).toBeLessThanOrEqual(total.max.minor)
        expect(total.min.minor).toBeGreaterThanOrEqual(range.min.minor + minimum.minor)
      }),
    )
  })

  it('writes a decimal that reads back as the same amount', () => {
    fc.assert(
      fc.property(amount, (value) => {
        expect(decimalOf(value)).toMatch(/^\d+\.\d\d$/u)
        expect(BigInt(decimalOf(value).replace('.', ''))).toBe(BigInt(value.minor))
      }),
    )
  })

  it.each([
    [eur(123450), 'fr', '1 234,50 €'],
    [eur(123450), 'en', '€1,234.50'],
    [moneyOf(5000, 'JPY'), 'en', '¥5,000'],
    [eur(5), 'fr', '0,05 €'],
  ] as const)('shows %o in %s as %s, with ordinary spaces', (value, language, text) => {
    expect(formatMoney(value, language)).toBe(text)
  })

  it('shows a range as such only when its ends differ', () => {
    expect(formatRange(rangeOf(eur(4725), eur(14175)), 'fr')).toBe('entre 47,25 € et 141,75 €')
    expect(formatRange(rangeOf(eur(4725)), 'en')).toBe('€47.25')
  })

  it('writes a currency without a minor unit without decimals', () => {
    expect(decimalOf(moneyOf(5000, 'JPY'))).toBe('5000')
  })

  it.each([-1, 0.5, Number.NaN, 2 ** 53])('refuses %d as an amount', (minor) => {
    expect(() => eur(minor)).toThrow(RangeError)
  })

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 1e300])('refuses %d as a factor', (factor) => {
    expect(() => times(eur(1), factor)).toThrow(RangeError)
  })

  it('knows a currency by its code, its sign and its name', () => {
    const isCalled = (currency: string) =>
      ['EUR', 'eur', '€', 'euros', '$', 'usd', 'CHF', '£'].filter((name) => isNamed(name, currency))
    expect(isCalled('EUR')).toEqual(['EUR', 'eur', '€', 'euros'])
    expect(isCalled('USD')).toEqual(['$', 'usd'])
    expect(isCalled('CAD')).toEqual(['$'])
    expect(isCalled('CHF')).toEqual(['CHF'])
  })

  it('refuses to add two currencies', () => {
    expect(() => add(eur(1), moneyOf(1, 'USD'))).toThrow(RangeError)
  })
})
