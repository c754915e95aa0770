import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Status, statuses } from '#model/task.ts'
import { mergeContent, mergeStatus, settledPair } from '#src/pipeline/merge-twin.ts'

const due = (at: string | null) => ({ at, day: null })
const content = (title: string, text = 'text', at: string | null = null) => ({ title, text, due: due(at) })

describe('the words of a twin', () => {
  it.each([
    ['nothing changed', content('a'), content('a'), content('a'), null],
    ['the client changed it', content('a'), content('b'), content('a'), { kind: 'content', title: 'b' }],
    ['the assistant changed it', content('a'), content('a'), content('hers'), null],
    ['both changed it', content('a'), content('b'), content('hers'), null],
    ['both to the same', content('a'), content('b'), content('b'), null],
    [
      'the date was taken away',
      content('a', 't', '2027-03-02T16:00:00.000Z'),
      content('a', 't'),
      content('a', 't', '2027-03-02T16:00:00.000Z'),
      { kind: 'content', due: due(null) },
    ],
    [
      'the date was moved, of which the tool keeps no seconds',
      content('a', 't', '2027-03-02T16:00:30.000Z'),
      content('a', 't', '2027-03-09T16:00:30.000Z'),
      content('a', 't', '2027-03-02T16:00:00.000Z'),
      { kind: 'content', due: due('2027-03-09T16:00:30.000Z') },
    ],
    [
      'the tool keeps no seconds of a date',
      content('a', 't', '2027-03-02T16:00:30.000Z'),
      content('a', 't', '2027-03-02T16:00:30.000Z'),
      content('a', 't', '2027-03-02T16:00:00.000Z'),
      null,
    ],
    [
      'white space came back otherwise',
      content('a', 'one\n two'),
      content('a', 'one two'),
      content('a', 'one two\n'),
      null,
    ],
  ])('%s', (_, base, wanted, shown, expected) => {
    expect(mergeContent(base, wanted, shown)).toEqual(expected)
  })

  it('that the tool has cut are still ours, and are not written again and again', () => {
    const long = 'mot '.repeat(5_000)
    const cut = `${long.slice(0, 2_000)}…`
    expect(mergeContent(content('a', long), content('a', long), content('a', cut))).toBeNull()
    const news = `nouveau ${long}`
    expect(mergeContent(content('a', long), content('a', news), content('a', cut))).toEqual({
      kind: 'content',
      text: news,
    })
  })
})

it('follow what the client adds at the end of a long text', () => {
  const long = 'mot '.repeat(300)
  const more = `${long}et encore`
  expect(mergeContent(content('a', long), content('a', more), content('a', long))).toEqual({
    kind: 'content',
    text: more,
  })
})

const status = fc.option(fc.constantFrom(...statuses), { nil: null })
const pair = fc.record({ request: status, twin: status })
const held = fc.subarray([...statuses]).map((some) => (wanted: Status) => some.includes(wanted))
const boards = fc.record({ request: held, twin: held })

describe('a status that either side may move', () => {
  const holds = { request: () => true, twin: () => true }
  it.each<[string, Parameters<typeof mergeStatus>[0], Parameters<typeof mergeStatus>[1], object]>([
    [
      'the request moved: the twin follows',
      { request: 'requested', twin: 'requested' },
      { request: 'done', twin: 'requested' },
      { request: null, twin: 'done', isConflict: false },
    ],
    [
      'the twin moved: the request follows',
      { request: 'requested', twin: 'requested' },
      { request: 'requested', twin: 'in_progress' },
      { request: 'in_progress', twin: null, isConflict: false },
    ],
    [
      'both moved, elsewhere: the assistant wins',
      { request: 'requested', twin: 'requested' },
      { request: 'done', twin: 'in_progress' },
      { request: 'in_progress', twin: null, isConflict: true },
    ],
    [
      'the request left the lists that mean anything: it stays out',
      { request: 'requested', twin: 'requested' },
      { request: null, twin: 'requested' },
      { request: null, twin: null, isConflict: false },
    ],
  ])('%s', (_, base, now, expected) => {
    expect(mergeStatus(base, now, holds)).toEqual(expected)
  })

  it('is settled after one merge: the next one finds nothing to do', () => {
    fc.assert(
      fc.property(pair, pair, boards, (base, now, maps) => {
        const merged = mergeStatus(base, now, maps)
        const then = { request: merged.request ?? now.request, twin: merged.twin ?? now.twin }
        expect(mergeStatus(then, then, maps)).toEqual({ request: null, twin: null, isConflict: false })
      }),
    )
  })

  it('is written on one side at the most, and only where that board has a place for it', () => {
    fc.assert(
      fc.property(pair, pair, boards, (base, now, maps) => {
        const { request, twin } = mergeStatus(base, now, maps)
        expect(request === null || twin === null).toBe(true)
        if (request !== null) expect([maps.request(request), request]).toEqual([true, now.twin])
        if (twin !== null) expect([maps.twin(twin), twin]).toEqual([true, now.request])
      }),
    )
  })

  it('stays where the assistant put it, whatever the client did meanwhile', () => {
    fc.assert(
      fc.property(pair, pair, boards, (base, now, maps) => {
        if (now.twin !== base.twin) expect(mergeStatus(base, now, maps).twin).toBeNull()
      }),
    )
  })
})

describe('a try that never ended', () => {
  const far = '2027-02-11T16:42:00.000Z'
  const at = '2026-11-23T21:00:00.000Z'
  const agreed = { ...content('a', 'text', far), status: { request: null, twin: null } } as const
  const shown = { labels: [], estimate: null, surcharge: null, status: null, comment: null }

  it('took away a date, as the twin shows: the client’s next one gets there', () => {
    const meant = { ...content('a'), status: { request: null, twin: null } }
    const pending = { shown, since: at, base: meant, moves: null }
    const base = settledPair(agreed, pending, content('a'), { request: null, twin: null })
    expect(mergeContent(base, content('a', 'text', far), content('a'))).toEqual({
      kind: 'content',
      due: due(far),
    })
  })

  it('wrote nothing, as the twin shows: it is done again', () => {
    const meant = { ...content('b'), status: { request: 'in_progress', twin: 'in_progress' } } as const
    const pending = { shown, since: at, base: meant, moves: 'twin' } as const
    const now = { request: 'in_progress', twin: null } as const
    const base = settledPair(agreed, pending, content('a', 'text', far), now)
    expect(base).toEqual(agreed)
    expect(mergeStatus(base.status, now, { request: () => true, twin: () => true }).twin).toBe('in_progress')
  })

  it('moved the twin, and then the client went on: the twin follows, and nobody disagrees', () => {
    const meant = { ...agreed, status: { request: 'in_progress', twin: 'in_progress' } } as const
    const pending = { shown, since: at, base: meant, moves: 'twin' } as const
    const now = { request: 'done', twin: 'in_progress' } as const
    const base = settledPair(agreed, pending, content('a', 'text', far), now)
    expect(mergeStatus(base.status, now, { request: () => true, twin: () => true })).toEqual({
      request: null,
      twin: 'done',
      isConflict: false,
    })
  })
})
