import nock from 'nock'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Wanted } from '#model/adapter.ts'
import {
  apiOrigin,
  columns,
  createAdapter,
  createAttempt,
  createDataSource,
  createRefusal,
  dataSourceId,
  failureOf,
  listen,
} from './fixtures.ts'

const wanted: Wanted = {
  labels: [
    { key: 'in_scope', name: 'Dans le cadre', color: 'green' },
    { key: 'urgent_confirm', name: 'Urgent, à confirmer', color: 'orange' },
  ],
  names: { labels: 'Cadre', estimate: 'Estimation', surcharge: 'Majoration' },
  currency: 'EUR',
}

interface Option {
  readonly id: string
  readonly name: string
  readonly color?: string
}
type Column = Record<string, unknown> & { readonly id: string; readonly name: string; readonly type: string }
interface Sent {
  readonly multi_select?: { readonly options: readonly Partial<Option>[] }
  readonly number?: { readonly format: string }
  readonly rich_text?: object
}

const multiSelect = (name: string, options: readonly Option[] = []): Column => ({
  id: 'c%3A1',
  name,
  type: 'multi_select',
  multi_select: { options },
})
const numberColumn = (id: string, name: string): Column => ({
  id,
  name,
  type: 'number',
  number: { format: 'number' },
})

/** A data source that keeps state as Notion does: options left out of a change are removed. */
function serve(start: Record<string, unknown>): Record<string, unknown>[] {
  const changes: Record<string, unknown>[] = []
  const state: Record<string, Column> = { ...(start as Record<string, Column>) }
  nock(apiOrigin)
    .persist()
    .get(`/v1/data_sources/${dataSourceId}`)
    .reply(200, () => createDataSource(state))
  nock(apiOrigin)
    .persist()
    .patch(`/v1/data_sources/${dataSourceId}`)
    .reply(200, async (request: Request) => {
      const { properties } = (await request.json()) as { properties: Record<string, Sent> }
      changes.push(properties)
      for (const [key, sent] of Object.entries(properties)) {
        const name = Object.values(state).find(({ id }) => id === key)?.name ?? key
        state[name] = changed(state[name], name, sent)
      }
      return createDataSource(state)
    })
  return changes
}

function changed(column: Column | undefined, name: string, sent: Sent): Column {
  const id = column?.id ?? `id-of-${name}`
  if (sent.rich_text) return { id, name, type: 'rich_text', rich_text: {} }
  if (sent.number) return { ...numberColumn(id, name), number: sent.number }
  const known = (column?.multi_select as { options: Option[] } | undefined)?.options ?? []
  const options = (sent.multi_select?.options ?? []).map(
    (option) => known.find((each) => each.id === option.id) ?? { id: `o-${option.name}`, ...option },
  )
  return { id, name, type: 'multi_select', multi_select: { options } }
}

const provision = (changes: Partial<Wanted> = {}, attempt = createAttempt()) =>
  createAdapter().provision(dataSourceId, { ...wanted, ...changes }, attempt)

beforeEach(() => nock.disableNetConnect())
afterEach(() => {
  nock.cleanAll()
  nock.enableNetConnect()
})

describe('a board without anything of ours', () => {
  it('gets one property for the labels and two for the price, in one write', async () => {
    const changes = serve(columns)
    const attempt = createAttempt()
    expect(await provision({}, attempt)).toEqual({
      labels: {
        in_scope: 'id-of-Cadre:o-Dans le cadre',
        urgent_confirm: 'id-of-Cadre:o-Urgent · à confirmer',
      },
      fields: {
        estimate: { id: 'id-of-Estimation', type: 'number' },
        surcharge: { id: 'id-of-Majoration', type: 'number' },
      },
      made: ['Cadre', 'Estimation', 'Majoration', 'Dans le cadre', 'Urgent, à confirmer'],
      adopted: [],
    })
    expect(changes).toEqual([
      {
        Cadre: {
          multi_select: {
            options: [
              { name: 'Dans le cadre', color: 'green' },
              { name: 'Urgent · à confirmer', color: 'orange' },
            ],
          },
        },
        Estimation: { number: { format: 'euro' } },
        Majoration: { number: { format: 'number' } },
      },
    ])
    expect([attempt.reads, attempt.writes]).toEqual([1, 1])
  })

  it('gets nothing more the second time', async () => {
    const changes = serve(columns)
    const first = await provision()
    const attempt = createAttempt()
    const second = await provision({ known: first }, attempt)
    expect(second).toEqual({ ...first, made: [], adopted: first.made })
    expect(changes).toHaveLength(1)
    expect([attempt.reads, attempt.writes]).toEqual([1, 0])
  })

  it('gets the property for the labels even before there are any', async () => {
    const changes = serve(columns)
    expect((await provision({ labels: [] })).made).toEqual(['Cadre', 'Estimation', 'Majoration'])
    expect(changes[0]?.Cadre).toEqual({ multi_select: { options: [] } })
  })

  it.each([
    ['CHF', 'franc'],
    ['CAD', 'canadian_dollar'],
    ['USD', 'dollar'],
    ['GBP', 'pound'],
    ['XPF', 'number'],
  ])('shows estimates in %s as %s', async (currency, format) => {
    const changes = serve(columns)
    await provision({ currency })
    expect(changes[0]?.Estimation).toEqual({ number: { format } })
  })
})

