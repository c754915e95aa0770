import { parseArgs } from 'node:util'
import { defaultStrictness } from '#policies/scope/read-scope.ts'
import { evaluateAll } from './evaluation.ts'
import { ownCatalogues, ownRequests } from './own-requests.ts'
import { tablesOf } from './print-evaluation.ts'
import { InputError, readCatalogues, readRequests } from './read-input.ts'

/**
 * Measures the judgement on labelled requests, through the functions by which the product judges.
 *
 * Macro-F1, F1 and accuracy are of the likeliest of the three verdicts; `decided`, `falseIn`, `falseOut` and the service
 * are of the product's own verdict at the given strictness (by default the product's default). The curve shows others.
 */
const usage = `Measures how well requests are judged.

  npm run evaluate -- [--catalogues FILE --requests FILE] [options]

Without files it measures the requests to the presets (test/evaluate/requests).

  --catalogues FILE         policies: {"catalogues": [{"id", "language", "included": [...], "excluded": [...]}]}
  --requests FILE           labelled requests, one JSON object a line
  --json                    one JSON document instead of tables
  --strictness P            share of probability that in or out needs, 0 to 1 (default ${defaultStrictness}, as the product)
  --leave-one-policy-out    refit the decision layer for each policy on the requests of the others
  --fit-on-presets          fit on the requests to the presets as well then
  --learn                   replay corrections: each misjudged request becomes a ruling after it was judged

Macro-F1, F1 and accuracy are of the likeliest of the three verdicts, which is strictness 0 in the curve. Decided, falseIn,
falseOut and the service are of the verdict at that strictness.
`

function optionsOf() {
  const { values } = parseArgs({
    options: {
      catalogues: { type: 'string' },
      requests: { type: 'string' },
      'fit-on-presets': { type: 'boolean', default: false },
      strictness: { type: 'string', default: String(defaultStrictness) },
      json: { type: 'boolean', default: false },
      learn: { type: 'boolean', default: false },
      'leave-one-policy-out': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  return values
}

function strictnessOf(text: string): number {
  const value = Number(text)
  if (text.trim() !== '' && value >= 0 && value <= 1) return value
  throw new InputError(`--strictness ${text} is no number from 0 to 1`)
}

/** The catalogues and requests that the options name; null when they name none. */
function givenBy({ catalogues: file, requests }: ReturnType<typeof optionsOf>) {
  if (file === undefined && requests === undefined) return null
  if (file === undefined || requests === undefined) {
    throw new InputError(`--catalogues and --requests belong together.\n\n${usage}`)
  }
  const catalogues = readCatalogues(file)
  return { catalogues, requests: readRequests(requests, catalogues) }
}

function main(): void {
  const options = optionsOf()
  if (options.help) {
    process.stdout.write(usage)
    return
  }
  const own = { catalogues: ownCatalogues(), requests: ownRequests() }
  const { catalogues, requests } = givenBy(options) ?? own
  const isFittedOnOwn = options['fit-on-presets'] && catalogues !== own.catalogues
  const evaluated = evaluateAll({
    catalogues,
    requests,
    strictness: strictnessOf(options.strictness),
    leaveOnePolicyOut: options['leave-one-policy-out'],
    fitOn: isFittedOnOwn ? own : { catalogues: [], requests: [] },
    learn: options.learn,
  })
  process.stdout.write(options.json ? `${JSON.stringify(evaluated, null, 2)}\n` : tablesOf(evaluated))
}

try {
  main()
} catch (error) {
  const isInput = error instanceof InputError || (error instanceof Error && 'code' in error)
  if (!isInput) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
