import type { History } from './history.ts'
import type { House } from './house.ts'
import { judge } from './verdict.ts'

/** Leaves out steps, the later ones first, as long as something still does not hold. @returns the smaller history */
export async function shrink(house: House, history: History): Promise<History> {
  const fails = async (smaller: History) =>
    (await judge(house, smaller).catch((error: unknown) => ({ violations: [String(error)] }))).violations
      .length > 0
  let smallest = history
  for (let length = Math.ceil(history.steps.length / 2); length >= 1; length = Math.floor(length / 2)) {
    for (let start = smallest.steps.length - length; start >= 0; start -= length) {
      const steps = smallest.steps.toSpliced(start, length)
      if (steps.length > 0 && (await fails({ ...smallest, steps }))) smallest = { ...smallest, steps }
    }
  }
  return smallest
}
