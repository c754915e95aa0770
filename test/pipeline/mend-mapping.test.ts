import { expect, it } from 'vitest'
import type { Mapping } from '#model/board.ts'
import { mendMapping } from '../../src/pipeline/mend-mapping.ts'

const mapping: Mapping = {
  labels: { in_scope: 'l1', out_of_scope: 'l2' },
  statuses: [
    { id: 'todo', status: 'requested' },
    { id: 'done', status: 'done' },
  ],
  fields: { estimate: { id: 'f1', type: 'number' }, surcharge: { id: 'f2', type: 'number' } },
  services: { s1: 'newsletter' },
  assistants: ['me'],
}

it('keeps what is still on the board, and forgets what a person took away', () => {
  const layout = {
    labels: [{ id: 'l1', name: 'Dans le cadre', color: null }],
    lists: [{ id: 'todo', name: 'À faire' }],
    fields: [{ id: 'f2', name: 'Majoration', type: 'number' }],
  } as const
  expect(mendMapping(mapping, layout)).toEqual({
    ...mapping,
    labels: { in_scope: 'l1' },
    statuses: [{ id: 'todo', status: 'requested' }],
    fields: { surcharge: { id: 'f2', type: 'number' } },
  })
})

it('lets a field go that we write and that some tasks do not have, and goes on reading others', () => {
  const { estimate: field } = mapping.fields
  const fields = [{ id: 'f1', name: 'Estimation', type: 'number', isPartial: true }] as const
  const places = { labels: [], lists: [], fields }
  expect(mendMapping({ ...mapping, fields: { estimate: field, hours: field } }, places).fields).toEqual({
    hours: field,
  })
})

it('keeps a field that is there and is offered no more, and labels that we may not see', () => {
  const lists = mapping.statuses.map(({ id }) => ({ id, name: id }))
  const layout = { labels: [], lists, fields: [], otherFields: ['f1'], hidesLabels: true } as const
  expect(mendMapping(mapping, layout)).toEqual({ ...mapping, fields: { estimate: mapping.fields.estimate } })
})
