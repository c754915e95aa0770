import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Answered, answerKinds, questions, type Said, timeKinds } from '#model/answer.ts'
import type { Price } from '#model/decision.ts'
import { factsFrom } from '#policies/answers/in-force.ts'
import {
  type Move,
  machines,
  mayMove,
  quoteMachine,
  quoteStateOf,
  urgentMachine,
  urgentStateOf,
} from '#policies/answers/states.ts'

const price = { total: { min: { minor: 1, currency: 'EUR' }, max: { minor: 1, currency: 'EUR' } } } as Price
const amount = { minor: 12_000, currency: 'EUR' }

const anything = fc.oneof(
  fc.constantFrom<Said>(
    ...(['confirm', 'decline', 'refuse', 'wait', 'in', 'out', 'goodwill'] as const).map((kind) => ({ kind })),
    { kind: 'hours', hours: 2 },
    { kind: 'service', service: 'newsletter' },
    { kind: 'quote', amount },
    { kind: 'accept', price },
    ...timeKinds.flatMap((kind) => questions.map((question) => ({ kind, question }))),
  ),
)
const inForce = (said: readonly Said[]): Answered =>
  factsFrom(said.map((each, revision) => ({ said: each, revision, at: `2026-11-23T10:00:00.${revision}Z` })))

describe('what is in force of any answers', () => {
  it('goes from state to state as the machines say, and nowhere else', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 12 }), anything, (before, said) => {
        const [known, after] = [inForce(before), inForce([...before, said])]
        const [urgent, quote] = [urgentStateOf(known), quoteStateOf(known)]
        const isAbout = (question: string) => !('question' in said) || said.question === question
        const next = <T>(to: T | undefined, from: T, question: string) =>
          to !== undefined && isAbout(question) ? to : from
        // A yes to a price is no word on urgency, and the other way round.
        expect([urgentStateOf(after), quoteStateOf(after)]).toEqual([
          next(urgentMachine[urgent][said.kind], urgent, 'urgent'),
          next(quoteMachine[quote][said.kind], quote, 'quote'),
        ])
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps the price that was accepted until the client thinks otherwise', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 12 }), (said) => {
        const known = inForce(said)
        expect(known.accepted !== null).toBe(quoteStateOf(known) === 'accepted')
      }),
    )
  })
})

describe('every state', () => {
  it('but the first is reached, and is left by a person or by the next change of the request', () => {
    for (const machine of Object.values(machines)) {
      const [first, ...others] = Object.keys(machine)
      const reached = Object.values(machine).flatMap((moves) => Object.values(moves))
      expect(others.filter((state) => !reached.includes(state as never))).toEqual([])
      expect(first).toMatch(/^(to_confirm|unquoted)$/)
    }
  })

  it('is left by what somebody may bring about', () => {
    const moves = Object.values(machines).flatMap((machine) => Object.values(machine).flatMap(Object.keys))
    for (const move of moves as Move[])
      expect((['assistant', 'client', 'time'] as const).some((mover) => mayMove(mover, move))).toBe(true)
  })
})

it('time does only what is time’s, and nobody else does that', () => {
  for (const kind of answerKinds) expect(mayMove('time', kind)).toBe(false)
  for (const kind of timeKinds)
    expect([mayMove('time', kind), mayMove('assistant', kind), mayMove('client', kind)]).toEqual([
      true,
      false,
      false,
    ])
})
