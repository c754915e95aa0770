import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findingCodes, type LabelKey } from '#model/decision.ts'
import type { Override } from '#model/facts.ts'
import type { Pending, Shown } from '#model/operation.ts'
import type { Desired } from '../../src/pipeline/desire.ts'
import { byHand, mergeOverrides, overridesOf, settled } from '../../src/pipeline/override.ts'
import { outcome, plan } from '../../src/pipeline/plan.ts'

const at = '2026-11-23T21:00:00.000Z'
const nothing: Shown = { labels: [], estimate: null, surcharge: null, status: null, comment: null }
const shown = (over: Partial<Shown>): Shown => ({ ...nothing, ...over })
const wish = (over: Partial<Desired> = {}): Desired => ({
  labels: [],
  estimate: undefined,
  surcharge: undefined,
  status: undefined,
  comment: { text: 'Bonjour\n\nréf. K7Q2', announce: false },
  unsupported: [],
  ...over,
})

/** One look: what a person changed is found first, then the plan is made. */
function merge(base: Shown, theirs: Shown, ours: Desired, pending: Shown | null = null) {
  const unfinished = pending === null ? null : { shown: pending, since: at }
  const written = settled(base, unfinished, theirs)
  const overrides = overridesOf(written, theirs, at)
  return plan({ base: written, theirs, ours, overrides, pending: unfinished, reference: 'réf. K7Q2' })
}

const ownComment = { id: 'c1', text: 'Bonjour\n\nréf. K7Q2' }

