import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf } from '../../../adapters/moment.ts'
import { madeAt, mostActions, normalize, normalizeField } from '../../../adapters/trello/normalize.ts'
import type { TrelloCard } from '../../../adapters/trello/schema.ts'
import {
  boardId,
  cardId,
  connectionId,
  createCard,
  createComment,
  fieldIds,
  labelIds,
  listIds,
  memberIds,
} from './fixtures.ts'

const observedOf = (changes: Partial<TrelloCard> = {}) => normalize(createCard(changes), connectionId)
const fieldOf = (value: Record<string, string>, idValue: string | null = null) =>
  observedOf({ customFieldItems: [{ idCustomField: fieldIds.estimate, value, idValue }] }).fields

describe('a card', () => {
  it('tells to whom it is assigned, each once and in one order', () => {
    const { client, us } = memberIds
    const assigned = [client, us].sort()
    expect(observedOf({ idMembers: [us, client, us] }).assignees).toEqual(assigned)
    expect(observedOf({ idMembers: [] })).not.toHaveProperty('assignees')
  })

  it('becomes a task with the ids of Trello', () => {
    expect(observedOf()).toEqual({
      ref: { tool: 'trello', connectionId, taskId: cardId },
      containerId: boardId,
      url: 'https://trello.com/c/aBcD1234',
      title: 'Réserver l’hôtel 🏨',
      text: 'Deux nuits à Nîmes.',
      createdAt: '2026-07-05T10:04:00.000Z',
      createdBy: memberIds.client,
      changedAt: '2026-07-05T10:11:12.345Z',
      dueAt: '2026-07-06T16:00:00.000Z',
      dueDay: null,
      archived: false,
      template: false,
      statusId: listIds.requested,
      labels: [{ id: labelIds.people, name: 'VIP' }],
      fields: {},
      attachments: [],
      comments: [],
    })
  })

  it('is done when it is marked complete', () => {
    expect(observedOf({ dueComplete: true }).done).toBe(true)
    expect(observedOf({ dueComplete: false })).not.toHaveProperty('done')
  })

  it('shows its files by name, type and address, and calls a link without a name of its own by its host', () => {
    const link = 'https://drive.example.test/file/d/s3cret/view?usp=sharing'
    const attachments = [
      { name: 'note vocale.m4a', mimeType: 'audio/mp4', url: 'https://trello.example.test/1/note.m4a' },
      { name: link, mimeType: '', url: link },
      { name: 'Notre charte', mimeType: null, url: 'javascript:alert(1)' },
    ]
    expect(observedOf({ attachments }).attachments).toEqual([
      { name: 'note vocale.m4a', mimeType: 'audio/mp4', url: 'https://trello.example.test/1/note.m4a' },
      { name: 'drive.example.test', mimeType: null, url: link },
      { name: 'Notre charte', mimeType: null, url: null },
    ])
  })

  it('may be archived, a template, and without a due date', () => {
    const observed = observedOf({ closed: true, isTemplate: true, due: null })
    expect(observed).toMatchObject({ archived: true, template: true, dueAt: null })
  })

  it('that was copied says so, and no other does', () => {
    const made = (type: string) => ({ ...createComment('a1', ''), type })
    expect(observedOf({ actions: [made('copyCard')] }).copied).toBe(true)
    expect(observedOf({ actions: [made('createCard')] })).not.toHaveProperty('copied')
  })

  it('tells when it last came to the board where it is, if it did', () => {
    const came = (date: string, board: string) => ({
      ...createComment(`a-${date}`, ''),
      type: 'moveCardToBoard',
      date,
      data: { board: { id: board } },
    })
    const actions = [
      came('2026-07-04T08:00:00.000Z', 'another'),
      came('2026-07-03T08:00:00.000Z', boardId),
      came('2026-07-02T08:00:00.000Z', boardId),
    ]
    expect(observedOf({ actions }).arrivedAt).toBe('2026-07-03T08:00:00.000Z')
    expect(observedOf({ actions: actions.slice(0, 1) })).not.toHaveProperty('arrivedAt')
  })

  it('that does not name its creator was made by whoever did the creating action', () => {
    const creation = { ...createComment('a1', ''), type: 'copyCard', idMemberCreator: memberIds.us }
    const comment = createComment('a2', 'hello', { by: memberIds.client })
    expect(observedOf({ idMemberCreator: null, actions: [comment, creation] }).createdBy).toBe(memberIds.us)
    expect(observedOf({ idMemberCreator: undefined, actions: [comment] }).createdBy).toBeNull()
  })

  it('with an id that tells no time was made when it last changed', () => {
    expect(observedOf({ id: 'card-1' }).createdAt).toBe('2026-07-05T10:11:12.345Z')
  })
})

