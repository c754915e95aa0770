import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Observed } from '#model/task.ts'
import { normalize, normalizeField } from '../../../adapters/notion/normalize.ts'
import { NotionPage } from '../../../adapters/notion/schema.ts'
import { uuidOf } from '../../../adapters/notion/uuid.ts'
import {
  connectionId,
  createPage,
  createText,
  databaseId,
  dataSourceId,
  optionIds,
  pageId,
  properties,
  propertyIds,
  userIds,
} from './fixtures.ts'

function observedOf(changes: Record<string, unknown> = {}): Observed {
  const observed = normalize(NotionPage.parse(createPage(changes)), connectionId)
  if (observed === null) throw new Error('expected a task')
  return observed
}

const withProperties = (added: Record<string, unknown>) =>
  observedOf({ properties: { Nom: { id: 'title', type: 'title', title: createText('x') }, ...added } })
const dueOf = (date: unknown, name = 'Échéance') => dueIn({ [name]: { id: 'd', type: 'date', date } })
const dueIn = (properties: Record<string, unknown>) => {
  const { dueAt, dueDay } = withProperties(properties)
  return dueAt ?? dueDay
}

describe('a page', () => {
  it('tells to whom it is assigned, in whichever column of people', () => {
    const people = (id: string, ids: string[]) => ({
      id,
      type: 'people',
      people: ids.map((each) => ({ id: each })),
    })
    const row = withProperties({ Responsable: people('p1', ['u2', 'u1']), Suivi: people('p2', ['u2']) })
    expect(row.assignees).toEqual(['u1', 'u2'])
    expect(withProperties({ Responsable: people('p1', []) })).not.toHaveProperty('assignees')
  })

  it('becomes a task with the ids of Notion', () => {
    expect(observedOf()).toEqual({
      ref: { tool: 'notion', connectionId, taskId: pageId },
      containerId: dataSourceId,
      url: 'https://www.notion.so/1a7104cd477e809d8dc4ff2d96ae3001',
      title: 'Réserver l’hôtel 🏨',
      text: 'Deux nuits à Nîmes.',
      createdAt: '2026-07-05T10:04:00.000Z',
      createdBy: userIds.client,
      changedAt: '2026-07-05T10:11:00.000Z',
      dueAt: '2026-07-06T16:00:00.000Z',
      dueDay: null,
      archived: false,
      template: false,
      statusId: `${propertyIds.status}:${optionIds.requested}`,
      labels: [
        { id: `${propertyIds.labels}:${optionIds.inScope}`, name: 'Dans le cadre' },
        { id: `${propertyIds.topics}:${optionIds.people}`, name: 'VIP' },
        { id: `${propertyIds.urgency}:p-1`, name: 'Haute' },
      ],
      fields: {
        [propertyIds.brief]: 'Deux nuits à Nîmes.',
        [propertyIds.urgency]: 'p-1',
        [propertyIds.due]: '2026-07-06T18:00:00.000+02:00',
        [propertyIds.estimate]: '94.5',
      },
      attachments: [],
      comments: null,
    })
  })

  it('shows the files of its properties by name and lasting address, but neither icon nor cover', () => {
    const external = (name: string) => ({
      name,
      type: 'external',
      external: { url: `https://a.test/${encodeURIComponent(name)}` },
    })
    const file = {
      name: 'voix.m4a',
      type: 'file',
      file: { url: 'https://a.test/x?signed=1', expiry_time: 'soon' },
    }
    const { attachments } = observedOf({
      icon: { type: 'external', external: { url: 'https://a.test/icon.png' } },
      cover: { type: 'external', external: { url: 'https://a.test/cover.png' } },
      properties: {
        Visuels: { id: 'v', type: 'files', files: [external('https://a.test/s3cret/logo.png?dl=1')] },
        Audio: { id: 'a', type: 'files', files: [file, external('Charte')] },
        Vide: { id: 'e', type: 'files', files: [] },
      },
    })
    expect(attachments).toEqual([
      { name: 'voix.m4a', mimeType: null, url: null },
      { name: 'Charte', mimeType: null, url: 'https://a.test/Charte' },
      {
        name: 'logo.png',
        mimeType: null,
        url: 'https://a.test/https%3A%2F%2Fa.test%2Fs3cret%2Flogo.png%3Fdl%3D1',
      },
    ])
  })

  it.each([
    [{ type: 'page_id', page_id: pageId }],
    [{ type: 'workspace', workspace: true }],
    [{ type: 'database_id', database_id: databaseId }],
  ])('with the parent %j is no task', (parent) => {
    expect(normalize(NotionPage.parse(createPage({ parent })), connectionId)).toBeNull()
  })

  it('is archived in the trash as well as in the archive', () => {
    expect(observedOf({ in_trash: true }).archived).toBe(true)
    expect(observedOf({ is_archived: true }).archived).toBe(true)
    expect(observedOf({ is_archived: undefined }).archived).toBe(false)
  })

  it('has its ids in one form', () => {
    const bare = (id: string) => id.replaceAll('-', '').toUpperCase()
    const parent = { type: 'data_source_id', data_source_id: bare(dataSourceId) }
    expect(observedOf({ id: bare(pageId), parent })).toMatchObject({
      ref: { taskId: pageId },
      containerId: dataSourceId,
    })
  })

  it('may have lost its creator', () => expect(observedOf({ created_by: null }).createdBy).toBeNull())
})

