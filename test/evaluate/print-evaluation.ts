import type { evaluateAll } from './evaluation.ts'

type Evaluated = ReturnType<typeof evaluateAll>

const percent = (share: number | null | undefined) =>
  (share == null ? '–' : `${(share * 100).toFixed(1)} %`).padStart(8)

/** The figures as tables to read. */
export function tablesOf(evaluated: Evaluated): string {
  const { scope, service, urgency, complexity, cost } = evaluated
  const lines = [
    `${evaluated.requests} requests, strictness ${evaluated.strictness}`,
    '',
    `scope       macro-F1 ${percent(scope.macroF1)}   in ${percent(scope.f1.in)}   out ${percent(scope.f1.out)}   review ${percent(scope.f1.review)}`,
    `            accuracy ${percent(scope.accuracy)}`,
    `decided     coverage ${percent(scope.decided.coverage)}   right ${percent(scope.decided.accuracy)}`,
    `            out taken for in ${percent(scope.falseIn)}   in taken for out ${percent(scope.falseOut)}`,
    `service     right ${percent(service.accuracy)} of the in judged in`,
    `urgency     precision ${percent(urgency.precision)}   recall ${percent(urgency.recall)}`,
    `complexity  right ${percent(complexity.accuracy)}`,
    `cost        p50 ${cost.p50Us} µs   p95 ${cost.p95Us} µs   build ${cost.buildMs} ms`,
    '',
    'strictness  coverage     right  false in false out',
    ...scope.curve.map(
      ({ strictness, coverage, accuracy, falseIn, falseOut }) =>
        `${String(strictness).padEnd(10)}${[coverage, accuracy, falseIn, falseOut].map(percent).join('  ')}`,
    ),
    '',
    ...groupLines('policy', evaluated.byPolicy),
    '',
    ...groupLines('language', evaluated.byLanguage),
    '',
    ...groupLines('sight', evaluated.bySight),
    ...learningLines(evaluated),
  ]
  return `${lines.join('\n')}\n`
}

function groupLines(title: string, groups: Evaluated['byPolicy']): string[] {
  return [
    `${title.padEnd(20)}requests  macro-F1  coverage     right  false in   service`,
    ...Object.entries(groups).map(
      ([name, { requests, scope, service }]) =>
        `${name.padEnd(20)}${String(requests).padStart(8)}  ${[scope.macroF1, scope.decided.coverage, scope.decided.accuracy, scope.falseIn, service.accuracy].map(percent).join('  ')}`,
    ),
  ]
}

function learningLines(evaluated: Evaluated): string[] {
  const { learning } = evaluated
  if (learning === undefined) return []
  const { corrected, fixed, before, after } = learning
  return [
    '',
    `learning    ${corrected} corrections, ${fixed} of them read right afterwards`,
    `            accuracy ${percent(before.accuracy)} before, ${percent(after.accuracy)} with the corrections made so far`,
  ]
}
