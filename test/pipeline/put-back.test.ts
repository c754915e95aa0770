import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findingCodes, type LabelKey } from '#model/decision.ts'
import type { Override } from '#model/facts.ts'
import type { Operation, Shown } from '#model/operation.ts'
import { outcome } from '../../src/pipeline/plan.ts'
import { shownBefore, undoneBy } from '../../src/pipeline/put-back.ts'

const at = '2026-11-23T21:00:00.000Z'
const nothing: Shown = { labels: [], estimate: null, surcharge: null, status: null, comment: null }
const shown = (over: Partial<Shown>): Shown => ({ ...nothing, ...over })
const back = (theirs: Shown, operations: Operation[], before: Shown, people: Override[] = []) =>
  shownBefore(theirs, [{ operations, before }], people, 'withdrawn')
const label = (change: 'add' | 'remove', key: LabelKey): Operation => ({ kind: 'label', change, label: key })

describe('putting back', () => {
  it('takes off what was put on, and puts on what was taken off', () => {
    const before = shown({ labels: ['out_of_scope'] })
    const operations = [label('add', 'in_scope'), label('remove', 'out_of_scope')]
    expect(back(shown({ labels: ['in_scope'] }), operations, before)).toEqual(before)
  })

  it('gives fields and status their former values, only where ours still stand', () => {
    const before = shown({ estimate: '70', status: 'requested' })
    const operations: Operation[] = [
      { kind: 'field', field: 'estimate', value: '94.5' },
      { kind: 'status', status: 'waiting' },
    ]
    expect(back(shown({ estimate: '94.5', status: 'waiting' }), operations, before)).toEqual(before)
    const changed = shown({ estimate: '100', status: 'done' })
    expect(back(changed, operations, before)).toEqual(changed)
  })

  it('restores the former comment, or says that a new one no longer applies', () => {
    const comment = (text: string) => ({ id: 'c1', text })
    const edited: Operation = { kind: 'comment', id: 'c1', text: 'new', reference: 'ref', mayExist: false }
    const now = shown({ comment: comment('new') })
    expect(back(now, [edited], shown({ comment: comment('old') })).comment).toEqual(comment('old'))
    expect(back(now, [{ ...edited, id: null }], nothing).comment).toEqual(comment('withdrawn'))
    const theirs = shown({ comment: comment('by a person') })
    expect(back(theirs, [edited], nothing)).toEqual(theirs)
  })

  it('leaves alone what a person has decided about', () => {
    const people: Override[] = [{ target: 'label', label: 'in_scope', change: 'added', at }]
    const theirs = shown({ labels: ['in_scope'] })
    expect(back(theirs, [label('add', 'in_scope')], nothing, people)).toEqual(theirs)
  })

  it('of all writes leads back to where the first began, whatever they were', () => {
    const labels = fc.uniqueArray(fc.constantFrom(...findingCodes), { maxLength: 4 })
    const state = fc.record({ labels, estimate: fc.option(fc.constantFrom('1', '2', '3')) })
    fc.assert(
      fc.property(fc.array(state, { minLength: 2, maxLength: 6 }), (states) => {
        const all = states.map((each) => shown({ ...each, labels: each.labels.toSorted() }))
        const written = all.slice(1).map((after, index) => {
          const before = all[index] ?? nothing
          return { operations: difference(before, after), before }
        })
        const last = written.reduce(
          (theirs, { operations }) => outcome({ base: nothing, theirs }, operations, null),
          all[0] ?? nothing,
        )
        expect(shownBefore(last, written.toReversed(), [], 'withdrawn')).toEqual(all[0])
      }),
    )
  })

  it('is remembered for each thing that was put back', () => {
    expect(
      undoneBy([label('add', 'in_scope'), { kind: 'field', field: 'estimate', value: null }], at),
    ).toEqual([
      { target: 'label', label: 'in_scope', change: 'undone', at },
      { target: 'estimate', label: null, change: 'undone', at },
    ])
  })
})

function difference(before: Shown, after: Shown): Operation[] {
  return [
    ...after.labels.filter((key) => !before.labels.includes(key)).map((key) => label('add', key)),
    ...before.labels.filter((key) => !after.labels.includes(key)).map((key) => label('remove', key)),
    ...(after.estimate === before.estimate
      ? []
      : [{ kind: 'field', field: 'estimate', value: after.estimate } as const]),
  ]
}
