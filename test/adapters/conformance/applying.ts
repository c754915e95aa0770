import { beforeEach, describe, expect, it } from 'vitest'
import type { Mapping } from '#model/board.ts'
import type { CommentOperation, Operation } from '#model/operation.ts'
import type { Observed } from '#model/task.ts'
import { anotherId, type Bench, type Harness, newAttempt, type Sight } from './harness.ts'
import { odd } from './observing.ts'
import { benchesOf, codeOf, failureOf } from './test-bench.ts'
import { mappingOf } from './verdict.ts'

const reference = 'ref. K7Q2'

const comment = (change: Partial<CommentOperation> = {}): CommentOperation => ({
  kind: 'comment',
  id: null,
  text: `Hello Paul,\n\nthis is a test.\n\n${reference}`,
  reference,
  mayExist: false,
  ...change,
})

const label = (change: 'add' | 'remove', key: 'in_scope' | 'quote_needed'): Operation => ({
  kind: 'label',
  change,
  label: key,
})

const field = (value: string | null): Operation => ({ kind: 'field', field: 'estimate', value })

/** What, after which preparation, and what is then to be seen. */
const cases: readonly (readonly [string, readonly Operation[], readonly Operation[], Partial<Sight>])[] = [
  ['puts a label on', [], [label('add', 'in_scope')], { labels: ['in scope', 'vip'] }],
  [
    'puts several labels on',
    [],
    [label('add', 'in_scope'), label('add', 'quote_needed')],
    { labels: ['in scope', 'quote needed', 'vip'] },
  ],
  ['takes a label off', [label('add', 'in_scope')], [label('remove', 'in_scope')], { labels: ['vip'] }],
  ['takes off what is not on', [], [label('remove', 'in_scope')], { labels: ['vip'] }],
  [
    'swaps labels',
    [label('add', 'in_scope')],
    [label('add', 'quote_needed'), label('remove', 'in_scope')],
    { labels: ['quote needed', 'vip'] },
  ],
  ['fills in a field', [], [field('94.5')], { numbers: { Estimate: 94.5 } }],
  ['corrects a field', [field('94.5')], [field('70')], { numbers: { Estimate: 70 } }],
  ['empties a field', [field('94.5')], [field(null)], { numbers: {} }],
  ['empties an empty field', [], [field(null)], { numbers: {} }],
  ['moves the task', [], [{ kind: 'status', status: 'waiting' }], { status: 'waiting' }],
  [
    'moves the task with a label',
    [],
    [{ kind: 'status', status: 'waiting' }, label('add', 'in_scope')],
    { status: 'waiting', labels: ['in scope', 'vip'] },
  ],
  [
    'does everything at once',
    [],
    [field('94.5'), { kind: 'field', field: 'surcharge', value: '35' }, label('add', 'in_scope'), comment()],
    { numbers: { Estimate: 94.5, Surcharge: 35 }, labels: ['in scope', 'vip'] },
  ],
  ['does nothing where nothing is asked', [], [], { labels: ['vip'], numbers: {}, comments: [] }],
]