describe('an id', () => {
  it.each(['', 'page-1', '../users/me', `${pageId}0`, 'g'.repeat(32), undefined])('is not %j', (id) =>
    expect(uuidOf(id)).toBeNull(),
  )
})

describe('the text', () => {
  it('is every text property by name, whatever order Notion gives, and none that is blank', () => {
    const texts = {
      Contexte: { id: 'c', type: 'rich_text', rich_text: createText('Second\nline') },
      Brief: { id: 'b', type: 'rich_text', rich_text: createText('First') },
      Notes: { id: 'n', type: 'rich_text', rich_text: createText(' \n') },
      Vide: { id: 'v', type: 'rich_text', rich_text: [] },
    }
    expect(withProperties(texts).text).toBe('First\n\nSecond\nline')
    const reversed = Object.fromEntries(Object.entries(texts).reverse())
    expect(withProperties(reversed).text).toBe('First\n\nSecond\nline')
    expect(withProperties(reversed).ownText).toBe('First')
  })

  it.each(['Estimation', 'PRIX', 'Majoration appliquée', 'Price', 'surcharge'])(
    'leaves out what Cadre may have written to %s, which stays a field',
    (name) => {
      const observed = withProperties({
        [name]: { id: 'e', type: 'rich_text', rich_text: createText('94 €') },
      })
      expect(observed.text).toBe('')
      expect(observed.fields).toEqual({ e: '94 €' })
    },
  )

  it('is not touched by names that only look alike', () => {
    const value = { id: 'e', type: 'rich_text', rich_text: createText('Nuit') }
    expect(withProperties({ Surprix: value }).text).toBe('Nuit')
  })
})

describe('the status', () => {
  const status = (id: string) => ({ id, type: 'status', status: { id: 'o', name: 'x' } })
  const select = (id: string) => ({ id, type: 'select', select: { id: 'o', name: 'x' } })

  it.each([
    ['the only one of type status', { Étape: status('a'), Statut: select('b') }, 'a:o'],
    ['the one that is called so', { Avancement: status('a'), Statut: status('b') }, 'b:o'],
    ['the first by name', { Zone: status('b'), Étape: status('c'), Avancement: status('a') }, 'a:o'],
    ['the shortest of those names', { 'Payment status': status('a'), Status: status('b') }, 'b:o'],
    ['the shortest among selects too', { 'Statut de paiement': select('a'), Statut: select('b') }, 'b:o'],
    ['a select that is called so', { Priorité: select('a'), État: select('b') }, 'b:o'],
    ['nothing', { Priorité: select('a') }, null],
    ['nothing', { Statut: { id: 'a', type: 'status', status: null } }, null],
  ])('is %s', (_, values, statusId) => {
    expect(withProperties(values).statusId).toBe(statusId)
    const reversed = Object.fromEntries(Object.entries(values).reverse())
    expect(withProperties(reversed).statusId).toBe(statusId)
  })

  it('without an id of its option is unknown, and so is such a label', () => {
    const named = { id: 'a', type: 'select', select: { name: 'In Progress' } }
    expect(withProperties({ Status: named })).toMatchObject({ statusId: null, labels: [], fields: {} })
  })
})