describe('a property that is there', () => {
  it('is adopted by name where it holds labels, and keeps every option that people made', async () => {
    const options = [
      { id: 'p1', name: 'VIP', color: 'pink' },
      { id: 'o1', name: 'DANS LE CADRE ', color: 'gray' },
    ]
    const changes = serve({
      cadre: multiSelect('cadre', options),
      Estimation: numberColumn('e', 'Estimation'),
      majoration: numberColumn('m', 'majoration'),
    })
    const fields = { estimate: { id: 'e', type: 'number' }, surcharge: { id: 'm', type: 'number' } } as const
    expect(await provision({ known: { labels: {}, fields } })).toEqual({
      labels: { in_scope: 'c%3A1:o1', urgent_confirm: 'c%3A1:o-Urgent · à confirmer' },
      fields,
      made: ['Urgent, à confirmer'],
      adopted: ['cadre', 'Estimation', 'majoration', 'Dans le cadre'],
    })
    expect(changes).toEqual([
      {
        'c%3A1': {
          multi_select: {
            options: [{ id: 'p1' }, { id: 'o1' }, { name: 'Urgent · à confirmer', color: 'orange' }],
          },
        },
      },
    ])
  })

  it('but of another type is a person’s: ours gets the next free name, and is found by it again', async () => {
    const theirs = {
      Cadre: { id: 'x', name: 'Cadre', type: 'rich_text', rich_text: {} },
      'Cadre 2': { id: 'y', name: 'Cadre 2', type: 'select', select: { options: [] } },
      Estimation: { id: 'z', name: 'Estimation', type: 'formula', formula: { expression: '1' } },
    }
    const changes = serve(theirs)
    const first = await provision()
    expect(Object.keys(changes[0] ?? {})).toEqual(['Cadre 3', 'Estimation 2', 'Majoration'])
    expect(first.fields.estimate).toEqual({ id: 'id-of-Estimation 2', type: 'number' })
    expect((await provision({ known: first })).labels).toEqual(first.labels)
    expect(changes).toHaveLength(1)
  })

  it('of numbers and not mapped is a person’s too, whatever it is called', async () => {
    const changes = serve({
      estimation: numberColumn('e', 'estimation'),
      Majoration: numberColumn('m', 'Majoration'),
    })
    const { fields, made } = await provision({ known: { labels: {}, fields: {} } })
    expect(Object.keys(changes[0] ?? {})).toEqual(['Cadre', 'Estimation 2', 'Majoration 2'])
    expect(fields).toEqual({
      estimate: { id: 'id-of-Estimation 2', type: 'number' },
      surcharge: { id: 'id-of-Majoration 2', type: 'number' },
    })
    expect(made).toEqual(expect.arrayContaining(['Estimation 2', 'Majoration 2']))
  })

  it('of words that was mapped in former times stays the place for the estimate', async () => {
    const changes = serve({ Estimation: { id: 't', name: 'Estimation', type: 'rich_text', rich_text: {} } })
    const estimate = { id: 't', type: 'text' } as const
    const { fields, adopted } = await provision({ known: { labels: {}, fields: { estimate } } })
    expect(Object.keys(changes[0] ?? {})).toEqual(['Cadre', 'Majoration'])
    expect(fields.estimate).toEqual(estimate)
    expect(adopted).toEqual(['Estimation'])
  })

  it('that is mapped and gone is not made as long as it is mapped', async () => {
    const changes = serve(columns)
    const fields = { estimate: { id: 'gone', type: 'number' } } as const
    const { made } = await provision({ known: { labels: {}, fields } })
    expect(Object.keys(changes[0] ?? {})).toEqual(['Cadre', 'Majoration'])
    expect(made).not.toContain('Estimation')
  })

  it('knows its own properties and options again, though people have renamed them', async () => {
    const changes = serve({
      Verdict: multiSelect('Verdict', [
        { id: 'o1', name: 'Prévu' },
        { id: 'o2', name: 'Urgent · à confirmer' },
      ]),
      Prix: numberColumn('n1', 'Prix'),
      Majoration: numberColumn('n2', 'Majoration'),
    })
    const labels = { in_scope: 'c%3A1:o1', urgent_confirm: 'c%3A1:o2' }
    const fields = {
      estimate: { id: 'n1', type: 'number' },
      surcharge: { id: 'n2', type: 'number' },
    } as const
    const known = { labels, fields }
    expect(await provision({ known })).toMatchObject({ labels, made: [], fields: known.fields })
    expect(changes).toEqual([])
  })

  it('has room for a hundred options and no more', async () => {
    const people = Array.from({ length: 98 }, (_, index) => ({ id: `p${index}`, name: `P${index}` }))
    const changes = serve({ Cadre: multiSelect('Cadre', people) })
    await provision()
    expect(changes).toHaveLength(1)
    nock.cleanAll()
    const full = serve({ Cadre: multiSelect('Cadre', [...people, { id: 'p98', name: 'P98' }]) })
    const error = await failureOf(provision())
    expect(error.code).toBe('TOOL_REJECTED')
    expect(error.details).toEqual([
      expect.objectContaining({ path: 'Cadre', message: '99 options are there, 2 are to be added' }),
    ])
    expect(full).toEqual([])
  })
})

