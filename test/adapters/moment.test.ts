import { expect, it } from 'vitest'
import { instantOf } from '#adapters/moment.ts'
import { dayOf } from '#policies/calendar.ts'

/** People write the last day there is where a tool wants a date and they have none. */
it('a moment whose day ends beyond the calendar in some zone is none', () => {
  expect(instantOf('9999-12-31T12:00:00.000Z')).toBeNull()
  expect(instantOf('0001-01-01T12:00:00.000Z')).toBeNull()
  const last = instantOf('9998-12-31T23:59:59.999Z') ?? ''
  expect(dayOf(last, 'Pacific/Kiritimati').to).toMatch(/^9999-/)
})
