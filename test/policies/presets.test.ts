import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findingCodes, privateCodes } from '#model/decision.ts'
import { presetSources, presets } from '#policies/presets/presets.ts'
import { packs, taxonomy } from '#policies/presets/taxonomy.ts'
import { parsePolicy } from '#policies/schema.ts'
import { stemsOf } from '#policies/scope/keyword-index.ts'
import { files, judgeCase, labelsOf } from './preset-cases.ts'

describe('every preset', () => {
  it('has its cases', () => {
    expect(files.map(({ name }) => name)).toEqual(Object.keys(presets).toSorted())
    for (const { name, cases } of files) {
      const file = readFileSync(`policies/presets/${name}.cases.json`, 'utf8')
      expect(JSON.parse(file).policy).toBe(name)
      expect(cases.length, name).toBeGreaterThanOrEqual(12)
    }
  })

  it.each(Object.entries(presetSources))('%s is as whole as it is written', (name, source) => {
    expect(presets[name]).toEqual(parsePolicy(source))
    const { services, languages } = parsePolicy(source)
    for (const { name, description, keywords, examples } of services) {
      for (const language of ['fr', 'en'] as const) {
        expect([name[language], description?.[language]]).not.toContain(undefined)
        expect(keywords[language].length, name.fr).toBeGreaterThan(2)
        expect(examples[language].length, name.fr).toBeGreaterThan(2)
      }
    }
    expect(languages.toSorted()).toEqual(['en', 'fr'])
  })

  it('together, their cases show every finding', () => {
    const wanted = files.flatMap(({ cases }) => cases.map((each) => each.expect))
    const shown = wanted.flatMap(({ headline, findings = [] }) => [headline, ...findings])
    expect(new Set(shown)).toEqual(new Set(findingCodes))
    expect(new Set(wanted.flatMap((each) => each.private ?? []))).toEqual(new Set(privateCodes))
  })
})

describe.each(files)('$name', (file) => {
  const possible = labelsOf(file)

  it.each(file.cases)('$name', (each) => {
    const { differences, decision } = judgeCase(file, each)
    expect(differences.map(({ fr }) => fr)).toEqual([])
    for (const words of ['refus', 'undefined', '{{', '{%']) expect(decision.message).not.toContain(words)
    expect(possible).toEqual(expect.arrayContaining([...decision.labels]))
  })
})

describe('the cases of all presets', () => {
  it('come out the same, byte for byte, in whatever order they are judged', () => {
    const all = files.flatMap((file) => file.cases.map((each) => ({ file, each })))
    const decisions = (cases: typeof all) =>
      Object.fromEntries(
        cases.map(({ file, each }) => [
          `${file.name}: ${each.name}`,
          JSON.stringify(judgeCase(file, each).decision),
        ]),
      )
    const everySeventh = all.toSorted((a, b) => (all.indexOf(a) % 7) - (all.indexOf(b) % 7))
    const asWritten = decisions(all)
    expect(Object.keys(asWritten)).toHaveLength(all.length)
    expect(decisions(all.toReversed())).toEqual(asWritten)
    expect(decisions(everySeventh)).toEqual(asWritten)
  })
})

describe('the taxonomy', () => {
  const ids = taxonomy.map(({ id }) => id)

  it('has sixty services, each its own id and its own keywords', () => {
    expect(new Set(ids).size).toBe(60)
    for (const language of ['fr', 'en'] as const) {
      const stems = taxonomy.flatMap(({ keywords }) => [
        ...new Set(keywords[language].map((keyword) => stemsOf(keyword, language).join(' '))),
      ])
      expect(stems.filter((stem, at) => stem === '' || stems.indexOf(stem) !== at)).toEqual([])
    }
  })

  it('has packs of services that exist', () => {
    expect(Object.values(packs).flat()).toSatisfy((all: string[]) => all.every((id) => ids.includes(id)))
  })

  it('is enough to put a policy together', () => {
    const entries = (pack: keyof typeof packs, kind: string) =>
      taxonomy.filter(({ id }) => packs[pack].includes(id)).map((entry) => ({ ...entry, kind }))
    for (const pack of ['webmarketing', 'coach-therapist', 'admin-tpe'] as const) {
      const services = [...entries(pack, 'included'), ...entries('usual-exclusions', 'excluded')]
      const policy = parsePolicy({ name: pack, services, billing: { hourlyRate: 35 } })
      expect(policy.services).toHaveLength(services.length)
    }
    const agency = { name: 'Agence', services: entries('agency', 'quote'), billing: { hourlyRate: 35 } }
    expect(parsePolicy(agency).services).toHaveLength(60)
  })
})
