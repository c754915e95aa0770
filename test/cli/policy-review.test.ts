import { describe, expect, it } from 'vitest'
import { caseLines } from '#src/cli/policy-review.ts'

describe('how the cases of a policy came out', () => {
  it.each([
    [1, 0, '✓ Son cas passe.', '✓ Its case passes.'],
    [2, 0, '✓ Ses 2 cas passent.', '✓ Its 2 cases pass.'],
    [2, 1, '✗ 1 cas sur 3 ne passe pas :', '✗ 1 of 3 cases fails:'],
    [1, 2, '✗ 2 cas sur 3 ne passent pas :', '✗ 2 of 3 cases fail:'],
  ])('%i passed and %i failed', (passed, failed, fr, en) => {
    const run = { passed, failed, results: [] }
    expect(caseLines(run, 'fr')).toEqual([fr])
    expect(caseLines(run, 'en')).toEqual([en])
  })
})
