import { expect, it } from 'vitest'
import { createHops } from '../../../adapters/clickup/hops.ts'
import { mostMoves } from '../../../src/pipeline/hops.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 9, minute)).toISOString()

it('takes no more moves of one task within the hour than a pair carries over, and forgets them after it', () => {
  const hops = createHops()
  for (let move = 0; move < mostMoves; move += 1) {
    expect(hops.isRound('86a', at(2 * move))).toBe(false)
    hops.note('86a', at(2 * move))
  }
  hops.note('86b', at(20))
  expect([hops.isRound('86a', at(21)), hops.isRound('86b', at(21))]).toEqual([true, false])
  expect(hops.isRound('86a', at(59))).toBe(true)
  expect(hops.isRound('86a', at(61))).toBe(false)
})
