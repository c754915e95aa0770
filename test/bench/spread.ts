/** A figure that was taken several times. */
export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

const rounded = (value: number) => Math.round(value * 100) / 100

/** The value below which a share of all lies, 0 to 1; 0 of none. */
export function shareOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Median, lowest and highest of a figure, to two decimals. */
export function spreadOf(values: readonly number[]): Spread {
  return {
    median: rounded(shareOf(values, 0.5)),
    min: rounded(Math.min(...values)),
    max: rounded(Math.max(...values)),
  }
}
