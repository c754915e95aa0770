import { describe, expect, it } from 'vitest'
import { isAppError } from '#model/error.ts'
import { momentFor } from '../../src/cli/given.ts'
import { errorLines } from '../../src/cli/say-error.ts'

const at = momentFor('--at')

describe('a moment', () => {
  it.each([
    ['2026-12-01T18:00+01:00', '2026-12-01T17:00:00.000Z'],
    ['2026-12-01T18:00:30.5-05:00', '2026-12-01T23:00:30.500Z'],
    ['2026-12-01T18:00Z', '2026-12-01T18:00:00.000Z'],
    ['2026-12-01', '2026-12-01T00:00:00.000Z'],
  ])('is read with any offset: %s', (given, moment) => {
    expect(at(given)).toBe(moment)
  })

  it('is on the clock of this machine where it has no offset', () => {
    expect(at('2026-12-01T18:00')).toBe(new Date(2026, 11, 1, 18).toISOString())
  })

  it.each(['05/01/2027', '7', '1', 'Dec 1 2026', '2026-02-30', '2026-12', 'soon'])(
    'is not guessed from %s',
    (given) => {
      expect(refusalOf(given, 'en')).toEqual([
        'the command is not valid (REQUEST_INVALID)',
        `  --at: “${given}” is no moment`,
        '    → write it as 2026-12-01T18:00+01:00',
      ])
      expect(refusalOf(given, 'fr').join('\n')).toMatch(/ n'est pas un moment\n.*écris-le ainsi\s:\s2026-/u)
    },
  )
})

function refusalOf(given: string, language: 'fr' | 'en'): string[] {
  try {
    return [at(given)]
  } catch (error) {
    return isAppError(error) ? errorLines(error, language) : [String(error)]
  }
}
