import { expect, it } from 'vitest'
import type { BoardLayout, PlacedField } from '#model/adapter.ts'
import { proposeMapping } from '../../src/pipeline/propose-mapping.ts'

const proposed = (fields: readonly PlacedField[], currency: string | null = null) => {
  const place = { containerId: 'board', name: 'Claire', url: 'https://tool.example/board' }
  const layout: BoardLayout = { ...place, lists: [], labels: [], fields, members: [] }
  return proposeMapping(layout, 'me', currency).fields
}
const number = (name: string) => ({ id: name, name, type: 'number' }) as const
const partial = (name: string) => ({ ...number(name), isPartial: true }) as const
const money = (name: string, currency: string | null = 'USD') => ({ ...number(name), currency })

it.each(['Majoration', 'Temps estimé', 'Retouches'])(
  'takes no field of money for what is none: %s',
  (name) => {
    expect(proposed([money(name)], 'USD')).toEqual({})
    expect(Object.values(proposed([money(name), number(name)], 'USD'))).toEqual([
      { id: name, type: 'number' },
    ])
  },
)

it('takes a field of money for estimates in its own currency, or where its tool names none', () => {
  const estimate = { estimate: { id: 'Estimation', type: 'number' } }
  expect(proposed([money('Estimation')], 'EUR')).toEqual({})
  expect(proposed([money('Estimation')])).toEqual({})
  expect(proposed([money('Estimation')], 'USD')).toEqual(estimate)
  expect(proposed([money('Estimation', null)], 'EUR')).toEqual(estimate)
})

it('takes no field that some tasks do not have as a place for what every verdict has, but reads it', () => {
  expect(proposed([partial('Estimation'), partial('Majoration'), partial('Temps estimé')])).toEqual({
    hours: { id: 'Temps estimé', type: 'number' },
  })
})
