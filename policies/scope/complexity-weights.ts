import type { ComplexityWeights } from './effort.ts'

/** Written by `test/evaluate/fit.ts`; the order is that of `effortNames`. */
export const complexityWeights: ComplexityWeights = {
  low: [
    0.77, -0.75, -1.02, -0.16, -0.49, -0.53, -0.59, -0.57, -0.26, -0.24, -0.22, 0.29, -0.98, -0.29, 0.47,
    0.21, 5.54,
  ],
  medium: [
    -0.15, 0.13, 0.5, 0.06, -0.07, 0.1, -0.25, 0, -0.12, -0.09, -0.04, -0.11, 0.08, 0.44, -0.38, 0.11, -0.95,
  ],
  high: [
    -0.62, 0.62, 0.53, 0.1, 0.55, 0.43, 0.84, 0.57, 0.38, 0.33, 0.25, -0.19, 0.9, -0.15, -0.08, -0.32, -4.59,
  ],
}