describe('plan', () => {
  it.each<[string, Shown, Shown, Desired, ReturnType<typeof plan>]>([
    [
      'adds what is missing',
      nothing,
      nothing,
      wish({ labels: ['in_scope'] }),
      [{ kind: 'label', change: 'add', label: 'in_scope' }],
    ],
    [
      'replaces our stale label',
      shown({ labels: ['out_of_scope'] }),
      shown({ labels: ['out_of_scope'] }),
      wish({ labels: ['in_scope'] }),
      [
        { kind: 'label', change: 'add', label: 'in_scope' },
        { kind: 'label', change: 'remove', label: 'out_of_scope' },
      ],
    ],
    [
      'does not put back a label that a person removed',
      shown({ labels: ['in_scope'] }),
      nothing,
      wish({ labels: ['in_scope'] }),
      [],
    ],
    [
      'leaves a label that a person added',
      nothing,
      shown({ labels: ['in_scope'] }),
      wish({ labels: [] }),
      [],
    ],
    [
      'sets an empty field',
      nothing,
      nothing,
      wish({ estimate: '94.5' }),
      [{ kind: 'field', field: 'estimate', value: '94.5' }],
    ],
    [
      'corrects its own field',
      shown({ estimate: '70' }),
      shown({ estimate: '70' }),
      wish({ estimate: '94.5' }),
      [{ kind: 'field', field: 'estimate', value: '94.5' }],
    ],
    [
      'leaves a field that a person corrected',
      shown({ estimate: '70' }),
      shown({ estimate: '60' }),
      wish({ estimate: '94.5' }),
      [],
    ],
    [
      'has no wish for a field that is not mapped',
      shown({ estimate: '70' }),
      shown({ estimate: '70' }),
      wish(),
      [],
    ],
    [
      'moves a new request',
      nothing,
      shown({ status: 'requested' }),
      wish({ status: 'review' }),
      [{ kind: 'status', status: 'review' }],
    ],
    [
      'does not move work that is under way',
      nothing,
      shown({ status: 'in_progress' }),
      wish({ status: 'review' }),
      [],
    ],
    [
      'does not move back what a person moved',
      shown({ status: 'review' }),
      shown({ status: 'done' }),
      wish({ status: 'review' }),
      [],
    ],
    [
      'comments when there is something to say',
      nothing,
      nothing,
      wish({ comment: { text: 'A', announce: true } }),
      [{ kind: 'comment', id: null, text: 'A', reference: 'réf. K7Q2', mayExist: false }],
    ],
    ['stays silent when a label says enough', nothing, nothing, wish(), []],
    [
      'edits its comment, even to say something quiet',
      shown({ comment: ownComment }),
      shown({ comment: ownComment }),
      wish({ comment: { text: 'B', announce: false } }),
      [{ kind: 'comment', id: 'c1', text: 'B', reference: 'réf. K7Q2', mayExist: false }],
    ],
    [
      'does not repeat a comment that a person deleted',
      shown({ comment: ownComment }),
      nothing,
      wish({ comment: { text: 'B', announce: true } }),
      [],
    ],
    [
      'does not touch a comment that a person rewrote',
      shown({ comment: ownComment }),
      shown({ comment: { ...ownComment, text: 'Réécrit' } }),
      wish({ comment: { text: 'B', announce: true } }),
      [],
    ],
    [
      'takes changed white space in its comment for no change by a person',
      shown({ comment: ownComment }),
      shown({ comment: { id: 'c1', text: 'Bonjour\nréf. K7Q2 ' } }),
      wish({ comment: { text: 'B', announce: false } }),
      [{ kind: 'comment', id: 'c1', text: 'B', reference: 'réf. K7Q2', mayExist: false }],
    ],
    [
      'does not write its comment again and again where a tool keeps other white space',
      shown({ comment: ownComment }),
      shown({ comment: { id: 'c1', text: 'Bonjour\nréf. K7Q2 ' } }),
      wish(),
      [],
    ],
  ])('%s', (_name, base, theirs, ours, expected) => {
    expect(merge(base, theirs, ours)).toEqual(expected)
  })

  describe('after a run that never ended', () => {
    const meant = shown({ labels: ['out_of_scope'], comment: { id: '', text: 'Bonjour\n\nréf. K7Q2' } })

    it('does not take its own half-done write for a person’s', () => {
      const theirs = shown({ labels: ['out_of_scope'] })
      const written = settled(nothing, { shown: meant, since: at }, theirs)
      expect(overridesOf(written, theirs, at)).toEqual([])
      expect(merge(nothing, theirs, wish({ labels: ['in_scope'] }), meant)).toEqual([
        { kind: 'label', change: 'add', label: 'in_scope' },
        { kind: 'label', change: 'remove', label: 'out_of_scope' },
      ])
    })

    it('keeps what hands had done to labels apart from what is done to them since', () => {
      const theirs = shown({ labels: ['in_scope'] })
      const kept = byHand(nothing, theirs)
      const then = settled(kept, { shown: theirs, since: at }, theirs)
      expect(overridesOf(then, theirs, at)).toEqual([])
      expect(overridesOf(settled(kept, { shown: theirs, since: at }, nothing), nothing, at)).toEqual<
        Override[]
      >([{ target: 'label', label: 'in_scope', change: 'removed', at }])
    })

    it('looks for the comment before it makes another', () => {
      const ours = wish({ labels: ['out_of_scope'], comment: { text: 'A', announce: true } })
      expect(merge(nothing, nothing, ours, meant)).toContainEqual({
        kind: 'comment',
        id: null,
        text: 'A',
        reference: 'réf. K7Q2',
        mayExist: true,
      })
    })
  })

  it('treats a swapped label as a ruling: one removed, one added', () => {
    const overrides = overridesOf(shown({ labels: ['out_of_scope'] }), shown({ labels: ['in_scope'] }), at)
    expect(overrides).toEqual<Override[]>([
      { target: 'label', label: 'in_scope', change: 'added', at },
      { target: 'label', label: 'out_of_scope', change: 'removed', at },
    ])
  })

  it('lets a later change by a person replace an earlier one about the same label', () => {
    const older: Override[] = [{ target: 'label', label: 'in_scope', change: 'added', at }]
    const fresh: Override[] = [{ target: 'label', label: 'in_scope', change: 'removed', at }]
    expect(mergeOverrides(older, fresh)).toEqual(fresh)
  })

  it('lets a person who does the same to a label again mean it anew, and knows an amount that is still theirs', () => {
    const later = '2027-02-01T10:00:00.000Z'
    const label: Override = { target: 'label', label: 'in_scope', change: 'added', at }
    const amount: Override = { target: 'estimate', label: null, change: 'changed', at }
    const again = [label, amount].map((each) => ({ ...each, at: later }))
    expect(mergeOverrides([label, amount], again)).toEqual([amount, { ...label, at: later }])
  })
})

