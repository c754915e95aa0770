import { expect, it } from 'vitest'
import type { Mapping } from '#model/board.ts'
import { mendMapping } from '../../src/pipeline/mend-mapping.ts'

const mapping: Mapping = {
  labels: { in_scope: 'l1' },
  statuses: [
    { id: 'todo', status: 'requested' },
    { id: 'done', status: 'done' },
  ],
  fields: { estimate: { id: 'f1', type: 'number' }, surcharge: { id: 'f2', type: 'number' } },
  services: { s1: 'newsletter' },
  assistants: ['me'],
}

it('keeps what is still on the board, forgets what a person took away, and has the labels looked up anew', () => {
  const layout = {
    lists: [{ id: 'todo', name: 'À faire' }],
    fields: [{ id: 'f2', name: 'Majoration', type: 'number' }],
  } as const
  expect(mendMapping(mapping, layout)).toEqual({
    ...mapping,
    labels: {},
    statuses: [{ id: 'todo', status: 'requested' }],
    fields: { surcharge: { id: 'f2', type: 'number' } },
  })
})