describe('a property for the text of requests', () => {
  const { Demande } = columns
  const price = { id: 'p', name: 'Prix', type: 'rich_text', rich_text: {} }

  it('is made in the same write where there is none, and found again', async () => {
    const changes = serve({ Demande, Prix: price })
    const attempt = createAttempt()
    const known = await provision({ textName: 'Texte' }, attempt)
    expect(known.made).toContain('Texte')
    expect(changes[0]?.Texte).toEqual({ rich_text: {} })
    expect([attempt.reads, attempt.writes]).toEqual([1, 1])
    expect(await provision({ textName: 'Texte', known })).toMatchObject({ made: [], adopted: known.made })
    expect(changes).toHaveLength(1)
  })

  it('is any that people write into', async () => {
    const changes = serve(columns)
    expect((await provision({ textName: 'Texte' })).adopted).toEqual(['Brief'])
    expect(Object.keys(changes[0] ?? {})).toEqual(['Cadre', 'Estimation', 'Majoration'])
  })

  it('is not made where nobody asks for it', async () => {
    const changes = serve({ Demande })
    await provision()
    expect(Object.keys(changes[0] ?? {})).toEqual(['Cadre', 'Estimation', 'Majoration'])
  })
})

describe('labels', () => {
  it('of one name share an option', async () => {
    const changes = serve(columns)
    const twice = [
      { key: 'in_scope', name: 'Cadre', color: 'green' },
      { key: 'to_review', name: 'cadre', color: 'blue' },
    ] as const
    const { labels } = await provision({ labels: twice })
    expect(labels.in_scope).toBe(labels.to_review)
    expect(changes[0]?.Cadre).toMatchObject({ multi_select: { options: [{ name: 'cadre' }] } })
  })
})

describe('an answer', () => {
  it('without what was asked for is not believed', async () => {
    listen([200, createDataSource()], [200, createDataSource()])
    expect((await failureOf(provision())).code).toBe('TOOL_RESPONSE_INVALID')
    nock.cleanAll()
    const bare = {
      Cadre: multiSelect('Cadre'),
      Estimation: numberColumn('e', 'Estimation'),
      Majoration: numberColumn('m', 'Majoration'),
    }
    listen([200, createDataSource(bare)], [200, createDataSource(bare)])
    expect((await failureOf(provision())).code).toBe('TOOL_RESPONSE_INVALID')
  })

  it('that forbids to change the schema fails as forbidden', async () => {
    listen([200, createDataSource()], [403, createRefusal(403, 'restricted_resource', 'Insufficient.')])
    expect((await failureOf(provision())).code).toBe('TOOL_FORBIDDEN')
  })
})
