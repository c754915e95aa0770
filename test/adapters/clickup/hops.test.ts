import { expect, it } from 'vitest'
import { createHops } from '../../../adapters/clickup/hops.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 9, minute)).toISOString()

it('takes three moves of one task within the hour for a round, and forgets them after it', () => {
  const hops = createHops()
  for (const minute of [0, 10, 20]) {
    expect(hops.isRound('86a', at(minute))).toBe(false)
    hops.note('86a', at(minute))
  }
  hops.note('86b', at(20))
  expect([hops.isRound('86a', at(21)), hops.isRound('86b', at(21))]).toEqual([true, false])
  expect(hops.isRound('86a', at(59))).toBe(true)
  expect(hops.isRound('86a', at(61))).toBe(false)
})
