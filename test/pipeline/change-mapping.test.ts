import { describe, expect, it } from 'vitest'
import type { BoardLayout } from '#model/adapter.ts'
import type { Mapping } from '#model/board.ts'
import { isAppError } from '#model/error.ts'
import { changeMapping } from '#src/pipeline/change-mapping.ts'

const layout: BoardLayout = {
  containerId: 'board',
  name: 'Claire',
  url: 'https://tool.example/board',
  lists: [],
  labels: [],
  fields: [],
  members: [{ id: '17', name: 'Inès' }],
}
const mapping: Mapping = { labels: {}, statuses: [], fields: {}, services: {}, assistants: ['bot'] }

function changed(assistants: readonly string[], unlistedPeople: RegExp | null) {
  try {
    return changeMapping(mapping, { assistants }, { layout, role: 'client', unlistedPeople }).assistants
  } catch (error) {
    if (!isAppError(error, 'REQUEST_INVALID')) throw error
    return error.details.map(({ path, message }) => `${path}: ${message}`)
  }
}

describe('the assistants of a board', () => {
  const stranger = (id: string) => `body.mapping.assistants: nobody on the board has this id: ${id}`

  it('are people of the board, or were its assistants already', () => {
    expect(changed(['17', 'bot'], null)).toEqual(['17', 'bot'])
    expect(changed(['YOUR_MEMBER_ID', '17', '18'], null)).toEqual([
      stranger('YOUR_MEMBER_ID'),
      stranger('18'),
    ])
  })

  it('may be guests whom the tool does not list, if that is how it writes ids', () => {
    expect(changed(['18'], /^\d+$/)).toEqual(['18'])
    expect(changed(['YOUR_USER_ID', '18'], /^\d+$/)).toEqual([stranger('YOUR_USER_ID')])
  })

  it('are not asked after when something else of the mapping changes', () => {
    const change = { services: { label: 'newsletter' } }
    expect(
      changeMapping(mapping, change, { layout, role: 'client', unlistedPeople: null }).assistants,
    ).toEqual(['bot'])
  })
})

describe('the fields of a board', () => {
  const change = (before: Mapping['fields'], fields: Mapping['fields']) => () =>
    changeMapping(
      { ...mapping, fields: before },
      { fields },
      { layout, role: 'client', unlistedPeople: null },
    )
  const estimate = { id: 'column', type: 'text' } as const

  it('may be mapped already, though the board has ceased to offer them', () => {
    expect(change({ estimate }, { estimate })().fields).toEqual({ estimate })
    expect(change({}, { estimate })).toThrow('the mapping does not fit the board')
    expect(change({ estimate }, { hours: { id: 'column', type: 'number' } })).toThrow('does not fit')
  })

  it('are not asked after when something else of the mapping changes', () => {
    const known = { ...mapping, fields: { estimate } }
    const corrected = changeMapping(known, { services: {} }, { layout, role: 'client', unlistedPeople: null })
    expect(corrected.fields).toEqual({ estimate })
  })
})
