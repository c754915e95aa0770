import type { Measure } from './part.ts'

/** What can be measured, in the order in which it is. Loaded when it is its turn. */
export const parts: Readonly<Record<string, () => Promise<{ readonly measure: Measure }>>> = {
  intake: () => import('./intake.ts'),
  endToEnd: () => import('./end-to-end.ts'),
  calls: () => import('./calls.ts'),
  judgement: () => import('./judgement.ts'),
  growth: () => import('./growth.ts'),
  footprint: () => import('./footprint.ts'),
  scaleOut: () => import('./scale-out.ts'),
  lists: () => import('./lists.ts'),
  preview: () => import('./preview.ts'),
}

export const isPart = (name: string): boolean => Object.hasOwn(parts, name)
