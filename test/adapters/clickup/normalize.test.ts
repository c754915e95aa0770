import { describe, expect, it } from 'vitest'
import { optionLabelId, parseOptionLabelId, tagId } from '../../../adapters/clickup/label-id.ts'
import { instantOf, normalize, normalizeField } from '../../../adapters/clickup/normalize.ts'
import { ClickUpTask } from '../../../adapters/clickup/schema.ts'
import { connectionId, createTask, fieldIds, listId, optionIds, taskId, userIds } from './fixtures.ts'

const observe = (changes: Record<string, unknown> = {}) =>
  normalize(ClickUpTask.parse(createTask(changes)), connectionId)

const serviceOptions = [
  { id: 'svc-b', name: 'Voyages', orderindex: 1 },
  { id: 'svc-a', name: 'Agenda', orderindex: 0 },
]

describe('a task', () => {
  it('is told in the words that all parts share', () => {
    expect(observe()).toEqual({
      ref: { tool: 'clickup', connectionId, taskId },
      containerId: listId,
      url: `https://app.clickup.com/t/${taskId}`,
      title: 'Réserver l’hôtel 🏨',
      text: 'Deux nuits à Nîmes.',
      createdAt: '2026-07-05T10:11:12.000Z',
      createdBy: userIds.client,
      changedAt: '2026-07-05T10:31:12.345Z',
      dueAt: '2026-07-06T16:00:00.000Z',
      dueDay: null,
      dueDayAt: '04:00',
      archived: false,
      template: false,
      statusId: 'à faire',
      labels: [{ id: 'vip', name: 'vip' }],
      fields: {},
      attachments: [],
      comments: null,
    })
  })

  it('tells to whom it is assigned', () => {
    expect(observe({ assignees: [{ id: 7 }, { id: 12 }] }).assignees).toEqual(['12', '7'])
    expect(observe({ assignees: [] })).not.toHaveProperty('assignees')
  })

  it('without dates, creator, tags, fields or text is still a task', () => {
    const bare = observe({
      date_created: null,
      date_updated: undefined,
      due_date: null,
      creator: undefined,
      text_content: null,
      description: null,
      tags: undefined,
      custom_fields: undefined,
      archived: undefined,
    })
    expect(bare).toMatchObject({
      createdAt: '1970-01-01T00:00:00.000Z',
      changedAt: '1970-01-01T00:00:00.000Z',
      dueAt: null,
      createdBy: null,
      text: '',
      labels: [],
      fields: {},
      archived: false,
    })
  })

  it('shows its files by title, type and address', () => {
    const file = { id: 'f.txt', url: 'https://t1.attachments.test/f.txt', deleted: false, size: 1 }
    const files = [
      { ...file, title: 'error-logs.TXT', extension: 'txt', mimetype: 'text/plain' },
      { ...file, title: 'Note vocale', extension: 'm4a', mimetype: 'audio/mp4' },
      { ...file, title: 'Brief', extension: '', mimetype: '' },
      { ...file, title: 'gone.pdf', extension: 'pdf', mimetype: 'application/pdf', deleted: true },
    ]
    expect(observe({ attachments: files }).attachments).toEqual([
      { name: 'error-logs.TXT', mimeType: 'text/plain', url: file.url },
      { name: 'Note vocale.m4a', mimeType: 'audio/mp4', url: file.url },
      { name: 'Brief', mimeType: null, url: file.url },
    ])
  })

  it.each(['none', [7], [{ title: null }]])('with odd files %j is still a task', (attachments) => {
    expect(observe({ attachments }).attachments).toEqual([])
  })

  it('with ids as numbers has them as strings', () => {
    expect(observe({ id: 77, list: { id: 88 } })).toMatchObject({ ref: { taskId: '77' }, containerId: '88' })
  })

  it('gives its description where the plain text is missing', () => {
    expect(observe({ text_content: '' }).text).toBe('Deux nuits à **Nîmes**.')
  })

  it('that is archived says so', () => {
    expect(observe({ archived: true }).archived).toBe(true)
  })
})

