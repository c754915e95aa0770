import type { ComplexityWeights } from './effort.ts'

/** Written by `test/evaluate/fit.ts`; the order is that of `effortNames`. */
export const complexityWeights: ComplexityWeights = {
  low: [
    0.81, -0.76, -1, -0.16, -0.49, -0.54, -0.59, -0.57, -0.31, -0.24, -0.21, 0.3, -0.99, -0.3, 0.45, 0.23,
    5.49,
  ],
  medium: [
    -0.18, 0.15, 0.49, 0.06, -0.07, 0.11, -0.24, 0, -0.1, -0.09, -0.05, -0.1, 0.07, 0.45, -0.39, 0.1, -0.92,
  ],
  high: [
    -0.63, 0.61, 0.52, 0.11, 0.56, 0.43, 0.84, 0.57, 0.41, 0.33, 0.26, -0.2, 0.91, -0.15, -0.06, -0.33, -4.57,
  ],
}