describe('comments', () => {
  it('come oldest first, with every character as written', () => {
    const actions = [
      createComment('c3', 'third', { date: '2026-07-05T10:00:02.000Z' }),
      createComment('c2', 'é\u0301 👩‍👩‍👧 \u202eabc', {
        date: '2026-07-05T10:00:01.000Z',
        by: memberIds.client,
      }),
      createComment('c1', 'first', { date: '2026-07-05T10:00:01.000Z' }),
    ]
    expect(observedOf({ actions }).comments).toEqual([
      {
        id: 'c1',
        text: 'first',
        authorId: memberIds.us,
        authorName: null,
        createdAt: '2026-07-05T10:00:01.000Z',
      },
      {
        id: 'c2',
        text: 'é\u0301 👩‍👩‍👧 \u202eabc',
        authorId: memberIds.client,
        authorName: null,
        createdAt: '2026-07-05T10:00:01.000Z',
      },
      {
        id: 'c3',
        text: 'third',
        authorId: memberIds.us,
        authorName: null,
        createdAt: '2026-07-05T10:00:02.000Z',
      },
    ])
  })

  it('are unknown when they were not asked for, or may not be all', () => {
    const actions = Array.from({ length: mostActions }, (_, index) => createComment(`c${index}`, 'x'))
    expect(observedOf({ actions }).comments).toBeNull()
    expect(observedOf({ actions: actions.slice(1) }).comments).toHaveLength(mostActions - 1)
    expect(observedOf({ actions: undefined }).comments).toBeNull()
  })
})

describe('field values', () => {
  it.each([
    ['94.50', '94.5'],
    ['094.5', '94.5'],
    ['94.000', '94'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-0.0', '0'],
    ['-1.20', '-1.2'],
    ['+7', '7'],
    ['100', '100'],
    ['0', '0'],
    ['1e21', '1e21'],
  ])('the number %s is %s', (number, canonical) => {
    expect(fieldOf({ number })).toEqual({ [fieldIds.estimate]: canonical })
  })

  it('equal numbers are equal strings', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(6), (cents, zeros) => {
        const plain = String(cents / 100)
        const padded = `${(cents / 100).toFixed(2)}${'0'.repeat(zeros)}`
        expect(fieldOf({ number: padded })).toEqual(fieldOf({ number: plain }))
      }),
    )
  })

  it('texts, dates and checks are their strings, options their ids, and cleared ones are absent', () => {
    expect(fieldOf({ text: ' 35 % ' })).toEqual({ [fieldIds.estimate]: ' 35 % ' })
    expect(fieldOf({ checked: 'true' })).toEqual({ [fieldIds.estimate]: 'true' })
    expect(fieldOf({ date: '2026-07-06T16:00:00.000Z' })).toEqual({
      [fieldIds.estimate]: '2026-07-06T16:00:00.000Z',
    })
    expect(fieldOf({}, 'option-1')).toEqual({ [fieldIds.estimate]: 'option-1' })
    expect(fieldOf({})).toEqual({})
  })
})

describe('a custom field', () => {
  it('of type number or text is mapped as such, of type list as a choice with its options', () => {
    expect(normalizeField({ id: 'f1', name: 'Estimation', type: 'number' })).toEqual({
      id: 'f1',
      name: 'Estimation',
      type: 'number',
    })
    const options = [
      { id: 'o1', value: { text: 'Voyage' } },
      { id: 'o2', value: { text: 'Agenda' } },
    ]
    expect(normalizeField({ id: 'f2', name: 'Service', type: 'list', options })).toEqual({
      id: 'f2',
      name: 'Service',
      type: 'choice',
      options: { o1: 'Voyage', o2: 'Agenda' },
    })
  })

  it.each(['checkbox', 'date', 'something new'])('of type %s is left out', (type) => {
    expect(normalizeField({ id: 'f', name: 'x', type })).toBeNull()
  })
})

describe('moments', () => {
  it('are UTC with milliseconds, whatever the offset', () => {
    expect(instantOf('2026-07-06T18:00:00+02:00')).toBe('2026-07-06T16:00:00.000Z')
    expect(instantOf(null)).toBeNull()
    expect(instantOf('soon')).toBeNull()
  })

  it('are in every ObjectId, and in nothing else', () => {
    expect(madeAt('6A4A2C10AA00000000000001')).toBe('2026-07-05T10:04:00.000Z')
    expect(madeAt('ffffffff0000000000000000')).toBe('2106-02-07T06:28:15.000Z')
    expect(madeAt('6a4a2c10')).toBeNull()
    expect(madeAt('zzzzzzzz0000000000000000')).toBeNull()
  })
})
