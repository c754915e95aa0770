import type { ComplexityWeights } from './effort.ts'

/** Written by `test/evaluate/fit.ts`; the order is that of `effortNames`. */
export const complexityWeights: ComplexityWeights = {
  low: [
    0.9, -0.88, -1.01, -0.15, -0.49, -0.55, -0.55, -0.55, -0.24, -0.23, -0.2, 0.33, -1.01, -0.28, 0.42, 0.18,
    5.47,
  ],
  medium: [
    0.12, 0.4, 0.5, 0.05, -0.09, 0.1, -0.25, -0.05, -0.1, -0.08, -0.07, -0.12, 0.05, 0.44, -0.38, 0.14, -1.09,
  ],
  high: [
    -1.02, 0.49, 0.5, 0.1, 0.58, 0.45, 0.8, 0.6, 0.34, 0.3, 0.28, -0.21, 0.97, -0.16, -0.04, -0.32, -4.38,
  ],
}
