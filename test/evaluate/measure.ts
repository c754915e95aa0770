import type { Judged, Verdict } from './judge-requests.ts'

const verdicts = ['in', 'out', 'review'] as const satisfies readonly Verdict[]

/** Shares between 0 and 1, to four decimals; null where there is nothing to take a share of. */
type Share = number | null

const share = (part: number, whole: number): Share =>
  whole === 0 ? null : Math.round((part / whole) * 1e4) / 1e4

/**
 * How well scope is told. @param judged at the strictness that is measured
 * @param likeliest the same at strictness 0: the likeliest of the three, which F1 and accuracy are of
 */
export function measureScope(judged: readonly Judged[], likeliest: readonly Judged[]) {
  const pairs = pairsOf(likeliest)
  const decided = pairsOf(judged)
  const f1 = Object.fromEntries(verdicts.map((verdict) => [verdict, f1Of(verdict, pairs)]))
  const known = verdicts.flatMap((verdict) => f1[verdict] ?? [])
  return {
    macroF1:
      known.length === 0
        ? null
        : share(
            known.reduce((sum, value) => sum + value, 0),
            known.length,
          ),
    f1,
    accuracy: share(pairs.filter(({ label, verdict }) => label === verdict).length, pairs.length),
    decided: decidedOf(decided),
    ...falseOf(decided),
  }
}

const pairsOf = (judged: readonly Judged[]): Pair[] =>
  judged.map(({ request, reading }) => ({ label: request.expected.scope, verdict: reading.verdict }))

type Pair = { readonly label: Verdict; readonly verdict: Verdict }

function f1Of(wanted: Verdict, pairs: readonly Pair[]): Share {
  const hits = pairs.filter(({ label, verdict }) => label === wanted && verdict === wanted).length
  const either =
    pairs.filter(({ label }) => label === wanted).length +
    pairs.filter(({ verdict }) => verdict === wanted).length
  return pairs.some(({ label }) => label === wanted) ? share(2 * hits, either) : null
}

/** Of the requests decided in or out: how many of all, and how many rightly. A label of review counts as wrong. */
function decidedOf(pairs: readonly Pair[]) {
  const decided = pairs.filter(({ verdict }) => verdict !== 'review')
  const right = decided.filter(({ label, verdict }) => label === verdict)
  return { coverage: share(decided.length, pairs.length), accuracy: share(right.length, decided.length) }
}

function falseOf(pairs: readonly Pair[]) {
  const taken = (label: Verdict, verdict: Verdict) => {
    const all = pairs.filter((pair) => pair.label === label)
    return share(all.filter((pair) => pair.verdict === verdict).length, all.length)
  }
  return { falseIn: taken('out', 'in'), falseOut: taken('in', 'out') }
}

/** Coverage and accuracy over strictness. @param verdictAt the verdict of a request at a strictness */
export function measureCurve(
  judged: readonly Judged[],
  verdictAt: (own: Judged, strictness: number) => Verdict,
) {
  return [0, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9].map((strictness) => {
    const pairs = judged.map((own) => ({
      label: own.request.expected.scope,
      verdict: verdictAt(own, strictness),
    }))
    return { strictness, ...decidedOf(pairs), ...falseOf(pairs) }
  })
}

/** Of the requests that are in and judged in, how many name the right service. */
export function measureService(judged: readonly Judged[]) {
  const inside = judged.filter(
    ({ request, reading }) => request.expected.scope === 'in' && reading.verdict === 'in',
  )
  return {
    accuracy: share(
      inside.filter(({ request, reading }) => request.expected.service === reading.service).length,
      inside.length,
    ),
  }
}

/** How well urgent requests are told, where the label says whether they are. */
export function measureUrgency(judged: readonly Judged[]) {
  const labelled = judged.filter(({ request }) => request.expected.urgent != null)
  const hits = labelled.filter(({ request, urgent }) => urgent && request.expected.urgent).length
  return {
    precision: share(hits, labelled.filter(({ urgent }) => urgent).length),
    recall: share(hits, labelled.filter(({ request }) => request.expected.urgent).length),
  }
}

/** How well working time is told, where the label has one. */
export function measureComplexity(judged: readonly Judged[]) {
  const labelled = judged.filter(({ request }) => request.expected.complexity != null)
  const right = labelled.filter(({ request, complexity }) => request.expected.complexity === complexity)
  return { accuracy: share(right.length, labelled.length) }
}

/** What judging cost. */
export function measureCost(judged: readonly Judged[], buildMs: number) {
  const times = judged.map(({ microseconds }) => microseconds).toSorted((a, b) => a - b)
  const at = (part: number) =>
    Math.round(times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0)
  return { p50Us: at(0.5), p95Us: at(0.95), buildMs: Math.round(buildMs * 10) / 10 }
}

/** The main figures of each group of requests. */
export function measureGroups(
  judged: readonly Judged[],
  likeliest: readonly Judged[],
  groupOf: (own: Judged) => string,
) {
  const likeliestOf = Map.groupBy(likeliest, groupOf)
  return Object.fromEntries(
    [...Map.groupBy(judged, groupOf)].map(([group, own]) => {
      const { macroF1, accuracy, decided, falseIn, falseOut } = measureScope(
        own,
        likeliestOf.get(group) ?? own,
      )
      const scope = { macroF1, accuracy, decided, falseIn, falseOut }
      return [group, { requests: own.length, scope, service: measureService(own) }]
    }),
  )
}
