import { expect, it } from 'vitest'
import type { BoardLayout, PlacedField } from '#model/adapter.ts'
import { proposeMapping } from '../../src/pipeline/propose-mapping.ts'

const proposed = (...fields: PlacedField[]) => {
  const place = { containerId: 'board', name: 'Claire', url: 'https://tool.example/board' }
  const layout: BoardLayout = { ...place, lists: [], labels: [], fields, members: [] }
  return proposeMapping(layout, 'me').fields
}
const number = (name: string) => ({ id: name, name, type: 'number' }) as const
const money = (name: string) => ({ ...number(name), isMoney: true }) as const

it.each(['Estimation', 'Majoration', 'Temps estimé', 'Retouches'])(
  'takes no field of money by its name, for neither percentages nor other currencies may stand there: %s',
  (name) => {
    expect(proposed(money(name))).toEqual({})
    expect(Object.values(proposed(money(name), number(name)))).toEqual([{ id: name, type: 'number' }])
  },
)