/** Each operation does what it says, and doing it twice equals doing it once. */
export function applying(harness: Harness): void {
  const open = benchesOf(harness)
  let bench: Bench
  let mapping: Mapping
  let id: string

  beforeEach(async () => {
    bench = await open()
    mapping = await mappingOf(bench)
    id = bench.people.client.create({ title: 'Write two posts', labels: ['vip'] })
  })

  const observed = async (): Promise<Observed> => {
    const task = await bench.adapter.observe(id, newAttempt())
    if (task === null) throw new Error('the task is gone')
    return task
  }
  const apply = async (operations: readonly Operation[], as?: Observed) =>
    (await bench.adapter.apply(as ?? (await observed()), operations, mapping, newAttempt())).commentId
  const comments = () => bench.see(id)?.comments ?? []

  describe.each(cases)('%s', (_, before, operations, then) => {
    it('and once is as good as twice', async () => {
      await apply(before)
      const seen = await observed()
      await apply(operations, seen)
      const once = bench.see(id)
      expect(once).toMatchObject(then)
      // As after a crash: the same plan from an old look, and from a new one with the comment, which may be there.
      await apply(
        operations.filter(({ kind }) => kind !== 'comment'),
        seen,
      )
      await apply(operations.map((each) => (each.kind === 'comment' ? { ...each, mayExist: true } : each)))
      expect(bench.see(id)).toEqual(once)
    })
  })

  describe('the comment', () => {
    it('is made in our name, and known by its id from then on', async () => {
      const made = await apply([comment()])
      expect(comments()).toEqual([expect.objectContaining({ id: made, authorId: bench.userIds.us })])
      expect(comments()[0]?.text.trim()).toBe(comment().text)
    })

    it('is edited in place', async () => {
      const made = await apply([comment()])
      const edit = comment({ id: made, text: `Hello again.\n\n${reference}` })
      expect([await apply([edit]), await apply([edit])]).toEqual([made, made])
      expect(comments().map(({ text }) => text.trim())).toEqual([edit.text])
    })

    it('is found by its reference when an earlier try may have made it', async () => {
      const made = await apply([comment()])
      expect(await apply([comment({ mayExist: true, text: `Hello again.\n\n${reference}` })])).toBe(made)
      expect(comments().map(({ text }) => text.trim())).toEqual([`Hello again.\n\n${reference}`])
    })

    it('is not taken for one in which a person quotes it', async () => {
      const quote = bench.people.client.comment(id, `What is "${reference}"?`)
      const made = await apply([comment({ mayExist: true })])
      expect(comments().map((each) => each.id)).toEqual([quote, made])
      expect(comments()[0]?.text).toBe(`What is "${reference}"?`)
    })

    it('is found among many', async () => {
      const made = await apply([comment()])
      for (let number = 0; number < 60; number += 1) bench.people.client.comment(id, `ping ${number}`)
      expect(await apply([comment({ mayExist: true })])).toBe(made)
      expect(comments()).toHaveLength(61)
    })

    it('is not made again when a person has deleted it', async () => {
      const made = await apply([comment()])
      await bench.deleteComment(made ?? '')
      expect(comments()).toEqual([])
      expect(await apply([comment({ id: made })])).toBeNull()
      expect(comments()).toEqual([])
    })

    it('may hold any characters', async () => {
      await apply([comment({ text: `${odd}\n\n${reference}` })])
      expect(comments()[0]?.text).toContain('👩🏽‍💻 e\u0301 שלום \u202Eمرحبا\u202C')
      expect(comments()[0]?.text).toContain('𝒳 — “«»” <b>&amp;</b>\n\nref. K7Q2')
    })

    // Of the two, one would be cut in the middle of a character.
    it.each(['', 'x'])(
      'may be longer than the tool takes: then it is cut, but not its reference',
      async (start) => {
        const text = `${start}${'🧭'.repeat(120_000)}\n\n${reference}`
        const made = await apply([comment({ text })])
        const shown = comments()[0]?.text.trim() ?? ''
        expect(shown.endsWith(`\n\n${reference}`)).toBe(true)
        expect(shown.startsWith(`${start}${'🧭'.repeat(1_000)}`)).toBe(true)
        expect(shown.isWellFormed()).toBe(true)
        expect(await apply([comment({ text, mayExist: true })])).toBe(made)
        expect(comments()).toHaveLength(1)
      },
    )
  })

  describe('a mapping that no longer holds', () => {
    it.each<[string, Operation, (known: Mapping) => Mapping]>([
      ['a list that nobody mapped', { kind: 'status', status: 'review' }, (known) => known],
      ['a field that nobody mapped', field('94.5'), (known) => ({ ...known, fields: {} })],
      ['a label that nobody mapped', label('add', 'in_scope'), (known) => ({ ...known, labels: {} })],
      [
        'a list that is gone',
        { kind: 'status', status: 'waiting' },
        (known) => ({
          ...known,
          statuses: known.statuses.map((each) => ({ ...each, id: anotherId(each.id) })),
        }),
      ],
    ])('is said so: %s', async (_, operation, change) => {
      mapping = change(mapping)
      expect(await codeOf(apply([operation]))).toBe('TOOL_MAPPING_STALE')
    })

    it('is tried again later where the tool does not tell a field that is gone from a task that is', async () => {
      const estimate = { type: 'number', id: anotherId(mapping.fields.estimate?.id ?? '') } as const
      mapping = { ...mapping, fields: { estimate } }
      const failure = await failureOf(apply([field('94.5')]))
      expect(['TOOL_MAPPING_STALE', 'TOOL_NOT_FOUND']).toContain(failure.code)
      expect(failure.retry).toBe('backoff')
    })
  })

  it('says that a task is gone', async () => {
    const seen = await observed()
    bench.lose(id)
    expect(await codeOf(apply([comment()], seen))).toMatch(/TOOL_NOT_FOUND|TOOL_MAPPING_STALE/)
  })

  it.each([
    ['a comment', comment()],
    ['a label', label('add', 'in_scope')],
  ] as const)(
    'has %s tried again, to look anew, where somebody has just removed the task',
    async (_, operation) => {
      const seen = await observed()
      bench.people.client.remove(id)
      expect(await failureOf(apply([operation], seen))).toMatchObject({
        code: 'TOOL_NOT_FOUND',
        retry: 'backoff',
      })
    },
  )
}
