import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { ScopeWeights } from '#policies/scope/decision.ts'
import type { ComplexityWeights } from '#policies/scope/effort.ts'
import { fitComplexity, fitScope, modelsOf } from './fit-weights.ts'
import { ownCatalogues, ownRequests } from './own-requests.ts'
import { InputError, readCatalogues, readRequests } from './read-input.ts'

const usage = `Fits the decision layer to labelled requests and writes policies/scope/decision-weights.ts and
policies/scope/complexity-weights.ts. The requests to the presets (test/evaluate/requests) are always used.

  node test/evaluate/fit.ts [--catalogues FILE --requests FILE…]

  --catalogues  more policies (JSON)
  --requests    labelled requests to them (JSON lines); may be given several times
`

const fixed = (weights: readonly number[]) =>
  `[${weights.map((weight) => Number(weight.toFixed(2))).join(', ')}]`

const scopeFile = ({ evidence, verdict }: ScopeWeights) => `import type { ScopeWeights } from './decision.ts'

/** Written by \`test/evaluate/fit.ts\`; the order is that of \`evidenceNames\` and \`signalNames\`. */
export const decisionWeights: ScopeWeights = {
  evidence: ${fixed(evidence)},
  verdict: {
    in: ${fixed(verdict.in)},
    out: ${fixed(verdict.out)},
    review: ${fixed(verdict.review)},
  },
}
`

const complexityFile = ({
  low,
  medium,
  high,
}: ComplexityWeights) => `import type { ComplexityWeights } from './effort.ts'

/** Written by \`test/evaluate/fit.ts\`; the order is that of \`effortNames\`. */
export const complexityWeights: ComplexityWeights = {
  low: ${fixed(low)},
  medium: ${fixed(medium)},
  high: ${fixed(high)},
}
`

function main(): void {
  const { values } = parseArgs({
    options: {
      catalogues: { type: 'string' },
      requests: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) throw new InputError(usage)
  const more = values.catalogues === undefined ? [] : readCatalogues(values.catalogues)
  const catalogues = [...ownCatalogues(), ...more]
  const requests = [...ownRequests(), ...values.requests.flatMap((file) => readRequests(file, more))]
  const folder = new URL('../../policies/scope/', import.meta.url)
  writeFileSync(new URL('decision-weights.ts', folder), scopeFile(fitScope(requests, modelsOf(catalogues))))
  writeFileSync(new URL('complexity-weights.ts', folder), complexityFile(fitComplexity(requests)))
  process.stdout.write(
    `Fitted to ${requests.filter(({ seen }) => !seen).length} requests. Now run biome check --write policies/scope.\n`,
  )
}

try {
  main()
} catch (error) {
  const isInput = error instanceof InputError || (error instanceof Error && 'code' in error)
  if (!isInput) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
