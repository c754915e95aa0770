export type Level = 'low' | 'medium' | 'high'

/** The order of the fitted weights. */
export const levels = ['low', 'medium', 'high'] as const satisfies readonly Level[]

/** What each sign of effort counts for each level, in the order of `effortNames`, the constant last. */
export type ComplexityWeights = Readonly<Record<Level, readonly number[]>>
