import { expect, it } from 'vitest'
import { AppError } from '#model/error.ts'
import { errorLines } from '../../src/cli/say-error.ts'

it('tells a service that has too much to do in both languages', () => {
  const busy = new AppError('OVERLOADED', 'too much at once: send it again', { retryAfterMs: 5_000 })
  expect(errorLines(busy, 'fr')[0]).toBe(
    'Le service a trop à faire : recommence dans quelques secondes. (OVERLOADED)',
  )
  expect(errorLines(busy, 'en')).toEqual(['too much at once: send it again (OVERLOADED)'])
})
