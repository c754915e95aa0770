import nock from 'nock'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Wanted } from '#model/adapter.ts'
import type { Mapping } from '#model/board.ts'
import {
  type Call,
  createAdapter,
  createAttempt,
  failureOf,
  fieldIds,
  listen,
  listId,
  optionIds,
  spaceId,
} from './fixtures.ts'

const wanted: Wanted = {
  labels: [
    { key: 'in_scope', name: 'Dans le cadre', color: 'green' },
    { key: 'quote_needed', name: 'Devis à prévoir', color: 'purple' },
  ],
  names: { labels: 'Cadre', estimate: 'Estimation', surcharge: 'Majoration' },
  currency: 'EUR',
}

interface Place {
  readonly tags?: readonly string[]
  readonly fields?: readonly unknown[]
  /** What the answer to a new tag is. */
  readonly refusal?: readonly [number, unknown]
  readonly isShared?: boolean
}

/** A list in a space that keeps tags, in lower case as ClickUp does. */
function serve({ tags = [], fields = [], refusal, isShared = true }: Place): Call[] {
  const kept = tags.map((name) => ({ name, tag_fg: '#fff', tag_bg: '#000' }))
  return listen(({ method, path, body }) => {
    if (path === `/v2/list/${listId}/field`) return [200, { fields }]
    if (path === `/v2/list/${listId}`) return [200, { id: listId, name: 'L', space: { id: spaceId } }]
    if (path !== `/v2/space/${spaceId}/tag`) return [404, {}]
    if (method === 'GET' && isShared) return [200, { tags: kept }]
    if (refusal !== undefined) return refusal
    const { tag } = body as { tag: { name: string; tag_fg: string; tag_bg: string } }
    kept.push({ ...tag, name: tag.name.toLowerCase() })
    return [200, {}]
  })
}

const provision = (attempt = createAttempt()) => createAdapter().provision(listId, wanted, attempt)

const knowing = (labels: Mapping['labels']): Wanted => ({ ...wanted, known: { labels, fields: {} } })

beforeEach(() => nock.disableNetConnect())
afterEach(() => {
  nock.cleanAll()
  nock.enableNetConnect()
})

