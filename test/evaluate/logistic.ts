/** One observation: the features of each alternative and which of them was right. */
export interface Choice {
  readonly alternatives: readonly (readonly number[])[]
  readonly right: number
  readonly weight: number
}

const steps = 600
const rate = 0.05
const [decay1, decay2] = [0.9, 0.99]

/**
 * Fit weights by which the right alternative scores highest (conditional logit), by Adam over all observations at
 * once: no sampling, so that the same observations give the same weights.
 * @param penalty per observation on the squared weights, none where `free` says so
 */
export function fitChoices(choices: readonly Choice[], size: number, penalty: number): number[] {
  const weights = new Float64Array(size)
  const [mean, square] = [new Float64Array(size), new Float64Array(size)]
  const total = choices.reduce((sum, { weight }) => sum + weight, 0)
  for (let step = 1; step <= steps; step += 1) {
    const gradient = gradientOf(choices, weights)
    const shrink = 1 / (1 + step / 200)
    for (let at = 0; at < size; at += 1) {
      const slope = (gradient[at] ?? 0) / total + penalty * (weights[at] ?? 0)
      mean[at] = decay1 * (mean[at] ?? 0) + (1 - decay1) * slope
      square[at] = decay2 * (square[at] ?? 0) + (1 - decay2) * slope ** 2
      const [first, second] = [
        (mean[at] ?? 0) / (1 - decay1 ** step),
        (square[at] ?? 0) / (1 - decay2 ** step),
      ]
      weights[at] = (weights[at] ?? 0) - (rate * shrink * first) / (Math.sqrt(second) + 1e-8)
    }
  }
  return [...weights]
}

function gradientOf(choices: readonly Choice[], weights: Float64Array): Float64Array {
  const gradient = new Float64Array(weights.length)
  for (const { alternatives, right, weight } of choices) {
    const scores = alternatives.map((values) =>
      values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0),
    )
    const top = Math.max(...scores)
    const raised = scores.map((score) => Math.exp(score - top))
    const total = raised.reduce((sum, value) => sum + value, 0)
    alternatives.forEach((values, own) => {
      const error = weight * ((raised[own] ?? 0) / total - (own === right ? 1 : 0))
      if (error === 0) return
      for (let at = 0; at < values.length; at += 1)
        gradient[at] = (gradient[at] ?? 0) + error * (values[at] ?? 0)
    })
  }
  return gradient
}

/** Fit a multinomial logistic regression. Signals are standardized inside; the weights given back are for raw signals, constant last. */
export function fitLogistic(
  rows: readonly { readonly signals: readonly number[]; readonly right: number; readonly weight: number }[],
  classes: number,
  penalty: number,
): number[][] {
  const size = rows[0]?.signals.length ?? 0
  const scale = Array.from({ length: size }, (_, at) => spreadOf(rows.map(({ signals }) => signals[at] ?? 0)))
  const choices = rows.map(({ signals, right, weight }) => {
    const standard = [
      ...signals.map((value, at) => (value - (scale[at]?.mean ?? 0)) / (scale[at]?.spread ?? 1)),
      1,
    ]
    const alternatives = Array.from({ length: classes }, (_, own) =>
      Array.from({ length: classes * (size + 1) }, (_, at) =>
        Math.floor(at / (size + 1)) === own ? (standard[at % (size + 1)] ?? 0) : 0,
      ),
    )
    return { alternatives, right, weight }
  })
  const fitted = fitChoices(choices, classes * (size + 1), penalty)
  return Array.from({ length: classes }, (_, own) =>
    rawWeights(fitted.slice(own * (size + 1), (own + 1) * (size + 1)), scale),
  )
}

interface Scale {
  readonly mean: number
  readonly spread: number
}

function spreadOf(values: readonly number[]): Scale {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  return { mean, spread: Math.sqrt(variance) || 1 }
}

function rawWeights(fitted: readonly number[], scale: readonly Scale[]): number[] {
  const raw = scale.map(({ spread }, at) => (fitted[at] ?? 0) / spread)
  const constant =
    (fitted[scale.length] ?? 0) - scale.reduce((sum, { mean }, at) => sum + (raw[at] ?? 0) * mean, 0)
  return [...raw, constant]
}