describe('labels', () => {
  it('are tags by their lower-case names', () => {
    const tags = [{ name: 'Urgent · Confirmé' }, { name: '+35 %' }]
    expect(observe({ tags }).labels).toEqual([
      { id: 'urgent · confirmé', name: 'Urgent · Confirmé' },
      { id: '+35 %', name: '+35 %' },
    ])
  })

  it('are chosen options of labels fields too, by both ids', () => {
    const options = [
      { id: optionIds.inScope, label: 'Dans le cadre' },
      { id: optionIds.urgent, label: 'Urgent' },
    ]
    const field = { id: fieldIds.labels, type: 'labels', type_config: { options } }
    const labels = (value: unknown) => observe({ tags: [], custom_fields: [{ ...field, value }] }).labels
    expect(labels([optionIds.urgent, 'gone'])).toEqual([
      { id: `${fieldIds.labels}:${optionIds.urgent}`, name: 'Urgent' },
    ])
    expect(labels(undefined)).toEqual([])
    expect(labels(null)).toEqual([])
  })

  it('keep tags with a colon apart from options', () => {
    const id = optionLabelId({ fieldId: fieldIds.labels, optionId: 'a:b' })
    expect(parseOptionLabelId(id)).toEqual({ fieldId: fieldIds.labels, optionId: 'a:b' })
    for (const name of ['client:Dupont', `${fieldIds.labels}:`, fieldIds.labels, ''])
      expect(parseOptionLabelId(tagId(name))).toBeNull()
  })
})

describe('fields', () => {
  const shown = (field: Record<string, unknown>) =>
    observe({ custom_fields: [{ id: 'f', name: 'F', ...field }] }).fields

  it.each([
    ['number', '094.50', '94.5'],
    ['number', 8, '8'],
    ['number', 0, '0'],
    ['currency', '8000', '8000'],
    ['currency', -0.5, '-0.5'],
    ['number', 'many', 'many'],
    ['text', ' Bonjour ', ' Bonjour '],
    ['short_text', '007', '007'],
  ])('of type %s show %j as %j', (type, value, expected) => {
    expect(shown({ type, value })).toEqual({ f: expected })
  })

  it.each([
    ['number', undefined],
    ['number', null],
    ['number', ''],
    ['text', ''],
    ['text', { ops: [] }],
    ['checkbox', 'true'],
    ['users', [{ id: 1 }]],
    ['date', '1783246272000'],
    ['drop_down', 9],
    ['drop_down', 'gone'],
  ])('of type %s holding %j show nothing', (type, value) => {
    expect(shown({ type, value, type_config: { options: serviceOptions } })).toEqual({})
  })

  it('of drop-downs show the option’s id, whether it comes as id or as position', () => {
    const type_config = { options: serviceOptions }
    expect(shown({ type: 'drop_down', value: 0, type_config })).toEqual({ f: 'svc-a' })
    expect(shown({ type: 'drop_down', value: '1', type_config })).toEqual({ f: 'svc-b' })
    expect(shown({ type: 'drop_down', value: 'svc-b', type_config })).toEqual({ f: 'svc-b' })
  })

  it('of drop-downs without positions count the options', () => {
    const type_config = { options: [{ id: 'x' }, { id: 'y' }] }
    expect(shown({ type: 'drop_down', value: 1, type_config })).toEqual({ f: 'y' })
  })

  it('with a configuration that we cannot read do not hide the task', () => {
    expect(shown({ type: 'number', value: 3, type_config: { options: 'none' } })).toEqual({ f: '3' })
    expect(shown({ type: 'number', value: 3, type_config: null })).toEqual({ f: '3' })
  })

  it('can be mapped as numbers, texts and choices, and otherwise not', () => {
    const field = (type: string) => ({ id: 'f', name: 'F', type, type_config: { options: serviceOptions } })
    expect(normalizeField(field('number'))).toEqual({ id: 'f', name: 'F', type: 'number' })
    expect(normalizeField(field('currency'))).toMatchObject({ type: 'number' })
    expect(normalizeField(field('text'))).toMatchObject({ type: 'text' })
    expect(normalizeField(field('short_text'))).toMatchObject({ type: 'text' })
    expect(normalizeField(field('drop_down'))).toEqual({
      id: 'f',
      name: 'F',
      type: 'choice',
      options: { 'svc-a': 'Agenda', 'svc-b': 'Voyages' },
    })
    for (const type of ['labels', 'users', 'date', 'checkbox', 'formula'])
      expect(normalizeField(field(type))).toBeNull()
  })
})

describe('a moment', () => {
  it.each([
    ['1783246272000', '2026-07-05T10:11:12.000Z'],
    [1783246272000, '2026-07-05T10:11:12.000Z'],
    ['0', '1970-01-01T00:00:00.000Z'],
    ['', null],
    ['soon', null],
    ['99999999999999999', null],
    [null, null],
    [undefined, null],
  ])('written %j is %j', (value, expected) => {
    expect(instantOf(value)).toBe(expected)
  })
})