describe('labels', () => {
  it('are made as tags of the space, in the colors wanted', async () => {
    const calls = serve({})
    const attempt = createAttempt()
    expect(await provision(attempt)).toEqual({
      labels: { in_scope: 'dans le cadre', quote_needed: 'devis à prévoir' },
      fields: {},
      made: ['Dans le cadre', 'Devis à prévoir'],
      adopted: [],
    })
    expect(calls.filter((call) => call.method === 'POST').map((call) => call.body)).toEqual([
      { tag: { name: 'Dans le cadre', tag_fg: '#ffffff', tag_bg: '#2ecd6f' } },
      { tag: { name: 'Devis à prévoir', tag_fg: '#ffffff', tag_bg: '#9b59b6' } },
    ])
    expect([attempt.reads, attempt.writes]).toEqual([3, 2])
  })

  it('that are there are adopted, whatever their case, spaces and composition', async () => {
    serve({ tags: ['dans le cadre', ' DEVIS À PRÉVOIR '.normalize('NFD')] })
    const attempt = createAttempt()
    const { labels, made, adopted } = await provision(attempt)
    expect(made).toEqual([])
    expect(adopted).toEqual(['Dans le cadre', 'Devis à prévoir'])
    expect(labels.quote_needed).toBe(' devis à prévoir '.normalize('NFD'))
    expect(attempt.writes).toBe(0)
  })

  it('are made once: a second time adopts them', async () => {
    serve({ tags: ['autre'] })
    const first = await provision()
    const second = await provision()
    expect(second.labels).toEqual(first.labels)
    expect(second.made).toEqual([])
  })

  it('made by somebody else meanwhile are adopted', async () => {
    serve({ refusal: [400, { err: 'Tag already exists', ECODE: 'TAGS_001' }] })
    expect(await provision()).toMatchObject({ made: [], adopted: ['Dans le cadre', 'Devis à prévoir'] })
  })

  it.each([401, 403, 404])(
    'that may not be made are refused with what to do about it (%i)',
    async (status) => {
      serve({ isShared: false, refusal: [status, { err: 'Team not authorized', ECODE: 'OAUTH_027' }] })
      const error = await failureOf(provision())
      expect(error).toMatchObject({ code: 'TOOL_REJECTED', retry: 'never' })
      expect(error.details[0]?.remedy).toContain('share the space')
    },
  )

  it('that are refused for another reason fail with it', async () => {
    serve({ refusal: [400, { err: 'Tag name invalid', ECODE: 'INPUT_007' }] })
    expect((await failureOf(provision())).message).toContain('Tag name invalid')
  })

  const labelsField = (...names: string[]) => ({
    id: fieldIds.labels,
    name: 'cadre',
    type: 'labels',
    type_config: { options: names.map((label, index) => ({ id: `${optionIds.people}-${index}`, label })) },
  })

  it('are options of the labels field with the wanted name, in one call', async () => {
    serve({ fields: [labelsField('Autre', 'devis à prévoir', 'Dans le cadre')] })
    const attempt = createAttempt()
    expect(await provision(attempt)).toEqual({
      labels: {
        in_scope: `${fieldIds.labels}:${optionIds.people}-2`,
        quote_needed: `${fieldIds.labels}:${optionIds.people}-1`,
      },
      fields: {},
      made: [],
      adopted: ['Dans le cadre', 'Devis à prévoir'],
    })
    expect([attempt.reads, attempt.writes]).toEqual([1, 0])
  })

  it('are tags where the labels field lacks one, for options cannot be made', async () => {
    serve({ fields: [labelsField('Dans le cadre')] })
    expect((await provision()).labels.in_scope).toBe('dans le cadre')
  })

  it.each([
    { ...labelsField('Dans le cadre', 'Devis à prévoir'), name: 'Équipe' },
    { ...labelsField('Dans le cadre', 'Devis à prévoir'), type: 'drop_down' },
    {
      ...labelsField('Dans le cadre', 'Devis à prévoir'),
      applied_objects: [{ object_type: 19, object_id: 1001 }],
    },
  ])('are tags where the field is another one', async (field) => {
    serve({ fields: [field] })
    expect((await provision()).labels.in_scope).toBe('dans le cadre')
  })

  describe('that tasks show already', () => {
    const option = (index: number) => `${fieldIds.labels}:${optionIds.people}-${index}`
    const both = async (known: Mapping['labels']) => {
      const [adapter, ours] = [createAdapter(), knowing(known)]
      return {
        preview: await adapter.previewProvision(listId, ours, createAttempt()),
        done: await adapter.provision(listId, ours, createAttempt()),
      }
    }

    it('stay options when one more is wanted, for which a tag is made', async () => {
      serve({ fields: [labelsField('Dans le cadre')] })
      const { preview, done } = await both({ in_scope: option(0) })
      expect(done.labels).toEqual({ in_scope: option(0), quote_needed: 'devis à prévoir' })
      expect(preview).toEqual({ made: ['Devis à prévoir'], adopted: ['Dans le cadre'] })
      expect(done).toMatchObject(preview)
    })

    it('stay options when somebody has deleted one and renamed the others', async () => {
      serve({ fields: [{ ...labelsField('In scope'), name: 'Verdict' }] })
      const { done } = await both({ in_scope: option(0), quote_needed: option(7) })
      expect(done).toMatchObject({
        labels: { in_scope: option(0), quote_needed: 'devis à prévoir' },
        made: ['Devis à prévoir'],
      })
    })

    it('stay tags when somebody adds a field with all labels', async () => {
      serve({ fields: [labelsField('Dans le cadre', 'Devis à prévoir')], tags: ['dans le cadre'] })
      const { preview, done } = await both({ in_scope: 'dans le cadre' })
      expect(done.labels).toEqual({ in_scope: 'dans le cadre', quote_needed: 'devis à prévoir' })
      expect(preview).toEqual({ made: ['Devis à prévoir'], adopted: ['Dans le cadre'] })
      expect(done).toMatchObject(preview)
    })

    it('stay what each is when somebody adds the option that a tag stands in for', async () => {
      serve({
        fields: [labelsField('Dans le cadre', 'Devis à prévoir')],
        tags: ['devis à prévoir'],
      })
      const known = { in_scope: option(0), quote_needed: 'devis à prévoir' }
      expect((await both(known)).done).toMatchObject({ labels: known, made: [] })
    })

    it('are tags when their field has been deleted', async () => {
      serve({})
      const { done } = await both({ in_scope: option(0), quote_needed: option(1) })
      expect(done.labels).toEqual({ in_scope: 'dans le cadre', quote_needed: 'devis à prévoir' })
    })

    it('are options of the field when all tags have been deleted', async () => {
      serve({ fields: [labelsField('Dans le cadre', 'Devis à prévoir')] })
      const { done } = await both({ in_scope: 'dans le cadre' })
      expect(done.labels).toEqual({ in_scope: option(0), quote_needed: option(1) })
    })
  })
})

it('leaves fields to a person, whatever they are called', async () => {
  const named = (name: string) => ({ id: name, name, type: 'number' })
  serve({ tags: ['dans le cadre', 'devis à prévoir'], fields: [named('Estimation'), named('Majoration')] })
  expect(await provision()).toMatchObject({
    fields: {},
    made: [],
    adopted: ['Dans le cadre', 'Devis à prévoir'],
  })
})
