import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { historyOf } from './history.ts'
import { type House, openHouse } from './house.ts'
import { lessons } from './lessons.ts'
import { judge } from './verdict.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** `node test/simulate/simulate.ts --seed N --verbose` tells what happened. */
const seeds = [...Array.from({ length: 25 }, (_, index) => index + 1), 30, 40, 50]

describe('two boards, their people and their mishaps', () => {
  it.each(seeds)('come to agree as if nothing had gone wrong (seed %i)', async (seed) => {
    expect((await judge(house, historyOf(seed))).violations).toEqual([])
  })

  it.each(lessons)('$name', async ({ history }) => {
    expect((await judge(house, history)).violations).toEqual([])
  })

  it('live the same history again, to the last word, when it is played again', async () => {
    const prints = async () => (await judge(house, historyOf(9))).print
    expect(await prints()).toBe(await prints())
  })
})