const labelSets = fc.subarray<LabelKey>([...findingCodes, 'surcharge:20', 'surcharge:35'])
const values = fc.option(fc.constantFrom('20', '35', '94.5'))
const statuses = fc.option(fc.constantFrom('requested', 'review', 'in_progress', 'done'))
const comments = fc.option(fc.record({ id: fc.constant('c1'), text: fc.constantFrom('A', 'B', 'C') }))
const anyShown = fc
  .record({ labels: labelSets, estimate: values, surcharge: values, status: statuses, comment: comments })
  .map((each) => ({ ...each, labels: each.labels.toSorted() }))
const anyDesired = fc
  .record({
    labels: labelSets,
    estimate: fc.option(values, { nil: undefined }),
    surcharge: fc.option(values, { nil: undefined }),
    status: fc.option(fc.constantFrom('review', 'waiting'), { nil: undefined }),
    comment: fc.record({ text: fc.constantFrom('A', 'B'), announce: fc.boolean() }),
  })
  .map((each) => wish(each as Partial<Desired>))

describe('plan, for all states', () => {
  it('once carried out, has nothing left to do', () => {
    fc.assert(
      fc.property(anyShown, anyShown, anyDesired, (base, theirs, ours) => {
        const overrides = overridesOf(base as Shown, theirs as Shown, at)
        const first = plan({
          base: base as Shown,
          theirs: theirs as Shown,
          ours,
          overrides,
          pending: null,
          reference: 'r',
        })
        const states = { base: base as Shown, theirs: theirs as Shown }
        const after = outcome(states, first, 'c1')
        const now = {
          ...after,
          status: outcome({ base: states.theirs, theirs: states.theirs }, first, null).status,
        }
        const second = plan({ base: after, theirs: now, ours, overrides, pending: null, reference: 'r' })
        expect(second).toEqual([])
      }),
    )
  })

  it('never takes away a label that is not ours, and never adds one that is there', () => {
    fc.assert(
      fc.property(anyShown, anyShown, anyDesired, (base, theirs, ours) => {
        for (const operation of merge(base as Shown, theirs as Shown, ours)) {
          if (operation.kind !== 'label') continue
          const list = operation.change === 'add' ? theirs.labels : base.labels
          expect(list.includes(operation.label)).toBe(operation.change === 'remove')
        }
      }),
    )
  })

  it('survives crashes at any point, whatever is wished in between: the last look finishes the work and blames nobody', () => {
    const stops = fc.array(fc.record({ ours: anyDesired, stop: fc.nat(10) }), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(anyShown, stops, anyDesired, (start, crashes, last) => {
        let [written, theirs, pending] = [start as Shown, start as Shown, null as Pending | null]
        const look = (ours: Desired) => {
          const base = settled(written, pending, theirs)
          const overrides = overridesOf(base, theirs, at)
          expect(overrides).toEqual([])
          return { base, todo: plan({ base, theirs, ours, overrides, pending, reference: 'r' }) }
        }
        for (const { ours, stop } of crashes) {
          const { base, todo } = look(ours)
          pending = { shown: outcome({ base, theirs }, todo, null), since: at }
          const half = outcome({ base, theirs }, todo.slice(0, stop), 'c1')
          ;[written, theirs] = [base, half]
        }
        const { base, todo } = look(last)
        const after = outcome({ base, theirs }, todo, 'c1')
        const from = { base: start as Shown, theirs: start as Shown }
        const undisturbed = plan({ ...from, ours: last, overrides: [], pending: null, reference: 'r' })
        expect(after.labels.toSorted()).toEqual(outcome(from, undisturbed, 'c1').labels.toSorted())
      }),
    )
  })
})
