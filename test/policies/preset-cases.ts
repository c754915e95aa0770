import { globSync } from 'node:fs'
import { basename } from 'node:path'
import type { Decision } from '#model/decision.ts'
import type { PolicyCase } from '#policies/cases/case.ts'
import { type CaseResult, createCaseJudge } from '#policies/cases/case-judge.ts'
import { compilePolicy } from '#policies/compile.ts'
import { effectivePolicy } from '#policies/effective.ts'
import { labelSpecs } from '#policies/labels.ts'
import { presetCases } from '#policies/presets/preset-cases.ts'
import { presets } from '#policies/presets/presets.ts'
import { parsePolicy } from '#policies/schema.ts'

/** The cases of every preset, by its name. */
export const files = globSync('policies/presets/*.cases.json')
  .toSorted()
  .map((file) => basename(file, '.cases.json'))
  .map((name) => {
    const document = presets[name] ?? parsePolicy(null)
    const judge = createCaseJudge(document, { id: name, version: 1 })
    return { name, policy: name, document, cases: presetCases(name), judge }
  })
export type CasesOfPreset = (typeof files)[number]

/** Judge a case that has a decision. */
export function judgeCase({ judge }: CasesOfPreset, each: PolicyCase): CaseResult & { decision: Decision } {
  const { decision, ...result } = judge(each)
  if (decision === null) throw new Error(result.differences.map(({ en }) => en).join(' '))
  return { ...result, decision }
}

/** Every label that a board can have under a preset, whatever the plan. */
export function labelsOf({ name, document }: CasesOfPreset): string[] {
  const client = { language: document.language, address: 'vous', timeZone: 'Europe/Paris' } as const
  return [null, ...Object.keys(document.plans)].flatMap((plan) => {
    const own = effectivePolicy(document, { plan, terms: {} })
    return labelSpecs(compilePolicy(own, { id: name, version: 1 }, client)).map(({ key }) => key)
  })
}
