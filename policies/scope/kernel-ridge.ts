import type { Vector } from './vocabulary.ts'

/**
 * Kernel ridge regression, one target a class, solved in closed form.
 * @param vectors of the texts
 * @param classes of the texts
 * @param featureCount one more than the highest number of a feature
 * @param ridge how far the fit may miss its targets: the more, the smoother
 * @returns weight of each text for each class; the weights of a class are `Σ weight · vector`
 */
export function kernelRidge(
  vectors: readonly Vector[],
  classes: readonly number[],
  classCount: number,
  featureCount: number,
  ridge: number,
): Float64Array[] {
  const size = vectors.length
  const factor = choleskyOf(kernelOf(vectors, featureCount, ridge), size)
  return Array.from({ length: classCount }, (_, wanted) => {
    const target = Float64Array.from(classes, (own) => (own === wanted ? 1 : 0))
    return solve(factor, size, target)
  })
}

function kernelOf(vectors: readonly Vector[], features: number, ridge: number): Float64Array {
  const size = vectors.length
  const kernel = new Float64Array(size * size)
  const dense = new Float64Array(features)
  vectors.forEach((own, row) => {
    spread(own, dense, 1)
    for (let column = 0; column <= row; column += 1) kernel[row * size + column] = dot(vectors[column], dense)
    kernel[row * size + row] = (kernel[row * size + row] ?? 0) + ridge
    spread(own, dense, 0)
  })
  return kernel
}

function spread({ ids, values }: Vector, dense: Float64Array, factor: number): void {
  for (let at = 0; at < ids.length; at += 1) dense[ids[at] ?? 0] = (values[at] ?? 0) * factor
}

function dot(vector: Vector | undefined, dense: Float64Array): number {
  if (vector === undefined) return 0
  const { ids, values } = vector
  let sum = 0
  for (let at = 0; at < ids.length; at += 1) sum += (values[at] ?? 0) * (dense[ids[at] ?? 0] ?? 0)
  return sum
}

/** The lower triangular factor of a positive definite matrix of which the lower half is given; in place. */
function choleskyOf(matrix: Float64Array, size: number): Float64Array {
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * size + column] ?? 0
      for (let k = 0; k < column; k += 1) {
        sum -= (matrix[row * size + k] ?? 0) * (matrix[column * size + k] ?? 0)
      }
      matrix[row * size + column] =
        row === column ? Math.sqrt(Math.max(sum, 1e-9)) : sum / (matrix[column * size + column] ?? 1)
    }
  }
  return matrix
}

function solve(factor: Float64Array, size: number, target: Float64Array): Float64Array {
  const solution = Float64Array.from(target)
  for (let row = 0; row < size; row += 1) {
    let sum = solution[row] ?? 0
    for (let k = 0; k < row; k += 1) sum -= (factor[row * size + k] ?? 0) * (solution[k] ?? 0)
    solution[row] = sum / (factor[row * size + row] ?? 1)
  }
  // Backwards by rows, not by columns: a row lies together in memory.
  for (let row = size - 1; row >= 0; row -= 1) {
    const value = (solution[row] ?? 0) / (factor[row * size + row] ?? 1)
    solution[row] = value
    for (let k = 0; k < row; k += 1) solution[k] = (solution[k] ?? 0) - (factor[row * size + k] ?? 0) * value
  }
  return solution
}
