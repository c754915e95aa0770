import { describe, expect, it } from 'vitest'
import { evaluate } from '#policies/evaluate.ts'
import type { Request } from '../../src/pipeline/pair.ts'
import { remarksIn } from '../../src/pipeline/spoken.ts'
import { compiled, facts, monday, task } from '../policies/judge.ts'

/** Due in five hours, so urgent: a "yes" of either side would be an answer. */
const known = facts({ dueAt: '2026-11-23T13:00:00.000Z', dueSetAt: monday })
const policy = compiled()
const decision = evaluate(policy, task({ hours: 2 }), known, monday)
const request = { decision, context: { id: 'tsk_1', facts: known, policy } } as unknown as Request

/** What is heard of comments in their order, each `who: words`; `cadre` says what is ours. */
function heardOf(...said: readonly string[]): string[] {
  const comments = said.map((line, index) => {
    const [who = '', text = ''] = line.split(': ')
    return {
      id: `${index}`,
      text,
      authorId: who,
      authorName: who,
      createdAt: `2026-11-23T08:0${index}:30.000Z`,
    }
  })
  return remarksIn(
    {
      comments,
      isOurs: ({ authorId }) => authorId === 'cadre' || authorId === 'copy',
      isCopy: ({ authorId }) => authorId === 'copy',
      sideOf: ({ authorId }) => (authorId === 'claire' ? 'client' : 'assistant'),
      place: 'request',
    },
    request,
  ).map(({ reply }) => `${reply.side} ${reply.given.kind}`)
}

describe('a yes or no after somebody’s question', () => {
  it('is for whoever asked', () => {
    expect(heardOf('sophie: As-tu déjà un plan ?', 'claire: Non')).toEqual([])
    expect(heardOf('claire: Tu peux aussi changer le titre ?', 'sophie: Oui')).toEqual([])
    expect(heardOf('copy: Tu as les photos ?', 'claire: Non')).toEqual([])
    expect(heardOf('sophie: Tu as les photos ?', 'claire: Bonjour', 'claire: Oui')).toEqual([])
  })

  it('is for Cadre when it is a command, or when another word came between', () => {
    expect(heardOf('sophie: Tu as un plan ?', 'claire: /refuse')).toEqual(['client refuse'])
    expect(heardOf('sophie: Tu as un plan ?', 'claire: Voici', 'sophie: Merci', 'claire: ok')).toEqual([
      'client accept',
    ])
  })

  it('is for Cadre when only an address held a question mark', () => {
    const shared = 'sophie: Voici le dossier https://docs.example.com/d/1?usp=sharing'
    expect(heardOf(shared, 'claire: ok')).toEqual(['client accept'])
    expect(heardOf(`${shared} Tu le vois ?`, 'claire: oui')).toEqual([])
  })

  it('is for Cadre when the question went with a command, or was ours', () => {
    expect(heardOf('sophie: /devis 120\nCela te va ?', 'claire: Oui')).toEqual([
      'assistant quote',
      'client accept',
    ])
    expect(heardOf('cadre: Cela te convient ?', 'claire: Oui')).toEqual(['client accept'])
  })
})

it('a price in another currency than the policy’s is none', () => {
  expect(heardOf('sophie: /devis 120 CHF', 'sophie: /devis 120 $')).toEqual([])
  expect(heardOf('sophie: /devis 120 eur')).toEqual(['assistant quote'])
})
