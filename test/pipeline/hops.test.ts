import { expect, it } from 'vitest'
import { hopped, isLooping, mostMoves, weights } from '../../src/pipeline/hops.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 9, minute)).toISOString()

/** So many changes, evenly within an hour, and what they come to at its end. */
function after(changes: number, weight: number) {
  let hops: Parameters<typeof isLooping>[0] = { count: 0, since: at(0) }
  for (let change = 0; change < changes; change += 1) hops = hopped(hops, weight, at((change * 50) / changes))
  return hops
}

it('takes ten moves within the hour for a circle, and an hour of writing for work', () => {
  expect(isLooping(after(mostMoves - 1, weights.move), at(51))).toBe(false)
  expect(isLooping(after(mostMoves, weights.move), at(51))).toBe(true)
  expect(isLooping(after(50, weights.edit), at(51))).toBe(false)
  expect(isLooping(after(60, weights.edit), at(51))).toBe(true)
})

it('counts a move while somebody writes with what was written', () => {
  const written = after(50, weights.edit)
  expect(isLooping(hopped(written, weights.move, at(52)), at(52))).toBe(false)
  expect(isLooping(hopped(hopped(written, weights.move, at(52)), weights.move, at(53)), at(53))).toBe(true)
})

it('forgets with the hour', () => {
  const looping = after(mostMoves, weights.move)
  expect([isLooping(looping, at(60)), isLooping(looping, at(61))]).toEqual([true, false])
  expect(hopped(looping, weights.edit, at(61))).toEqual({ count: weights.edit, since: at(61) })
})
