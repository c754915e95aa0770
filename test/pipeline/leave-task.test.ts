import { expect, it } from 'vitest'
import type { Shown } from '#model/operation.ts'
import { withdrawal } from '#src/pipeline/leave-task.ts'

it('takes our labels off, leaves what a person put on, and puts nothing on', () => {
  const base: Shown = {
    ...{ labels: ['in_scope', 'urgent_confirm'], comment: { id: 'c1', text: 'Merci !' } },
    ...{ estimate: null, surcharge: null, status: null },
  }
  const theirs: Shown = { ...base, labels: ['in_scope', 'info_missing', 'urgent_confirm'] }
  const ruled = (label: 'info_missing' | 'out_of_scope') =>
    ({ target: 'label', label, change: 'added', at: '2027-02-01T09:00:00.000Z' }) as const
  const overrides = [ruled('info_missing'), ruled('out_of_scope')]
  expect(withdrawal({ base, theirs, overrides, pending: null, reference: 'réf. K7Q2' })).toEqual([
    { kind: 'label', change: 'remove', label: 'in_scope' },
    { kind: 'label', change: 'remove', label: 'urgent_confirm' },
  ])
})