describe('the due date', () => {
  const date = (start: string) => ({ id: 'd', type: 'date', date: { start, end: null, time_zone: null } })

  it.each([
    ['a moment with an offset', { start: '2026-07-06T18:00:00.000+02:00' }, '2026-07-06T16:00:00.000Z'],
    ['a moment in UTC', { start: '2026-07-06T18:00:00Z' }, '2026-07-06T18:00:00.000Z'],
    ['a day', { start: '2026-07-06' }, '2026-07-06'],
    ['a range: its end', { start: '2026-07-06', end: '2026-07-08' }, '2026-07-08'],
    [
      'a moment in a zone',
      { start: '2026-07-06T18:00:00.000', time_zone: 'Europe/Paris' },
      '2026-07-06T16:00:00.000Z',
    ],
    ['a moment in no zone', { start: '2026-07-06T18:00' }, '2026-07-06T18:00:00.000Z'],
    ['no date', null, null],
    ['no such day', { start: '2026-02-30' }, null],
    ['no such zone', { start: '2026-07-06T18:00', time_zone: 'Europe/Atlantis' }, null],
    ['no moment at all', { start: 'soon' }, null],
  ])('is %s', (_, value, dueAt) => expect(dueOf(value)).toBe(dueAt))

  it.each(['Échéance', 'e\u0301che\u0301ance', 'Date limite', 'Deadline client', 'Due', 'À rendre pour le'])(
    'is in %s even if there are other dates',
    (name) => {
      const values = { Création: date('2026-01-01'), [name]: date('2026-07-06'), Zénith: date('2026-12-31') }
      expect(dueIn(values)).toBe('2026-07-06')
    },
  )

  it('is in the date whose name says no more than that, and words may be tied together', () => {
    const values = { 'Ancienne échéance': date('2026-01-01'), Échéance: date('2026-07-06') }
    expect(dueIn(values)).toBe('2026-07-06')
    expect(dueIn({ created_on: date('2026-01-01'), due_date: date('2026-07-06') })).toBe('2026-07-06')
  })

  it('is in the only date there is, and in none of several that are not called so', () => {
    expect(dueOf({ start: '2026-07-06' }, 'Quand')).toBe('2026-07-06')
    expect(dueIn({ Début: date('2026-07-06'), Fin: date('2026-07-08') })).toBeNull()
  })
})

describe('field values', () => {
  const fieldOf = (value: Record<string, unknown>) => withProperties({ x: { id: 'f', ...value } }).fields

  it.each([
    [94.5, '94.5'],
    [0, '0'],
    [-0, '0'],
    [-1.2, '-1.2'],
    [35, '35'],
  ])('of the number %s is %s', (number, text) =>
    expect(fieldOf({ type: 'number', number })).toEqual({ f: text }),
  )

  it('are written as plans write numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (cents) => {
        const planned = String(Number((cents / 100).toFixed(2)))
        expect(fieldOf({ type: 'number', number: Number(planned) })).toEqual({ f: planned })
      }),
    )
  })

  it.each([
    { type: 'number', number: null },
    { type: 'rich_text', rich_text: [] },
    { type: 'select', select: null },
    { type: 'date', date: null },
    { type: 'checkbox', checkbox: true },
    { type: 'people', people: [] },
    { type: 'something_new', something_new: { number: 5 } },
  ])('are absent for %j', (value) => expect(fieldOf(value)).toEqual({}))
})

describe('a column', () => {
  it('of numbers or options can be mapped', () => {
    expect(normalizeField({ id: 'n', name: 'Heures', type: 'number' })).toEqual({
      id: 'n',
      name: 'Heures',
      type: 'number',
    })
    const options = [
      { id: 'o1', name: 'Voyage' },
      { id: 'o2', name: 'Agenda' },
    ]
    expect(normalizeField({ id: 's', name: 'Service', type: 'select', select: { options } })).toEqual({
      id: 's',
      name: 'Service',
      type: 'choice',
      options: { o1: 'Voyage', o2: 'Agenda' },
    })
  })

  it.each(['checkbox', 'date', 'multi_select', 'formula', 'rich_text', 'something new'])(
    'of type %s is left out',
    (type) => expect(normalizeField({ id: 'f', name: 'x', type })).toBeNull(),
  )

  it('of words is not for amounts, whatever it is called', () =>
    expect(normalizeField({ id: 't', name: 'Estimation', type: 'rich_text' })).toBeNull())

  it('is not needed to read a page: no other type is looked into', () => {
    const odd = { id: 'o', type: 'rollup', rollup: { type: 'array', array: [properties] } }
    expect(withProperties({ Cumul: odd })).toMatchObject({ text: '', fields: {}, labels: [] })
  })
})
