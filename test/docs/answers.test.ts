import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { maySay } from '#model/answer.ts'
import { readAnswer } from '#policies/answers/read-answer.ts'
import { type Move, machines } from '#policies/answers/states.ts'
import { presets } from '#policies/presets/presets.ts'
import { parsePolicy } from '#policies/schema.ts'

const movers: Readonly<Record<string, 'assistant' | 'client' | 'time'>> = {
  assistant: 'assistant',
  assistante: 'assistant',
  client: 'client',
  time: 'time',
  temps: 'time',
}
const byTime: Readonly<Record<string, Move>> = {
  reminds: 'remind',
  'rappel automatique': 'remind',
  expires: 'expire',
  'délai écoulé': 'expire',
}

/** `state --> state : who says what`, with what is said read as Cadre reads it. */
function drawn(diagram: string): string[] {
  return [...diagram.matchAll(/^ *(\w+) --> (\w+) : (\S+) (.+)$/gmu)].map(
    ([, from, to, who = '', what = '']) => {
      const mover = movers[who]
      if (mover === undefined) throw new Error(`who is "${who}"?`)
      const move = mover === 'time' ? byTime[what] : readAnswer(what, mover)?.kind
      return `${from} --${mover}: ${move}--> ${to}`
    },
  )
}

/** Every move by whoever decides it; what a client decides the assistant may note down for them. */
function coded(machine: Readonly<Record<string, Readonly<Partial<Record<Move, string>>>>>): string[] {
  return Object.entries(machine).flatMap(([from, moves]) =>
    Object.entries(moves).map(([move, to]) => {
      const isOfTime = move === 'remind' || move === 'expire'
      const mover = isOfTime ? 'time' : maySay('client', move as never) ? 'client' : 'assistant'
      return `${from} --${mover}: ${move}--> ${to}`
    }),
  )
}

describe.each(['docs/answers.md', 'docs/fr/reponses.md'])('%s', (page) => {
  const text = readFileSync(page, 'utf8')
  const diagrams = [...text.matchAll(/```mermaid\n([\s\S]*?)```/g)].map(([, diagram = '']) => diagram)

  it.each([
    ['urgent', 0],
    ['quote', 1],
  ] as const)('draws every step of the state machine "%s", and no other', (question, index) => {
    const diagram = diagrams[index] ?? ''
    expect(drawn(diagram).toSorted()).toEqual(coded(machines[question]).toSorted())
    expect(diagram).toContain(`[*] --> ${Object.keys(machines[question])[0]}\n`)
  })

  it('names only commands that are understood, and plain words that mean the same', () => {
    const [, ...sections] = text.split(/^### /mu)
    expect(sections.length).toBeGreaterThanOrEqual(2)
    for (const [index, side] of (['assistant', 'client'] as const).entries()) {
      const rows = [...(sections[index] ?? '').matchAll(/^\| (`\/.+?) \| (.*?) ?\| .+\|$/gmu)]
      expect(rows.length).toBeGreaterThanOrEqual(3)
      for (const [, commands = '', plain = ''] of rows) {
        const kinds = [...commands.matchAll(/`(.+?)`/gu)].map(
          ([, command = '']) => readAnswer(command, side)?.kind,
        )
        expect(kinds).not.toContain(undefined)
        for (const [, words = ''] of plain.matchAll(/\*(.+?)\*/gu))
          expect([readAnswer(words, side)?.kind], words).toEqual(kinds)
      }
    }
  })

  it('gives the terms that a policy has when it says nothing', () => {
    const { urgency, billing } = parsePolicy(presets.webmarketing)
    const row = (name: string) =>
      new RegExp(`^\\| \`${name}\` \\| (\\d+) \\| (\\d+)\\b`, 'mu').exec(text)?.slice(1)
    const { confirmation } = urgency
    const { quote } = billing
    expect(row('urgency.confirmation')?.map(Number)).toEqual([
      confirmation.remindAfterHours,
      confirmation.expireAfterHours,
    ])
    expect(row('billing.quote')?.map(Number)).toEqual([quote.remindAfterHours, quote.expireAfterHours])
  })
})
