import { beforeEach, describe, expect, it } from 'vitest'
import type { Mapping } from '#model/board.ts'
import { type Bench, type Harness, newAttempt } from './harness.ts'
import { benchesOf } from './test-bench.ts'
import { judge, look, mappingOf, nothingShown, priceless, relaxed, urgent } from './verdict.ts'

/** Whole passes, with the pipeline's own merge: what the service does all day, and what it costs. */
export function verdicts(harness: Harness): void {
  const open = benchesOf(harness)

  describe.each([{ bare: false }, { bare: true }])('on a board, %o', (options) => {
    let bench: Bench
    let mapping: Mapping
    let id: string

    beforeEach(async () => {
      bench = await open(options)
      mapping = await mappingOf(bench)
      const labels = options.bare ? [] : ['vip']
      id = bench.people.client.create({ title: 'Write two posts', labels })
      bench.calls.reset()
    })

    it('leaves nothing to do once it is shown', async () => {
      const base = await judge(bench, id, { mapping, decision: urgent, base: nothingShown })
      const again = await look(bench, id, { mapping, decision: urgent, base })
      expect(again.operations).toEqual([])
      expect(again.theirs.labels).toEqual(['in_scope', 'urgent_confirm'])
      expect(bench.see(id)).toMatchObject({
        status: 'waiting',
        comments: [expect.objectContaining({ authorId: bench.userIds.us })],
      })
      const shown = Object.entries(bench.see(id)?.numbers ?? {}).map(([, value]) => value)
      expect(shown.sort()).toEqual(mapping.fields.estimate === undefined ? [] : [35, 94.5])
    })

    it("follows a decision that changed, and leaves what is people's", async () => {
      const first = await judge(bench, id, { mapping, decision: urgent, base: nothingShown })
      const base = await judge(bench, id, { mapping, decision: relaxed, base: first })
      expect((await look(bench, id, { mapping, decision: relaxed, base })).operations).toEqual([])
      const seen = bench.see(id)
      expect(seen?.labels).toEqual(options.bare ? ['in scope'] : ['in scope', 'vip'])
      expect(Object.values(seen?.numbers ?? {})).toEqual(mapping.fields.estimate === undefined ? [] : [70])
      expect(seen?.status).toBe('requests')
      expect(seen?.comments).toHaveLength(1)
      expect(seen?.comments[0]?.text).toContain('within the plan now')
    })

    it('costs what the design says', async () => {
      const attempt = newAttempt()
      const base = await judge(bench, id, { mapping, decision: priceless, base: nothingShown }, attempt)
      expect([attempt.reads, attempt.writes]).toEqual([1 + harness.readsOfMove, harness.writesOf(2, 0)])
      expect([bench.calls.reads(), bench.calls.writes()]).toEqual([
        1 + harness.readsOfMove,
        harness.writesOf(2, 0),
      ])
      bench.calls.reset()
      const inSync = newAttempt()
      await judge(bench, id, { mapping, decision: priceless, base }, inSync)
      expect([inSync.reads, inSync.writes]).toEqual([1, 0])
      expect([bench.calls.reads(), bench.calls.writes()]).toEqual([1, 0])
    })

    it('costs no more than it must with amounts', async () => {
      const fields = [mapping.fields.estimate, mapping.fields.surcharge].filter((each) => each !== undefined)
      await judge(bench, id, { mapping, decision: urgent, base: nothingShown })
      expect([bench.calls.reads(), bench.calls.writes()]).toEqual([
        1 + harness.readsOfMove,
        harness.writesOf(2, fields.length),
      ])
    })
  })

  it('yields to a person who took a label off', async () => {
    const bench = await open()
    const mapping = await mappingOf(bench)
    const id = bench.people.client.create({ title: 'Write two posts' })
    const base = await judge(bench, id, { mapping, decision: urgent, base: nothingShown })
    const name = bench.labelNames().find((each) => each.toLowerCase() === 'in scope') ?? ''
    bench.people.assistant.removeLabel(id, name)
    expect((await look(bench, id, { mapping, decision: urgent, base })).operations).toEqual([])
    expect(bench.see(id)?.labels).toEqual(['urgent · availability to confirm'])
  })
}
