import { describe, expect, it } from 'vitest'
import type { WeekRequest } from '#model/week.ts'
import { compilePolicy } from '#policies/compile.ts'
import { evaluate } from '#policies/evaluate.ts'
import { patchPolicy } from '#policies/merge-patch.ts'
import { type UncoveredGroup, uncoveredIn } from '#policies/report/uncovered.ts'
import { parsePolicy } from '#policies/schema.ts'
import { added, facts, task } from '../judge.ts'
import { asked, rules } from './week.ts'

const at = '2026-11-24T10:00:00.000Z'
const policy = parsePolicy(rules)
const titled = (...titles: string[]) => titles.map((title, n) => asked({ id: `tsk_${n}`, title, at }))
const shape = (groups: readonly UncoveredGroup[]) =>
  groups.map(({ requests, proposal }) => [requests.map(({ title }) => title), proposal?.service ?? null])

/** How a request is judged once a line is in the rules, as the draft's merge patch puts it there. */
function judgedWith({ proposal }: UncoveredGroup, { title, text }: WeekRequest) {
  const grown = parsePolicy(patchPolicy(rules, proposal?.patch ?? {}))
  const compiled = compilePolicy(
    grown,
    { id: 'my-rules', version: 2 },
    { language: 'fr', address: 'tu', timeZone: 'Europe/Paris' },
  )
  return evaluate(compiled, task({ title, text, submittedAt: at }), facts(), at)
}

describe('requests that the rules do not cover', () => {
  it('are put together by the work of the trade that they ask for, the largest group first', () => {
    const requests = titled(
      'Réserver un train pour Lyon',
      'Traduire ma page de vente en anglais',
      'Translate the contract into German',
    )
    expect(shape(uncoveredIn(requests, policy))).toEqual([
      [['Traduire ma page de vente en anglais', 'Translate the contract into German'], 'translation'],
      [['Réserver un train pour Lyon'], 'travel'],
    ])
  })

  it('are put together by their words where the trade has no name for it', () => {
    const groups = uncoveredIn(titled('Arroser les plantes du bureau', 'Arroser les bambous'), policy)
    expect(groups).toHaveLength(1)
    expect(groups[0]?.proposal).toMatchObject({
      kind: 'new-service',
      fields: { keywords: { fr: ['arroser les plantes du bureau', 'arroser les bambous'] } },
    })
  })

  it('get a line by which each of them has a definite answer', () => {
    const requests = titled(
      'Traduire ma page de vente en anglais',
      'Traduction du contrat en allemand',
      'Réserver un train pour Lyon',
      'Arroser les plantes du bureau',
    )
    const groups = uncoveredIn(requests, policy)
    for (const group of groups) {
      const own = requests.filter(({ id }) => group.requests.some((ref) => ref.id === id))
      expect(group.proposal?.covers).toBe(own.length)
      for (const request of own)
        expect(judgedWith(group, request)).toMatchObject({ service: group.proposal?.service })
    }
  })

  it('get no line where nothing is asked for, or two things at once', () => {
    expect(shape(uncoveredIn(titled('Merci beaucoup !', 'Newsletter et article de blog'), policy))).toEqual([
      [['Merci beaucoup !'], null],
      [['Newsletter et article de blog'], null],
    ])
  })

  it('are proposed as what she ruled them to be; without a ruling as work on quote', () => {
    const kindOf = (label?: 'in_scope' | 'out_of_scope') => {
      const overrides = label === undefined ? [] : [added(label, at)]
      const request = asked({ title: 'Traduire ma page de vente en anglais', at })
      const ruled = asked({ title: 'Traduire ma page de vente en anglais', at, facts: { overrides } })
      const changes = { decision: ruled.decision, overrides }
      return uncoveredIn([{ ...request, ...changes }], policy)[0]?.proposal?.fields.kind
    }
    expect([kindOf(), kindOf('in_scope'), kindOf('out_of_scope')]).toEqual(['quote', 'included', 'excluded'])
  })

  it('become examples of a service that the catalogue has but did not recognize', () => {
    const bare = {
      id: 'translation',
      kind: 'included',
      name: { fr: 'Langues' },
      examples: { fr: ['Du finnois'] },
    }
    const known = parsePolicy({ ...rules, services: [...(rules.services as object[]), bare] })
    const [group] = uncoveredIn(titled('Traduire ma page de vente en anglais'), known)
    expect(group?.proposal).toMatchObject({
      kind: 'examples',
      fields: { examples: { fr: ['Traduire ma page de vente en anglais'] } },
      patch: {
        services: {
          translation: { examples: { fr: ['Du finnois', 'Traduire ma page de vente en anglais'] } },
        },
      },
    })
  })

  it('get no line that would go against what she has taught since', () => {
    const requests = titled('Traduire ma page de vente en anglais')
    const lesson = {
      title: 'Traduire ma page de vente en italien',
      text: '',
      scope: 'out',
      service: null,
    } as const
    const proposalAfter = (taskId: string | null) =>
      uncoveredIn(requests, policy, [{ ...lesson, taskId }])[0]?.proposal
    expect(proposalAfter('tsk_other')).toBeNull()
    // Her ruling on the request itself is what the line writes down.
    expect(proposalAfter('tsk_0')?.service).toBe('translation')
  })

  it('never get a line whose id another one has', () => {
    const groups = uncoveredIn(titled('Бумага №1 кот', 'Собака рыба', 'Ёлка'), policy)
    const ids = groups.flatMap(({ proposal }) => proposal?.service ?? [])
    expect(new Set(ids).size).toBe(ids.length)
  })
})
