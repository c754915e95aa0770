import type { Finding } from '#model/decision.ts'

/** What a rule gave, or what stands in for it and the doubt that it leaves. */
export interface Attempted<T> {
  readonly value: T
  readonly doubts: readonly Finding[]
}

/** Let a rule judge. When it fails, `otherwise` stands in and a person is asked to look. */
export function attempt<T>(rule: string, judge: () => T, otherwise: T): Attempted<T> {
  try {
    return { value: judge(), doubts: [] }
  } catch (error) {
    const failure = error instanceof Error ? error.name : 'unknown'
    const doubt = {
      code: 'to_review',
      reason: 'undecided',
      evidence: { rule, failure },
      clause: null,
    } as const
    return { value: otherwise, doubts: [doubt] }
  }
}
